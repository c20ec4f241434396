// Small conveniences on every page. Without this file everything works too, only slower.

document.documentElement.classList.add("scripted");

// Language and light change in place: no page is asked for twice, no text gets lost,
// and going back leads where it led before.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-habit]");
  if (!button) return;
  event.preventDefault();
  const kept = remember(button);
  if (button.name === "weergave") {
    show(button.value);
  } else {
    await kept;
    await speak(button.value);
  }
});

function remember(button) {
  const chosen = new URLSearchParams({ [button.name]: button.value });
  return fetch(button.dataset.habit, { method: "POST", body: chosen, redirect: "manual" });
}

function show(scheme) {
  document.documentElement.dataset.weergave = scheme;
  const other = scheme === "donker" ? "licht" : "donker";
  document.querySelector(`[data-habit][value="${other}"]`).focus();
}

// --- another language ----------------------------------------------------------------

async function speak(language) {
  const page = await sameAgain();
  const typed = held();
  const height = window.scrollY;
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  for (const part of [".nl-skip-link", ".house", "main", ".foot"]) {
    document.querySelector(part).replaceWith(page.querySelector(part));
  }
  window.htmx.process(document.body);
  if (typed) await handBack(typed);
  window.scrollTo({ top: height, behavior: "instant" });
  document.querySelector(`[data-habit][value="${language}"]`).focus({ preventScroll: true });
}

// This page in the language chosen last, with the answers in its example.
async function sameAgain() {
  const example = document.querySelector("#example form");
  const answers = new URLSearchParams(example ? new FormData(example) : {});
  const answered = [...answers.values()].some((words) => words.trim());
  const here = document.querySelector("[name=next]").value;
  const response = answered
    ? await fetch(example.action, { method: "POST", body: answers })
    : await fetch(here);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function held() {
  const form = document.querySelector("form#minutes");
  return form && {
    text: form.elements.text.value,
    files: form.elements.file.files,
    only: form.elements.only?.value ?? "",
    asked: Boolean(document.querySelector("#answer .reading, #answer [role=alert]")),
  };
}

function handBack(typed) {
  const form = document.querySelector("form#minutes");
  form.elements.text.value = typed.text;
  form.elements.file.files = typed.files;
  if (!typed.asked) return undefined;
  return window.htmx.ajax("POST", form.getAttribute("hx-post"), {
    source: form,
    target: "#answer",
    swap: "outerHTML",
    values: { only: typed.only },
  });
}

// --- leaving -----------------------------------------------------------------------

// While there is a text, another page opens beside it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const form = document.querySelector("form#minutes");
  if (!link || !form) return;
  if (!form.elements.text.value.trim() && !form.elements.file.files.length) return;
  if (link.pathname === location.pathname && link.hash) return;
  link.target = "_blank";
  link.rel = "noopener";
});
