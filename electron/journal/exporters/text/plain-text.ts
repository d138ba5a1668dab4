import type { List, Root, RootContent, Table } from 'mdast'
import type { FootnoteDefinition } from 'mdast'
import { eachNode } from '../../markdown/map-nodes.ts'
import { languageOf } from '../../markdown/outline.ts'
import { createInline, type Inline } from '../../markdown/outline-inline.ts'
import { addressPictures } from '../address-pictures.ts'
import { decodeOnly, encodeText, type Exporter } from '../exporter.ts'
import { resolveHtml } from '../../html/safe-html.ts'
import { namePictures } from '../name-pictures.ts'
import { readPlainText, readPlainTitle } from './read-plain-text.ts'
import { columnsOf } from './columns.ts'
import { BULLET, escapeLine, RULE, underlines, widthOf } from './signs.ts'

/**
 * A text for mails, forms and everything else without mark-up. What is structure is indented or underlined, so that a
 * line that begins with "1." as somebody's words is never taken for a list, and the file can be read back.
 */
export const plainText: Exporter = {
  id: 'text',
  name: 'Plain text',
  description: 'one text file without mark-up, for mails, forms and notes',
  makes: 'file',
  comparison: { spelled: true },

  write(post, pictures) {
    const lines = [...underline([post.meta.title], 0), ...writeText(this.expect(post, pictures))]
    return [{ path: `${post.meta.slug}.txt`, data: encodeText(`${lines.join('\n')}\n`) }]
  },

  read: (files) => readPlainText(decodeOnly(files)),
  readMeta: (files) => ({ title: readPlainTitle(decodeOnly(files)) }),

  expect(post) {
    const names = namePictures(post)
    return resolveHtml(
      addressPictures(post.tree, (id) => names.get(id)),
      post.meta.language,
    )
  },
}

/** A heading with an address in it can be longer than any window is wide. */
const MAX_UNDERLINE = 72

function writeText(root: Root): string[] {
  const inline = createInline({ spelled: true })
  const lines: string[] = []
  for (const block of writeBlocks(root.children, inline)) lines.push('', ...block)

  const definitions = new Map<string, FootnoteDefinition>()
  eachNode(root, (node) => {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  for (let index = 0; index < inline.footnotes.length; index++) {
    const definition = definitions.get(inline.footnotes[index] ?? '')
    if (definition !== undefined) lines.push('', ...writeItem(`[^${index + 1}]`, definition.children, inline, true))
  }
  return lines
}

/** The lines of each block that has any. */
function writeBlocks(nodes: readonly RootContent[], inline: Inline): string[][] {
  return nodes.map((node) => writeBlock(node, inline)).filter((lines) => lines.length > 0)
}

function writeBlock(node: RootContent, inline: Inline): string[] {
  switch (node.type) {
    case 'heading': {
      const words = inline.read(node.children, '').text
      return words === '' ? [] : underline(words.split('\n'), node.depth)
    }
    case 'paragraph': {
      const words = inline.read(node.children, '').text
      return words === '' ? [] : words.split('\n').map(escapeLine)
    }
    case 'blockquote':
      return join(writeBlocks(node.children, inline)).map((line) => (line === '' ? '  >' : `  > ${line}`))
    case 'list':
      return writeList(node, inline)
    case 'code':
      return writeCode(node.value, languageOf(node))
    case 'table':
      return writeTable(node, inline)
    case 'thematicBreak':
      return [`  ${RULE}`]
    case 'text':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'inlineCode':
    case 'break':
    case 'link':
    case 'image':
    case 'linkReference':
    case 'imageReference':
    case 'footnoteReference':
      return writeBlock({ type: 'paragraph', children: [node] }, inline)
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return join(writeBlocks(node.children, inline))
    case 'footnoteDefinition':
    case 'definition':
    case 'html':
    case 'yaml':
      return []
    default:
      // Kinds that other dialects add to the tree are not in any text of ours.
      return []
  }
}

function join(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]))
}

/** Without empty lines where the blocks are told apart anyhow. */
function joinClosely(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((block, index) =>
    isWords(blocks[index - 1]?.at(-1)) && isWords(block[0]) ? ['', ...block] : block,
  )
}

function isWords(line: string | undefined): boolean {
  return line?.startsWith('  ') === false
}

function writeList(list: List, inline: Inline): string[] {
  const isSpread = list.spread === true || list.children.some((item) => item.spread === true)
  const items = list.children.map((item, index) => {
    const marker = list.ordered === true ? `${(list.start ?? 1) + index}.` : BULLET
    const task = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : ''
    return writeItem(marker, item.children, inline, isSpread, task)
  })
  return isSpread ? join(items) : items.flat()
}

/** What hangs from a marker: its first paragraph on the marker's line, all else below, as far in as the words. */
function writeItem(
  marker: string,
  children: readonly RootContent[],
  inline: Inline,
  isSpread: boolean,
  task = '',
): string[] {
  const blocks = writeBlocks(children, inline)
  const startsWithWords = children[0]?.type === 'paragraph' && blocks.length > 0
  const content = isSpread ? join(blocks) : joinClosely(blocks)
  const indent = ' '.repeat(2 + marker.length + 1)
  const indented = content.map((line) => (line === '' ? '' : indent + line))
  const [first = '', ...others] = indented
  if (!startsWithWords) return [`  ${marker}${task === '' ? '' : ` ${task.trimEnd()}`}`, ...indented]
  const words = first.slice(indent.length)
  // Words that look like a box to tick are words.
  const guarded = task === '' && /^\[[ x]\](?: |$)/.test(words) ? `\\${words}` : words
  return [`  ${marker} ${task}${guarded}`, ...others]
}

function writeCode(code: string, language: string): string[] {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(Math.max(3, longest + 1))
  const lines = code.split('\n').map((line) => (line === '' ? '' : `  ${line}`))
  return [`  ${fence}${language}`, ...lines, `  ${fence}`]
}

function writeTable(table: Table, inline: Inline): string[] {
  const rows = table.children.map((row) =>
    row.children.map((cell) =>
      inline
        .read(cell.children, '')
        .text.replace(/\n+/g, ' ')
        .replace(/[\\|]/g, (sign) => `\\${sign}`),
    ),
  )
  return columnsOf(rows).map((line) => `  ${line}`)
}

/** @param level from 1 to 6; 0 for the title of all */
function underline(lines: readonly string[], level: number): string[] {
  const written = lines.map(escapeLine)
  const sign = underlines[level] ?? '='
  return [...written, sign.repeat(Math.min(MAX_UNDERLINE, widthOf(written.at(-1) ?? '')))]
}
