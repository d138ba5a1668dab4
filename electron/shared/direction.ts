import type { Element, Root } from 'hast'

/** Hebrew, Arabic, Syriac, Thaana, N'Ko and their relatives, with their presentation forms. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** Whether a text has letters that are written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text)
}

/** Elements whose text can run in a direction of its own. */
const directed = new Set('p h1 h2 h3 h4 h5 h6 li blockquote td th figcaption dt dd summary'.split(' '))

/**
 * Lets each block that has text from right to left run in the direction of its first letter, by `dir="auto"`. Changes the
 * tree.
 *
 * @returns whether there is such text in it
 */
export function markDirections(node: Root | Element): boolean {
  let has = false
  for (const child of node.children) {
    const hasInside =
      child.type === 'element' ? markDirections(child) : child.type === 'text' && hasRightToLeft(child.value)
    has ||= hasInside
  }
  if (has && node.type === 'element' && directed.has(node.tagName)) node.properties['dir'] ??= 'auto'
  return has
}
