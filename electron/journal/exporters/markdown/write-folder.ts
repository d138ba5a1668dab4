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
import { given, listed, writeFrontMatter } from '../site/front-matter.ts'
import type { markdownOptions } from './options.ts'

const TEXT = 'index.md'

export const folderWriter: Writer<OptionValues<typeof markdownOptions>> = {
  async write(post, pictures, { 'front-matter': hasFrontMatter, 'picture-folder': folder }) {
    const paths = namePictures(post, folder)
    const tree = addressPictures(post.tree, (id) => paths.get(id))
    const text = hasFrontMatter
      ? joinParts(frontMatter(post.meta, paths.get(post.meta.cover ?? '') ?? null), stringifyMarkdown(tree))
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

export function joinParts(above: string, text: string): string {
  return `${above}${text && `\n${text}`}`
}

/** A post's tree with its title as the first heading. */
export function withTitle(tree: Root, { title }: PostMeta): Root {
  const children = plainPhrases(title.replace(/\s+/g, ' ').trim())
  return { ...tree, children: [{ type: 'heading', depth: 1, children }, ...tree.children] }
}

function frontMatter(meta: PostMeta, cover: string | null): string {
  const date = meta.date === null || meta.time === null ? meta.date : `${meta.date}T${meta.time}`
  return writeFrontMatter([
    ['title', meta.title],
    ...(date === null ? [] : [['date', { plain: date }] as const]),
    ...(meta.hasOwnSlug ? given('slug', meta.slug) : []),
    ...given('description', meta.description),
    ...listed('authors', meta.authors),
    ...listed('tags', meta.tags),
    ...listed('categories', meta.categories),
    ...given('image', cover),
    ['lang', meta.language],
  ])
}
