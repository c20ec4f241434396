// Copies the text of a page with one button. Without this file there is no button, and
// one copies by hand.

for (const button of document.querySelectorAll("[data-copies]")) {
  const text = document.getElementById(button.dataset.copies);
  const told = document.querySelector("[data-copied]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      told.textContent = told.dataset.copied;
    } catch {
      text.focus();
      text.select();
      told.textContent = told.dataset.notCopied;
    }
  });
}
