import type { Heading, List, ListItem, PhrasingContent, RootContent } from 'mdast'
import { stringifyMarkdown } from '../../../markdown/stringify-markdown.ts'
import { weighJson } from '../../../trip-file/weigh-json.ts'
import { type Fields, fieldsOf, objectsOf } from '../../../programmes/formats/json-fields.ts'

/** A line of a rich text: what it is, and its words. */
interface Line {
  attributes: Fields
  children: PhrasingContent[]
}

/**
 * Converts the rich text of Day One, which an entry has instead of Markdown in some versions: JSON in a text, with the
 * words of each stretch and what they look like.
 *
 * @returns an empty text if it is not a rich text
 */
export function markdownOfRichText(json: string): string {
  if (json.trim() === '' || weighJson(Buffer.from(json), Infinity, Infinity) === 'hopeless') return ''
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return ''
  }
  const blocks: RootContent[] = []
  const open: OpenList[] = []
  for (const line of linesOf(objectsOf(fieldsOf(value)['contents']))) {
    if (isListItem(line)) addItem(blocks, open, line)
    else {
      open.length = 0
      addLine(blocks, line)
    }
  }
  return stringifyMarkdown({ type: 'root', children: blocks }).trim()
}

function linesOf(contents: readonly Fields[]): Line[] {
  const lines: Line[] = []
  let current: Line = { attributes: {}, children: [] }
  const end = () => {
    lines.push(current)
    current = { attributes: {}, children: [] }
  }
  for (const { text, attributes: written, embeddedObjects } of contents) {
    const attributes = fieldsOf(written)
    const line = fieldsOf(attributes['line'])
    for (const { type, identifier } of objectsOf(embeddedObjects)) {
      if (current.children.length > 0) end()
      const id = typeof identifier === 'string' ? identifier : ''
      const path = type === 'photo' || typeof type !== 'string' ? '/' : `${type}/`
      current.children.push({ type: 'image', url: `dayone-moment:/${path}${id}`, alt: '' })
      end()
    }
    const parts = typeof text === 'string' ? text.split('\n') : []
    for (const [index, part] of parts.entries()) {
      if (index > 0) end()
      if (Object.keys(line).length > 0 && (part !== '' || index === 0)) current.attributes = line
      if (part !== '') current.children.push(styled(part, attributes))
    }
  }
  end()
  return lines.filter(({ children }) => children.length > 0)
}

function styled(value: string, { bold, italic, strikethrough, inlineCode, linkURL }: Fields): PhrasingContent {
  let node: PhrasingContent = inlineCode === true ? { type: 'inlineCode', value } : { type: 'text', value }
  if (strikethrough === true) node = { type: 'delete', children: [node] }
  if (italic === true) node = { type: 'emphasis', children: [node] }
  if (bold === true) node = { type: 'strong', children: [node] }
  if (typeof linkURL === 'string' && linkURL !== '') node = { type: 'link', url: linkURL, children: [node] }
  return node
}

/** A list to which the next line can add. */
interface OpenList {
  level: number
  list: List
}

/** Maximum number of lists in each other. Deeper ones are part of the last. */
const MAX_LISTS = 10

function isListItem({ attributes: { listStyle, header } }: Line): boolean {
  return typeof listStyle === 'string' && listStyle !== 'none' && !isHeader(header)
}

function isHeader(header: unknown): header is number {
  return typeof header === 'number' && header >= 1
}

/** @param open the lists that the last item is in, from the outermost to its own */
function addItem(blocks: RootContent[], open: OpenList[], { attributes, children }: Line): void {
  const { listStyle, checked, indentLevel, listIndex } = attributes
  const level = typeof indentLevel === 'number' ? indentLevel : 1
  const ordered = listStyle === 'numbered'
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    ...(listStyle === 'checkbox' && { checked: checked === true }),
    children: [{ type: 'paragraph', children }],
  }
  while ((open.at(-1)?.level ?? level) > level) open.pop()
  const current = open.at(-1)
  const isDeeper = current !== undefined && current.level < level && open.length < MAX_LISTS
  if (current !== undefined && !isDeeper) open.pop()
  // What the list is in: the last item of the list around it, or the text.
  const around = open.at(-1)?.list.children.at(-1)?.children ?? blocks
  const last = around.at(-1)
  if (last?.type === 'list' && last.ordered === ordered) {
    last.children.push(item)
    open.push({ level, list: last })
    return
  }
  const isContinued = ordered && typeof listIndex === 'number' && Number.isInteger(listIndex) && listIndex > 1
  const list: List = { type: 'list', ordered, spread: false, children: [item] }
  if (isContinued && listIndex < 1e9) list.start = listIndex
  around.push(list)
  open.push({ level, list })
}

function addLine(blocks: RootContent[], { attributes: { header, quote, codeBlock }, children }: Line): void {
  const last = blocks.at(-1)
  if (isHeader(header)) {
    const depths: readonly Heading['depth'][] = [1, 2, 3, 4, 5, 6]
    blocks.push({ type: 'heading', depth: depths[Math.min(header, 6) - 1] ?? 6, children })
  } else if (quote === true) blocks.push({ type: 'blockquote', children: [{ type: 'paragraph', children }] })
  else if (codeBlock === true) {
    const value = children.map((child) => ('value' in child ? child.value : '')).join('')
    if (last?.type === 'code') last.value += `\n${value}`
    else blocks.push({ type: 'code', value })
  } else blocks.push({ type: 'paragraph', children })
}
