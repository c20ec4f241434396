// Going about by keyboard: g d, g m, /, ?. Never while somebody types.

let before = "";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const pressed = before + event.key;
  before = event.key === "g" ? "g " : "";
  const way = document.querySelector(`[data-key="${CSS.escape(pressed)}"]`);
  if (!way) return;
  event.preventDefault();
  if (way.matches("input, textarea")) way.focus();
  else way.click();
  if (way.matches("summary")) way.focus();
});
