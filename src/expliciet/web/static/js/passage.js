// Words that somebody selects in a text go into the form beside it: which text, which
// words, and where they begin, counted in signs. Without this one types them over.

const form = document.querySelector("form[data-coding]")
if (form) {
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection()
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return
    const range = chosen.getRangeAt(0)
    const passage = closest(range.startContainer)
    if (passage && passage === closest(range.endContainer)) take(passage, range)
  })
  form.elements.words.addEventListener("input", () => (form.elements.near.value = ""))
}

function closest(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement
  return element?.closest("[data-passage]")
}

function take(passage, range) {
  let before = 0
  let words = ""
  const texts = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const node = texts.currentNode
    if (node.parentElement.closest("[data-label]") || !range.intersectsNode(node)) {
      if (!words && !node.parentElement.closest("[data-label]") && isBefore(node, range))
        before += signs(node.data)
      continue
    }
    const from = node === range.startContainer ? range.startOffset : 0
    const to = node === range.endContainer ? range.endOffset : node.length
    if (!words) before += signs(node.data.slice(0, from))
    words += node.data.slice(from, to)
  }
  if (!words.trim()) return
  form.elements.number.value = passage.dataset.passage
  form.elements.words.value = words.trim()
  form.elements.near.value = before + signs(words) - signs(words.trimStart())
  const told = form.querySelector("[data-taken]")
  told.textContent = told.dataset.told
}

function isBefore(node, range) {
  return range.comparePoint(node, node.length) < 0
}

function signs(words) {
  return [...words].length
}
