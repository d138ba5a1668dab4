import type { Root } from 'mdast'
import type { OptionValues } from '../../../shared/export-options.ts'
import { type Message, message } from '../../../shared/messages/message.ts'
import type { PostMeta } from '../../../shared/post.ts'
import { ok } from '../../../shared/result.ts'
import { eachNode } from '../../markdown/map-nodes.ts'
import { stringifyMarkdown } from '../../markdown/stringify-markdown.ts'
import { plainPhrases } from '../../report/plain-phrases.ts'
import { addressPictures } from '../address-pictures.ts'
import { encodeText, type ExportFile, type Writer } from '../exporter.ts'
import { namePictures } from '../name-pictures.ts'
import type { markdownOptions } from './options.ts'

const TEXT = 'index.md'

export const folderWriter: Writer<OptionValues<typeof markdownOptions>> = {
  async write(post, pictures, { 'front-matter': hasFrontMatter, 'picture-folder': folder }) {
    const paths = namePictures(post, folder)
    const tree = addressPictures(post.tree, (id) => paths.get(id))
    const text = hasFrontMatter
      ? joinParts(frontMatter(post.meta), stringifyMarkdown(tree))
      : stringifyMarkdown(withTitle(tree, post.meta))
    const files: ExportFile[] = [{ path: TEXT, data: encodeText(text) }]
    for (const [photoId, path] of paths) {
      const data = pictures.get(photoId)?.data
      if (data !== undefined) files.push({ path, data, photoId })
    }
    return ok({ makes: 'folder', name: post.meta.slug, files, tree, omissions: [], notes: passedOn(tree) })
  },
}

/** Shortcodes of Hugo, Jekyll and the like. */
const shortcode = /\{\{|\{%/

/** Says if a text has parts that the site runs: in one from elsewhere, they may not be what the author expects. */
export function passedOn(tree: Root): Message[] {
  let [hasHtml, hasShortcodes] = [false, false]
  eachNode(tree, (node) => {
    if (node.type === 'html') hasHtml = true
    else if ('value' in node || node.type === 'link') {
      hasShortcodes ||= shortcode.test('value' in node ? node.value : node.url)
    }
  })
  if (!hasHtml && !hasShortcodes) return []
  const what = hasHtml && hasShortcodes ? 'other' : hasHtml ? 'html' : 'shortcodes'
  return [message('export.note.passed-on', { what })]
}

function joinParts(above: string, text: string): string {
  return `${above}${text && `\n${text}`}`
}

/** A post's tree with its title as the first heading. */
export function withTitle(tree: Root, { title }: PostMeta): Root {
  const children = plainPhrases(title.replace(/\s+/g, ' ').trim())
  return { ...tree, children: [{ type: 'heading', depth: 1, children }, ...tree.children] }
}

/** Every text is in double quotes: without them, some parsers misread `No`, `2026` and `a: b`. */
function frontMatter(meta: PostMeta): string {
  const lines = [`title: ${quote(meta.title)}`]
  if (meta.date !== null) lines.push(`date: ${meta.date}`)
  if (meta.authors.length > 0) lines.push(`authors: [${meta.authors.map(quote).join(', ')}]`)
  if (meta.tags.length > 0) lines.push(`tags: [${meta.tags.map(quote).join(', ')}]`)
  lines.push(`lang: ${quote(meta.language)}`)
  return `---\n${lines.join('\n')}\n---\n`
}

/** A text as YAML's double-quoted scalar on one line, with escapes for characters that YAML does not allow. */
function quote(text: string): string {
  const unprintable = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g
  // A lone surrogate cannot be encoded in a file.
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
