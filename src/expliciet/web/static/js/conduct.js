// Following the talk: the record appears anew when something changed, the clock runs, and
// nothing that somebody types is ever replaced. Without this file the page is opened anew.

const EVERY = 2000;
const SLOWEST = 30000;
const growing = document.querySelector("#growing");
const lost = document.querySelector("[data-lost]");
const begun = Date.now();
let wait = EVERY;

for (const clock of document.querySelectorAll("[data-runs]")) {
  const from = Number(clock.dataset.runs);
  setInterval(() => {
    const seconds = from + Math.floor((Date.now() - begun) / 1000);
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }, 1000);
}

function mark() {
  return growing.querySelector("[data-mark]")?.dataset.mark ?? "";
}

async function look() {
  try {
    const answer = await fetch(growing.dataset.since, {
      headers: { "If-None-Match": `"${mark()}"`, "HX-Request": "true" },
      redirect: "manual",
      cache: "no-store",
    });
    if (answer.status === 200) take(await answer.text());
    else if (answer.status !== 304) throw new Error(String(answer.status));
    lost.hidden = true;
    wait = EVERY;
  } catch {
    lost.hidden = false;
    wait = Math.min(wait * 2, SLOWEST);
  }
  setTimeout(look, wait);
}

function take(text) {
  const here = document.activeElement;
  const typing = here && growing.contains(here) && here.matches("input, textarea");
  if (typing) return; // comes with the next look, when nobody types in it
  const before = growing.querySelector("[data-mark]")?.dataset ?? {};
  const open = [...growing.querySelectorAll("details[open] summary")].map((each) => each.textContent);
  growing.innerHTML = text;
  for (const summary of growing.querySelectorAll("summary"))
    if (open.includes(summary.textContent)) summary.parentElement.open = true;
  const now = growing.querySelector("[data-mark]").dataset;
  document.querySelector("[data-off]").hidden = now.off !== "yes";
  if (before.phase !== now.phase && !isTyping()) location.reload();
}

function isTyping() {
  return [...document.querySelectorAll("#regel input[name=line], #regel textarea, #notes")].some(
    (field) => field.type !== "hidden" && field.value !== field.defaultValue,
  ) || document.querySelector(".entry__parts") !== null;
}

// Accepting in place: it is sent, and the talk stays where it is.
growing?.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.closest(".pledge__deeds")) return;
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      redirect: "manual",
    });
    if (answer.type !== "opaqueredirect") form.submit();
  } catch {
    button.disabled = false; // no connection: it can be pressed again
    lost.hidden = false;
  }
});

if (growing) setTimeout(look, EVERY);
