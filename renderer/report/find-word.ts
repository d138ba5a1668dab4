/** A word on which somebody has clicked in a rendered text. */
export interface ClickedWord {
  word: string
  /** How often the word occurs before it. */
  before: number
}

/**
 * Where a clicked word stands in the Markdown of the text, in UTF-16 units; `null` if it cannot be found. Addresses and
 * marks are in the Markdown only, so it may be another place where the same word stands.
 */
export function findWord(markdown: string, { word, before }: ClickedWord): number | null {
  if (word === '') return null
  let found = markdown.indexOf(word)
  for (let count = 0; count < before && found !== -1; count++) {
    const next = markdown.indexOf(word, found + word.length)
    if (next === -1) break
    found = next
  }
  return found === -1 ? null : found
}

/** The word that a double click has just selected inside one of some elements, which together show a text. */
export function clickedWord(elements: readonly Element[]): ClickedWord | null {
  const selection = window.getSelection()
  const word = selection?.toString().trim() ?? ''
  if (selection === null || selection.rangeCount === 0 || word === '') return null
  const { startContainer, startOffset } = selection.getRangeAt(0)
  let text = ''
  for (const element of elements) {
    if (!element.contains(startContainer)) {
      text += element.textContent
      continue
    }
    const range = document.createRange()
    range.setStart(element, 0)
    range.setEnd(startContainer, startOffset)
    text += range.toString()
    return { word, before: text.split(word).length - 1 }
  }
  return null
}
