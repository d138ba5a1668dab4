import type { Comment, Element, ElementContent } from 'hast'
import { isElement, text } from '../../html/elements.ts'

/** What WordPress keeps about a block in the comment before it. */
export type BlockAttributes = Readonly<Record<string, string | number | boolean>>

/**
 * A block of WordPress' editor: its markup between two comments, which is what the editor reads back. What is not in a
 * block, it takes for one block of unknown markup.
 */
export function block(
  name: string,
  attributes: BlockAttributes,
  markup: Element | readonly ElementContent[],
): ElementContent[] {
  const given = Object.keys(attributes).length === 0 ? '' : ` ${writeAttributes(attributes)}`
  const inside = 'type' in markup ? [markup] : markup
  return [comment(` wp:${name}${given} `), text('\n'), ...inside, text('\n'), comment(` /wp:${name} `)]
}

/** Blocks inside another one, or at the top of a post. */
export function joinBlocks(blocks: readonly (readonly ElementContent[])[], between = '\n'): ElementContent[] {
  return blocks.flatMap((one, index) => (index === 0 ? one : [text(between), ...one]))
}

function comment(value: string): Comment {
  return { type: 'comment', value }
}

/** Escaped as WordPress does (`serialize_block_attributes`), so that nothing ends the comment. */
function writeAttributes(attributes: BlockAttributes): string {
  const escapes: Readonly<Record<string, string>> = {
    '--': '\\u002d\\u002d',
    '<': '\\u003c',
    '>': '\\u003e',
    '&': '\\u0026',
    '\\"': '\\u0022',
  }
  return JSON.stringify(attributes).replace(/--|[<>&]|\\"/g, (found) => escapes[found] ?? found)
}

/** Elements that a line of text can contain. */
const phrases = new Set(
  [
    'a abbr b bdi bdo br cite code data del dfn em i img input ins kbd label mark q rp rt ruby s samp small span',
    'strike strong sub sup time tt u var wbr',
  ].flatMap((names) => names.split(' ')),
)

/** Whether a node can be a part of a line of text, with all that is in it. */
export function isPhrase(node: ElementContent): boolean {
  if (node.type === 'text') return true
  return node.type === 'element' && phrases.has(node.tagName) && node.children.every(isPhrase)
}

export function isBlank(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')
}

/** Whether an element has only these properties, so that a block can hold it. */
export function hasOnly(element: Element, ...names: readonly string[]): boolean {
  return Object.keys(element.properties).every((name) => names.includes(name))
}

/** The only child that is not white space, if it is one of these elements. */
export function onlyElement(element: Element, ...tagNames: readonly string[]): Element | null {
  const [only, ...others] = element.children.filter((child) => !isBlank(child))
  return others.length === 0 && isElement(only, ...tagNames) ? only : null
}
