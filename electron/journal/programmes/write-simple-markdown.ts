import type { Heading, Link, Paragraph, PhrasingContent } from 'mdast'
import { stringifyMarkdown } from '../markdown/stringify-markdown.ts'
import type { SimpleBlock, SimpleItem, SimpleList } from './simple-html.ts'

/**
 * Writes simple blocks as {@link stringifyMarkdown} does, which looks at each sign of each text for all that it could mean.
 * Here, words without such signs are written as they are; only paragraphs with others are left to it.
 */
export function writeSimpleMarkdown(blocks: readonly SimpleBlock[]): string {
  return blocks.map(writeBlock).join('\n\n')
}

function writeBlock(block: SimpleBlock): string {
  if (block.type === 'list') return writeList(block)
  if (block.type !== 'blockquote') return writeWords(block)
  return writeSimpleMarkdown(block.children)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

function writeList({ isOrdered, items }: SimpleList): string {
  return items
    .map((item, index) => writeItem(item, isOrdered ? `${index + 1}. ` : '- '))
    .join(items.some(({ isSpread }) => isSpread) ? '\n\n' : '\n')
}

function writeItem({ isSpread, children }: SimpleItem, bullet: string): string {
  const written = children.map(writeBlock).join(isSpread ? '\n\n' : '\n')
  return bullet + written.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(bullet.length)}`)
}

function writeWords(block: Paragraph | Heading): string {
  const written = writePhrases(block.children, '\n')
  if (written === null || (block.type === 'heading' && /[#\n]/.test(written))) {
    return stringifyMarkdown({ type: 'root', children: [block] }).trimEnd()
  }
  return block.type === 'heading' ? `${'#'.repeat(block.depth)} ${written}` : written
}

/** Phrases whose signs mean nothing but themselves; `null` if that is not certain. */
function writePhrases(nodes: readonly PhrasingContent[], before: string): string | null {
  let written = ''
  for (const [index, node] of nodes.entries()) {
    const last = written.at(-1) ?? before
    const next = nodes[index + 1]
    const words = writePhrase(node, last)
    if (words === null || (next?.type !== 'break' && next !== undefined && words.endsWith('!'))) return null
    written += words
  }
  return written
}

function writePhrase(node: PhrasingContent, before: string): string | null {
  if (node.type === 'text') return writeText(node.value, before)
  if (node.type === 'break') return '\\\n'
  if (node.type === 'inlineCode') return `\`${node.value}\``
  if (node.type === 'emphasis') return writeEmphasis(node.children, '*', before)
  if (node.type === 'strong') return writeEmphasis(node.children, '**', before)
  return node.type === 'link' ? writeLink(node) : null
}

/** What could be a reference, an address, a line through words, or a tag; underscores not within a word; and what has a backslash in front of it already. */
const doubtful = /[\\<~|{]|&[#\w]|[\w.+-]@|[ps]:\/|[Ww]\.[-.\w]|!\[|(?<![a-z\d]{2})_|_(?![a-z\d]{2})/i
/** At the beginning of a line: a heading, a list, a quote, a table, a line below a heading. */
const doubtfulStart = /^(?:[#+\-=>:\s]|\d+[.)])/

function writeText(value: string, before: string): string | null {
  if (doubtful.test(value) || (before === '\n' && doubtfulStart.test(value))) return null
  return value.replaceAll(/[*`[]/g, String.raw`\$&`)
}

/** Emphasis is certain where it begins and ends with letters, and nothing else is emphasised right beside it. */
function writeEmphasis(children: readonly PhrasingContent[], mark: string, before: string): string | null {
  if (children.some(({ type }) => type === 'emphasis' || type === 'strong' || type === 'break')) return null
  const words = writePhrases(children, mark)
  if (words === null || before === '*' || !/^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(words)) return null
  return mark + words + mark
}

function writeLink({ url, children }: Link): string | null {
  const [only, ...others] = children
  if (!/^(?:https?:\/\/|#)[\w\-./:?=%#+,;~@]*$/.test(url)) return null
  if (only?.type === 'text' && others.length === 0 && only.value === url) return url.startsWith('#') ? null : `<${url}>`
  const words = writePhrases(children, '[')
  return words === null || /[[\]\n]|^\s|\s$/.test(words) ? null : `[${words}](${url})`
}
