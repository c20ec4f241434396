// What the checker would ask about what stands in a form, under its own field, a moment
// after the last keystroke. Somebody may leave a question for what it is, and say why.
// Without this file nothing is asked, and nothing else changes.

const PAUSE = 800;

for (const memory of document.querySelectorAll("form [data-questions]")) follow(memory);

function follow(memory) {
  const form = memory.closest("form");
  let waiting;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(form, memory), PAUSE);
  };
  form.addEventListener("input", later);
  form.addEventListener("click", (event) => {
    const asking = event.target.closest(".asking");
    if (event.target.closest(".asking__leave")) leave(form, memory, asking);
    if (event.target.closest(".asking__again")) askAgain(form, memory, asking);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const asking = questionAt(event.target);
    if (asking) leave(form, memory, asking, event.target);
  });
  if (form.elements.left.value) ask(form, memory); // what was left before stands there again
}

// The open question that belongs to the field in which somebody is.
function questionAt(field) {
  const around = field.closest(".line, .utrecht-form-field");
  return around?.querySelector(".asking:not(.asking--left)");
}

async function ask(form, memory) {
  const typed = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  typed.set("draft_form", form.dataset.draftForm);
  let answer;
  try {
    answer = await fetch(memory.dataset.questions, {
      method: "POST",
      body: typed,
      headers: { "HX-Request": "true" },
    });
  } catch {
    return; // No connection: a question less.
  }
  if (!answer.ok || answer.status === 204) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = new Map();
  for (const each of page.querySelectorAll("template[data-place]")) {
    found.set(`question_${each.dataset.place}`, each.content.firstElementChild);
  }
  for (const place of form.querySelectorAll("[data-question]")) put(form, memory, place, found.get(place.id));
}

function put(form, memory, place, question) {
  const now = place.firstElementChild;
  const same = now?.dataset.left === question?.dataset.left && now?.className === question?.className;
  if (!same) place.replaceChildren(...(question ? [question] : []));
  if (!question) return;
  const name = `why_${question.dataset.left}`;
  memory.querySelector(`[name="${name}"]`)?.remove(); // it stands in sight now
  if (place.dataset.goOn) {
    place.querySelector(".asking__why input")?.focus();
    delete place.dataset.goOn;
  }
  const { asked } = question.dataset;
  const before = form.elements.asked.value.split(" ").filter(Boolean);
  if (asked && !before.includes(asked)) form.elements.asked.value = [...before, asked].join(" ");
}

// Left for what it is: this question about this sentence is not asked again.
function leave(form, memory, question, from) {
  const place = question.parentElement;
  form.elements.left.value = `${form.elements.left.value} ${question.dataset.left}`.trim();
  if (!from) place.dataset.goOn = "yes"; // the button goes; on to where one says why
  question.remove();
  ask(form, memory).then(() => form.dispatchEvent(new Event("input", { bubbles: true })));
}

function askAgain(form, memory, question) {
  const { left } = form.elements;
  left.value = left.value.split(" ").filter((each) => each !== question.dataset.left).join(" ");
  const field = question.closest(".line, .utrecht-form-field")?.querySelector("textarea, input");
  question.remove();
  field?.focus();
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
