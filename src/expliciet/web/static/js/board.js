// A board that grows: it appears anew when something changed; what somebody types is
// never replaced, and is sent again once there is a connection. Without this file each
// line opens the page anew.

const EVERY = 2000;
const SLOWEST = 30000;
const board = document.querySelector("#board");
const lost = board?.querySelector("[data-lost]");
const wrong = board?.querySelector("[data-wrong]");
const unsent = new Set();
let wait = EVERY;

function headers() {
  return { "If-None-Match": `"${board.dataset.mark}"`, "HX-Request": "true" };
}

function since() {
  const address = new URL(board.dataset.since, location.href);
  address.searchParams.set("na", board.dataset.last);
  address.searchParams.set("vorm", board.dataset.shape);
  return address;
}

async function look() {
  try {
    const answer = await fetch(since(), { headers: headers(), redirect: "manual", cache: "no-store" });
    if (answer.status === 200) take(await answer.text());
    else if (answer.status !== 304) throw new Error(String(answer.status));
    lost.hidden = true;
    wait = EVERY;
    for (const form of [...unsent]) await send(form);
  } catch {
    lost.hidden = false;
    wait = Math.min(wait * 2, SLOWEST);
  }
  setTimeout(look, wait);
}

function take(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = page.querySelector("[data-mark]");
  if (!fresh) throw new Error("no board");
  if (fresh.dataset.more === "yes") add(fresh);
  else replace(fresh);
  for (const name of ["mark", "last", "shape"]) board.dataset[name] = fresh.dataset[name];
  if (fresh.dataset.open === "no") close();
  return fresh.dataset.wrong ?? "";
}

// Nothing can be added any more; what somebody was typing still stands.
function close() {
  say("");
  board.querySelector("[data-closed]")?.removeAttribute("hidden");
  for (const hint of document.querySelectorAll("[data-while-open]")) hint.hidden = true;
  for (const form of board.querySelectorAll("[data-add]"))
    if (!form.elements.words.value) form.hidden = true;
}

// What came since goes below what stands; nothing else moves.
function add(fresh) {
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const place = board.querySelector(`[data-part="${part.dataset.part}"]`);
    const there = place?.querySelector("[data-alone]");
    const lines = part.querySelectorAll(".line");
    if (there) for (const line of lines) document.getElementById(line.id) ?? there.append(line);
    else if (place) {
      place.querySelector(":scope > .quiet")?.remove();
      place.append(...part.childNodes);
    }
  }
}

function replace(fresh) {
  const ticked = new Set([...board.querySelectorAll("[data-part] input:checked")].map((each) => each.value));
  const here = document.activeElement?.id;
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const place = board.querySelector(`[data-part="${part.dataset.part}"]`);
    if (place) place.innerHTML = part.innerHTML;
  }
  for (const box of board.querySelectorAll("[data-part] input[type=checkbox]")) box.checked = ticked.has(box.value);
  if (here && document.activeElement?.id !== here) document.getElementById(here)?.focus({ preventScroll: true });
}

function say(words) {
  if (!wrong) return;
  wrong.textContent = words;
  wrong.hidden = !words;
}

function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// A line keeps its key until it stands: sent twice, it stands once.
async function send(form) {
  const field = form.elements.words;
  const sent = field.value;
  if (!sent.trim()) return unsent.delete(form);
  unsent.add(form);
  const answer = await post(form);
  if (answer === null) return;
  unsent.delete(form);
  const complaint = answer.text ? take(answer.text) : "";
  if (answer.status === 200) {
    if (field.value === sent) field.value = "";
    form.elements.key.value = freshKey();
    say("");
  } else say(complaint || form.dataset.failed || lost.textContent);
}

async function post(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  body.set("na", board.dataset.last);
  body.set("vorm", board.dataset.shape);
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { "HX-Request": "true" }, redirect: "manual" });
    if (answer.status >= 500 || answer.status === 0 || answer.status === 429) throw new Error(String(answer.status));
    const whole = answer.status === 200 || answer.status === 422;
    lost.hidden = true;
    return { status: answer.status, text: whole ? await answer.text() : "" };
  } catch {
    lost.hidden = false;
    return null;
  }
}

let busy = false;
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!board || !form.matches("[data-add], [data-press]")) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  try {
    if (form.matches("[data-add]")) return await send(form);
    const answer = await post(form, event.submitter);
    if (answer?.text) say(take(answer.text));
    if (answer?.status === 200 && form.elements.name) {
      form.elements.name.value = "";
      for (const box of board.querySelectorAll("[data-part] input:checked")) box.checked = false;
    }
  } finally {
    busy = false;
  }
});

if (board) setTimeout(look, EVERY);
