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
  const lines = linesOf(objectsOf(fieldsOf(value)['contents']))
  const children = lines.reduce<RootContent[]>(addLine, [])
  return stringifyMarkdown({ type: 'root', children }).trim()
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

function addLine(blocks: RootContent[], { attributes, children }: Line): RootContent[] {
  const { header, listStyle, checked, quote, codeBlock } = attributes
  const last = blocks.at(-1)
  if (typeof header === 'number' && header >= 1) {
    const depths: readonly Heading['depth'][] = [1, 2, 3, 4, 5, 6]
    return [...blocks, { type: 'heading', depth: depths[Math.min(header, 6) - 1] ?? 6, children }]
  }
  if (typeof listStyle === 'string' && listStyle !== 'none') {
    const ordered = listStyle === 'numbered'
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      ...(listStyle === 'checkbox' && { checked: checked === true }),
      children: [{ type: 'paragraph', children }],
    }
    if (last?.type === 'list' && last.ordered === ordered) {
      last.children.push(item)
      return blocks
    }
    const list: List = { type: 'list', ordered, spread: false, children: [item] }
    return [...blocks, list]
  }
  if (quote === true) return [...blocks, { type: 'blockquote', children: [{ type: 'paragraph', children }] }]
  if (codeBlock === true) {
    const value = children.map((child) => ('value' in child ? child.value : '')).join('')
    if (last?.type !== 'code') return [...blocks, { type: 'code', value }]
    last.value += `\n${value}`
    return blocks
  }
  return [...blocks, { type: 'paragraph', children }]
}
