// The slider tells at which moment it stands.

const slider = document.querySelector("input[data-moments]")
if (slider) {
  const moments = slider.dataset.moments.split("|")
  const output = slider.parentElement.querySelector("output")
  const first = output.textContent
  const tell = () => {
    const words = slider.value === slider.max ? first : moments[Number(slider.value)]
    output.textContent = words
    slider.setAttribute("aria-valuetext", words)
  }
  slider.addEventListener("input", tell)
  slider.setAttribute("aria-valuetext", first)
}
