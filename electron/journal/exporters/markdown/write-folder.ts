import type { Root } from 'mdast'
import type { OptionValues } from '../../../shared/export-options.ts'
import type { PostMeta } from '../../../shared/post.ts'
import { ok } from '../../../shared/result.ts'
import { stringifyMarkdown } from '../../markdown/stringify-markdown.ts'
import { plainPhrases } from '../../report/plain-phrases.ts'
import { addressPictures } from '../address-pictures.ts'
import { encodeText, type ExportFile, type Writer } from '../exporter.ts'
import { namePictures } from '../name-pictures.ts'
import { passedOn } from '../passed-on.ts'
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

function joinParts(above: string, text: string): string {
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
