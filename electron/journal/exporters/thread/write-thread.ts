import type { FootnoteDefinition, RootContent } from 'mdast'
import { removeControls } from '../../../shared/invisible-characters.ts'
import type { Post } from '../../../shared/post.ts'
import { cleanTexts } from '../clean-texts.ts'
import { resolveHtml } from '../../html/safe-html.ts'
import { eachNode, mapNodes } from '../../markdown/map-nodes.ts'
import { createInline, type Inline } from '../../markdown/outline-inline.ts'
import type { ThreadBlock } from './cut-thread.ts'

/** A post as the paragraphs of a thread: plain text without markup, with links as `words (address)`. */
export function threadBlocks({ meta, tree, photos }: Post): ThreadBlock[] {
  const known = new Map(photos.map((photo) => [`photo:${photo.id}`, photo]))
  const root = cleanTexts(resolveHtml(tree, meta.language), removeControls)
  const inline = createInline({ spelled: true })
  const definitions = new Map<string, FootnoteDefinition>()
  eachNode(root, (node) => {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  const toBlock = (node: RootContent): ThreadBlock => {
    const pictures: string[] = []
    eachNode(node, (child) => {
      if (child.type !== 'image') return
      const photo = known.get(child.url)
      pictures.push(
        [child.alt ?? '', photo?.alt ?? '', photo?.caption ?? ''].find((words) => words.trim() !== '') ?? '',
      )
    })
    const bare = mapNodes({ type: 'root', children: [node] }, (child) => (child.type === 'image' ? null : child))
    const text = bare.children.flatMap((child) => linesOf(child, inline)).join('\n')
    return { text: text.replaceAll(/\[\^(\d+)\]/g, '[$1]').trim(), isHeading: node.type === 'heading', pictures }
  }
  const blocks = [{ text: meta.title, isHeading: true, pictures: [] }, ...root.children.map(toBlock)]
  for (let index = 0; index < inline.footnotes.length; index++) {
    const definition = definitions.get(inline.footnotes[index] ?? '')
    const note = definition?.children.flatMap((child) => linesOf(child, inline)).join(' ') ?? ''
    if (note !== '') blocks.push({ text: `[${index + 1}] ${note}`, isHeading: false, pictures: [] })
  }
  return blocks.filter(({ text, pictures }) => text !== '' || pictures.length > 0)
}

function linesOf(node: RootContent, inline: Inline): string[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      return inline.read(node.children, '').text.split('\n')
    case 'blockquote':
      return node.children.flatMap((child) => linesOf(child, inline)).map((line) => `> ${line}`)
    case 'list':
      return node.children.flatMap((item, index) => {
        const marker = node.ordered === true ? `${(node.start ?? 1) + index}.` : '•'
        const [first = '', ...others] = item.children.flatMap((child) => linesOf(child, inline))
        return [`${marker} ${first}`, ...others.map((line) => `  ${line}`)]
      })
    case 'table':
      return node.children.map((row) =>
        row.children.map((cell) => inline.read(cell.children, '').text.replaceAll('\n', ' ')).join(' | '),
      )
    case 'code':
      return node.value.split('\n')
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
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
    case 'footnoteDefinition':
    case 'definition':
    case 'thematicBreak':
    case 'html':
    case 'yaml':
      return []
    default:
      // Node types of other dialects, which our texts never contain.
      return []
  }
}
