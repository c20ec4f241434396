// Handing in minutes with fewer strokes: drop a file, see it go, keep what was typed.

const form = document.querySelector("form#minutes");
const text = form.elements.text;
const file = form.elements.file;
const drop = form.querySelector("[data-drop]");
const progress = form.querySelector("progress");
const said = document.getElementById("said");

drop.classList.add("can-drop");

// A download is for the browser itself, not for a part of the page.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-plain]");
  if (!button) return;
  event.preventDefault();
  if (tooLarge()) return;
  const action = form.getAttribute("action");
  form.action = button.formAction;
  form.submit();
  form.setAttribute("action", action);
});

// --- a file ------------------------------------------------------------------------

for (const name of ["dragenter", "dragover"]) {
  form.addEventListener(name, (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    drop.classList.add("drop--over");
  });
}

for (const name of ["dragleave", "drop"]) {
  form.addEventListener(name, () => drop.classList.remove("drop--over"));
}

form.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  const first = new DataTransfer();
  first.items.add(event.dataTransfer.files[0]);
  file.files = first.files;
  file.dispatchEvent(new Event("change", { bubbles: true }));
});

// Whoever goes on typing means the text, no longer the file.
form.addEventListener("input", (event) => {
  if (event.target.name === "text") file.value = "";
});

function tooLarge() {
  const large = file.files[0]?.size > Number(form.dataset.atMost);
  if (large) tell(form.dataset.tooLarge);
  return large;
}

function tell(words) {
  const alert = document.createElement("div");
  alert.className = "utrecht-alert utrecht-alert--error hand-in__alert";
  alert.setAttribute("role", "alert");
  alert.textContent = words;
  form.querySelector(".hand-in__alert")?.remove();
  form.append(alert);
}

// --- while reading -------------------------------------------------------------------

form.addEventListener("htmx:configRequest", (event) => {
  form.querySelector(".hand-in__alert")?.remove();
  const cause = event.detail.triggeringEvent?.type;
  const pressed = event.detail.triggeringEvent?.submitter;
  if (pressed?.name) event.detail.parameters[pressed.name] = pressed.value;
  if (tooLarge()) {
    event.preventDefault();
  } else if (cause === "input" && text.value.length > Number(form.dataset.live)) {
    said.textContent = form.dataset.long;
    event.preventDefault();
  } else if (cause === "change" && !file.files.length) {
    event.preventDefault();
  }
});

form.addEventListener("htmx:xhr:progress", (event) => {
  const { lengthComputable, loaded, total } = event.detail;
  progress.hidden = !(lengthComputable && file.files.length && loaded < total);
  if (lengthComputable) progress.value = (100 * loaded) / total;
});

let unfolded = false;

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "answer") return;
  unfolded = document.getElementById("rest")?.open ?? false;
});

document.addEventListener("htmx:afterSwap", (event) => {
  progress.hidden = true;
  const read = document.getElementById("read");
  if (read) {
    text.value = read.value;
    read.remove();
  }
  const rest = document.getElementById("rest");
  if (rest && unfolded) rest.open = true;
  if (event.detail.requestConfig?.triggeringEvent?.type === "submit") {
    document.getElementById("answer-title")?.focus();
  }
});
