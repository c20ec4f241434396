// What is copied takes along what it may be used for; so a statement never travels bare.
// Nothing is blocked: who copies is told so, and that is all.

const STAYS = 8_000;
let fading;

document.addEventListener("copy", (event) => {
  const chosen = document.getSelection();
  if (!chosen || chosen.isCollapsed || !event.clipboardData) return;
  const marks = [...document.querySelectorAll("[data-mark]")]
    .filter((each) => chosen.containsNode(each, true))
    .map((each) => each.dataset.mark);
  if (!marks.length) return;
  const said = [...new Set(marks)].map((mark) => `[${mark}]`).join("\n");
  event.clipboardData.setData("text/plain", `${chosen}\n\n${said}\n`);
  event.preventDefault();
  tell();
});

function tell() {
  const told = document.getElementById("copied");
  if (!told) return;
  told.textContent = told.dataset.told;
  clearTimeout(fading);
  fading = setTimeout(() => told.replaceChildren(), STAYS);
}
