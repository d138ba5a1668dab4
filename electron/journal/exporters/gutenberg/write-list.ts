import type { Element, ElementContent } from 'hast'
import { element, isElement } from '../../html/elements.ts'
import { block, type BlockAttributes, hasOnly, isBlank, isPhrase, joinBlocks } from './block.ts'

/** A list as a block; `null` if its items contain what the editor's items cannot: only a text and further lists. */
export function listBlock(list: Element): ElementContent[] | null {
  if (!hasOnly(list, 'start', 'reversed', 'dir', 'className')) return null
  const items: ElementContent[][] = []
  for (const child of list.children) {
    if (isBlank(child)) continue
    const item = isElement(child, 'li') ? itemBlock(child) : null
    if (item === null) return null
    items.push(item)
  }
  const { start, reversed } = list.properties
  const isOrdered = list.tagName === 'ol'
  const first = Number(start ?? 1)
  const attributes: BlockAttributes = {
    ...(isOrdered && { ordered: true }),
    ...(isOrdered && reversed === true && { reversed: true }),
    ...(isOrdered && first !== 1 && { start: first }),
  }
  const properties = { ...(reversed === true && { reversed: true }), ...(first !== 1 && { start: first }) }
  return block('list', attributes, element(list.tagName, isOrdered ? properties : {}, joinBlocks(items)))
}

function itemBlock(item: Element): ElementContent[] | null {
  if (!hasOnly(item, 'dir')) return null
  const children = item.children.filter((child, index) => !isBlank(child) || isBetweenPhrases(item, index))
  const [first, ...others] = children
  const isParagraph = isElement(first, 'p') && hasOnly(first, 'dir') && first.children.every(isPhrase)
  const firstBlock = isParagraph ? 0 : children.findIndex((child) => !isPhrase(child))
  const said = isParagraph ? first.children : children.slice(0, firstBlock < 0 ? undefined : firstBlock)
  const rest = isParagraph ? others : firstBlock < 0 ? [] : children.slice(firstBlock)
  const lists: ElementContent[][] = []
  for (const child of rest) {
    if (isBlank(child)) continue
    const list = isElement(child, 'ul', 'ol') ? listBlock(child) : null
    if (list === null) return null
    lists.push(list)
  }
  return block('list-item', {}, element('li', {}, [...withoutEnd(said), ...joinBlocks(lists)]))
}

/** White space between two words counts; that between blocks does not. */
function isBetweenPhrases(item: Element, index: number): boolean {
  const [before, after] = [item.children[index - 1], item.children[index + 1]]
  return before !== undefined && after !== undefined && isPhrase(before) && isPhrase(after)
}

/** Without the line break that Markdown has before a nested list. */
function withoutEnd(line: readonly ElementContent[]): ElementContent[] {
  const last = line.at(-1)
  return last?.type === 'text' ? [...line.slice(0, -1), { ...last, value: last.value.trimEnd() }] : [...line]
}
