// Handing in minutes with fewer strokes: drop a file, see it go, keep what was typed.
// Everything listens on the document, for another language brings another form.

const theForm = () => document.querySelector("form#minutes");
const inForm = (event) => event.target.closest?.("form#minutes");

// A download is for the browser itself, not for a part of the page.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-plain]");
  if (!button) return;
  event.preventDefault();
  const form = theForm();
  if (tooLarge(form)) return;
  const action = form.getAttribute("action");
  form.action = button.formAction;
  form.submit();
  form.setAttribute("action", action);
});

// --- a file ------------------------------------------------------------------------

for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    const form = inForm(event);
    if (!form || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.querySelector("[data-drop]").classList.add("drop--over");
  });
}

for (const name of ["dragleave", "drop"]) {
  document.addEventListener(name, (event) => {
    inForm(event)?.querySelector("[data-drop]").classList.remove("drop--over");
  });
}

document.addEventListener("drop", (event) => {
  const form = inForm(event);
  if (!form || !event.dataTransfer.files.length) return;
  event.preventDefault();
  const first = new DataTransfer();
  first.items.add(event.dataTransfer.files[0]);
  form.elements.file.files = first.files;
  form.elements.file.dispatchEvent(new Event("change", { bubbles: true }));
});

// Whoever goes on typing means the text, no longer the file.
document.addEventListener("input", (event) => {
  if (event.target.id === "id_text") theForm().elements.file.value = "";
});

function tooLarge(form) {
  const large = form.elements.file.files[0]?.size > Number(form.dataset.atMost);
  if (large) {
    const refusal = form.querySelector("[data-too-large]").content.cloneNode(true);
    document.getElementById("answer").replaceWith(refusal);
  }
  return large;
}

// --- the example ---------------------------------------------------------------------

// Enter belongs to the blank in which one is typing.
document.addEventListener("htmx:configRequest", (event) => {
  if (!event.target.closest?.("#example")) return;
  const blank = document.activeElement?.closest(".blank input");
  if (blank) event.detail.parameters.used = blank.name;
});

// --- while reading -------------------------------------------------------------------

document.addEventListener("htmx:configRequest", (event) => {
  const form = inForm(event);
  if (!form) return;
  const { text, file } = form.elements;
  const cause = event.detail.triggeringEvent?.type;
  const pressed = event.detail.triggeringEvent?.submitter;
  if (pressed?.name) event.detail.parameters[pressed.name] = pressed.value;
  if (tooLarge(form)) {
    event.preventDefault();
  } else if (cause === "input" && text.value.length > Number(form.dataset.live)) {
    document.getElementById("said").textContent = form.dataset.long;
    event.preventDefault();
  } else if (cause === "change" && !file.files.length) {
    event.preventDefault();
  }
});

document.addEventListener("htmx:xhr:progress", (event) => {
  const form = inForm(event);
  if (!form) return;
  const { lengthComputable, loaded, total } = event.detail;
  const progress = form.querySelector("progress");
  const busy = lengthComputable && form.elements.file.files.length && loaded < total;
  progress.hidden = !busy;
  if (lengthComputable) progress.value = (100 * loaded) / total;
});

let unfolded = false;

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "answer") return;
  unfolded = document.getElementById("rest")?.open ?? false;
});

document.addEventListener("htmx:afterSwap", (event) => {
  const form = theForm();
  form.querySelector("progress").hidden = true;
  const read = document.getElementById("read");
  if (read) {
    form.elements.text.value = read.value;
    read.remove();
  }
  const rest = document.getElementById("rest");
  if (rest && unfolded) rest.open = true;
  const cause = event.detail.requestConfig;
  if (cause?.elt === form && cause.triggeringEvent?.type === "submit") {
    document.getElementById("answer-title")?.focus();
  }
});
