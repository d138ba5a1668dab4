import type { FootnoteDefinition, List, Root, RootContent, Table } from 'mdast'
import type { OptionValues } from '../../../shared/export-options.ts'
import { removeControls } from '../../../shared/invisible-characters.ts'
import type { Post } from '../../../shared/post.ts'
import { ok } from '../../../shared/result.ts'
import { htmlOmissions, resolveHtml } from '../../html/safe-html.ts'
import { eachNode } from '../../markdown/map-nodes.ts'
import { languageOf } from '../../markdown/outline.ts'
import { createInline, type Inline } from '../../markdown/outline-inline.ts'
import { addressPictures } from '../address-pictures.ts'
import { decodeText, encodeText, type Writer } from '../exporter.ts'
import { namePictures } from '../name-pictures.ts'
import { columnsOf } from './columns.ts'
import type { textOptions } from './options.ts'
import { readPlainText } from './read-plain-text.ts'
import { BULLET, escapeLine, RULE, underlines, widthOf } from './signs.ts'
import { cleanTexts } from '../clean-texts.ts'
import { wrapLine } from './wrap-lines.ts'

/**
 * Structure is indented or underlined, so that the author's line that begins with "1." is never mistaken for a list,
 * and the file can be read back.
 */
export const textWriter: Writer<OptionValues<typeof textOptions>> = {
  async write(post, _pictures, { width }) {
    const tree = textTree(post)
    const name = `${post.meta.slug}.txt`
    const files = [{ path: name, data: encodeText(writeAll(post, tree, width)) }]
    return ok({ makes: 'file', name, files, tree, omissions: htmlOmissions(post.tree, post.meta.language) })
  },

  read(files, { width }) {
    const [data = new Uint8Array()] = files.values()
    return readPlainText(decodeText(data), width > 0)
  },
  comparison: { spelled: true },
}

/** The post as one plain text, in which pictures have the names of {@link namePictures}. */
export function writePlainText(post: Post): string {
  return writeAll(post, textTree(post), 0)
}

function textTree(post: Post): Root {
  const names = namePictures(post)
  const addressed = addressPictures(post.tree, (id) => names.get(id))
  return cleanTexts(resolveHtml(addressed, post.meta.language), removeControls)
}

function writeAll({ meta }: Post, tree: Root, width: number): string {
  const title = removeControls(meta.title).replaceAll('\n', ' ')
  const lines = [...underline([title], 0), ...writeText(tree, width)]
  return `${lines.join('\n')}\n`
}

/** A heading with an address in it can be wider than any window. */
const MAX_UNDERLINE = 72

/** The context of a block that affects how it is written. */
interface Setting {
  inline: Inline
  /** Maximum line width here, in columns; 0 for no limit. */
  width: number
}

function narrower({ inline, width }: Setting, columns: number): Setting {
  return { inline, width: width === 0 ? 0 : Math.max(1, width - columns) }
}

function writeText(root: Root, width: number): string[] {
  const inline = createInline({ spelled: true })
  const setting = { inline, width }
  const lines: string[] = []
  for (const block of writeBlocks(root.children, setting)) lines.push('', ...block)

  const definitions = new Map<string, FootnoteDefinition>()
  eachNode(root, (node) => {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  for (let index = 0; index < inline.footnotes.length; index++) {
    const definition = definitions.get(inline.footnotes[index] ?? '')
    if (definition !== undefined) lines.push('', ...writeItem(`[^${index + 1}]`, definition.children, setting, true))
  }
  return lines
}

/** The lines of each block that is not empty. */
function writeBlocks(nodes: readonly RootContent[], setting: Setting): string[][] {
  return nodes.map((node) => writeBlock(node, setting)).filter((lines) => lines.length > 0)
}

function writeBlock(node: RootContent, setting: Setting): string[] {
  const { inline, width } = setting
  switch (node.type) {
    case 'heading': {
      const words = inline.read(node.children, '').text
      return words === '' ? [] : underline(words.split('\n'), node.depth)
    }
    case 'paragraph': {
      const words = inline.read(node.children, '').text
      return words === '' ? [] : words.split('\n').flatMap((line) => wrapLine(line, width).map(escapeLine))
    }
    case 'blockquote':
      return join(writeBlocks(node.children, narrower(setting, 4))).map((line) => (line === '' ? '  >' : `  > ${line}`))
    case 'list':
      return writeList(node, setting)
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
      return writeBlock({ type: 'paragraph', children: [node] }, setting)
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return join(writeBlocks(node.children, setting))
    case 'footnoteDefinition':
    case 'definition':
    case 'html':
    case 'yaml':
      return []
    default:
      // Node types of other dialects, which our texts never contain.
      return []
  }
}

function join(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]))
}

/** Joins blocks without empty lines where they can be told apart without them. */
function joinClosely(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((block, index) =>
    isWords(blocks[index - 1]?.at(-1)) && isWords(block[0]) ? ['', ...block] : block,
  )
}

function isWords(line: string | undefined): boolean {
  return line?.startsWith('  ') === false
}

function writeList(list: List, setting: Setting): string[] {
  const isSpread = list.spread === true || list.children.some((item) => item.spread === true)
  const items = list.children.map((item, index) => {
    const marker = list.ordered === true ? `${(list.start ?? 1) + index}.` : BULLET
    const task = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : ''
    return writeItem(marker, item.children, setting, isSpread, task)
  })
  return isSpread ? join(items) : items.flat()
}

/** A list item: its first paragraph is on the marker's line, the rest below, with the same indentation. */
function writeItem(
  marker: string,
  children: readonly RootContent[],
  setting: Setting,
  isSpread: boolean,
  task = '',
): string[] {
  const indent = ' '.repeat(2 + marker.length + 1)
  const blocks = writeBlocks(children, narrower(setting, indent.length + task.length))
  const startsWithWords = children[0]?.type === 'paragraph' && blocks.length > 0
  const content = isSpread ? join(blocks) : joinClosely(blocks)
  const indented = content.map((line) => (line === '' ? '' : indent + line))
  const [first = '', ...others] = indented
  if (!startsWithWords) return [`  ${marker}${task === '' ? '' : ` ${task.trimEnd()}`}`, ...indented]
  const words = first.slice(indent.length)
  // Text that looks like a checkbox is escaped.
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

/** @param level from 1 to 6; 0 for the title */
function underline(lines: readonly string[], level: number): string[] {
  const written = lines.map(escapeLine)
  const sign = underlines[level] ?? '='
  return [...written, sign.repeat(Math.min(MAX_UNDERLINE, widthOf(written.at(-1) ?? '')))]
}
