// What is typed in a form is kept as a draft, a moment after the last keystroke.
// Without this file nothing typed gets lost either: a form that is refused comes back.

const PAUSE = 1500;

for (const form of document.querySelectorAll("form[data-draft]")) follow(form);
document.addEventListener("htmx:load", (event) => {
  for (const form of event.target.querySelectorAll?.("form[data-draft]") ?? []) follow(form);
});

function follow(form) {
  if (form.dataset.followed) return;
  form.dataset.followed = "yes";
  let waiting;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(now, PAUSE);
  };
  const now = () => {
    waiting = undefined;
    keep(form);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => { // what is said is no draft any more
    clearTimeout(waiting);
    waiting = undefined;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && waiting && form.isConnected) {
      clearTimeout(waiting);
      now();
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}

async function keep(form) {
  const typed = new FormData(form);
  for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
  typed.set("draft_form", form.dataset.draftForm);
  typed.set("draft_dossier", form.dataset.draftDossier);
  typed.set("draft_about", form.dataset.draftAbout);
  const told = form.querySelector(".draft");
  try {
    const answer = await fetch(form.dataset.draft, {
      method: "POST",
      body: new URLSearchParams(typed),
      headers: { "HX-Request": "true" },
      keepalive: true,
    });
    if (answer.ok && told) told.textContent = (await answer.text()).trim();
  } catch {
    // No connection: what was typed stands in the form, and the next keystroke tries again.
  }
}
