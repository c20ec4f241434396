// Small conveniences on every page. Without this file everything works too, only slower.

// Light or dark at once, without asking for the page again.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.dataset.habit !== "scheme" || !event.submitter) return;
  event.preventDefault();
  const chosen = event.submitter.value;
  document.documentElement.dataset.weergave = chosen;
  const other = form.querySelector(`[value="${chosen === "donker" ? "licht" : "donker"}"]`);
  other.focus();
  await post(form, event.submitter);
});

// Another language keeps the text that a visitor has typed.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const minutes = document.querySelector("form#minutes");
  if (form.dataset.habit !== "language" || !minutes?.elements.text.value.trim()) return;
  event.preventDefault();
  await post(form, event.submitter);
  minutes.submit();
});

function post(form, submitter) {
  const words = new URLSearchParams(new FormData(form));
  words.set(submitter.name, submitter.value);
  return fetch(form.action, { method: "POST", body: words, redirect: "manual" });
}
