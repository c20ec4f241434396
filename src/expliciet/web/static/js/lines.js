// Lines of a contribution: one more without asking a page for it. Without this file the
// button posts, and brings all of it back.

for (const form of document.querySelectorAll("form[data-lines]")) {
  form.addEventListener("click", (event) => {
    const more = event.target.closest("[data-more]");
    if (!more) return;
    event.preventDefault();
    grow(form, more);
  });
}

// --- a line more ---------------------------------------------------------------------

function grow(form, button) {
  const lines = form.querySelectorAll(".line");
  const last = lines[lines.length - 1];
  const number = lines.length + 1;
  const line = last.cloneNode(true);
  const renumbered = (told) => told?.replace(/([_-])\d+$/, `$1${number}`);
  line.id = renumbered(line.id);
  line.classList.remove("line--asks-from");
  line.querySelector("[data-number]").textContent = number;
  for (const each of line.querySelectorAll(".line__error")) each.remove();
  line.querySelector(".question").replaceChildren();
  for (const each of line.querySelectorAll("[id], [name], [for]")) {
    for (const name of ["id", "name", "for"]) {
      if (each.hasAttribute(name)) each.setAttribute(name, renumbered(each.getAttribute(name)));
    }
    for (const name of ["aria-invalid", "aria-describedby"]) each.removeAttribute(name);
    if ("value" in each) each.value = "";
  }
  last.after(line);
  form.elements.lines.value = number;
  line.querySelector("select").focus();
  if (number >= Number(button.dataset.more)) button.parentElement.remove();
}
