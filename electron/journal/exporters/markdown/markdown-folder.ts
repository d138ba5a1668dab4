import type { Post, PostMeta } from '../../../shared/post.ts'
import { splitFrontMatter, textOf, textsOf } from '../../markdown/front-matter.ts'
import { parseMarkdown } from '../../markdown/parse-markdown.ts'
import { resolveReferences } from '../../markdown/resolve-references.ts'
import { stringifyMarkdown } from '../../markdown/stringify-markdown.ts'
import { addressPictures } from '../address-pictures.ts'
import { decodeFile, encodeText, type Exporter, type ExportFile, type Pictures } from '../exporter.ts'
import { namePictures } from '../name-pictures.ts'

const TEXT = 'index.md'

/** A folder as static site generators take it: the text with its YAML front matter, and the pictures beside it. */
export const markdownFolder: Exporter = {
  id: 'markdown',
  name: 'Markdown folder',
  description: 'index.md with front matter and the pictures beside it, for Hugo, Eleventy, Astro and others',
  makes: 'folder',
  comparison: {},

  write(post, pictures) {
    const files: ExportFile[] = []
    for (const [id, name] of namePictures(post)) {
      const picture = pictures.get(id)
      if (picture !== undefined) files.push({ path: name, data: picture.data })
    }
    const text = stringifyMarkdown(this.expect(post, pictures))
    return [{ path: TEXT, data: encodeText(`${frontMatter(post.meta)}${text && `\n${text}`}`) }, ...files]
  },

  read(files) {
    return resolveReferences(parseMarkdown(splitFrontMatter(decodeFile(files, TEXT)).body))
  },

  readMeta(files) {
    const { fields } = splitFrontMatter(decodeFile(files, TEXT))
    return {
      title: textOf(fields['title']),
      date: textOf(fields['date']) || null,
      authors: textsOf(fields['authors'] ?? []),
      tags: textsOf(fields['tags'] ?? []),
      language: textOf(fields['lang']),
    }
  },

  expect(post: Post, _pictures: Pictures) {
    const names = namePictures(post)
    return addressPictures(post.tree, (id) => names.get(id))
  },
}

/** Every text is in double quotes: without them `No`, `2026` and `a: b` are something else to one reader or another. */
function frontMatter(meta: PostMeta): string {
  const lines = [`title: ${quote(meta.title)}`]
  if (meta.date !== null) lines.push(`date: ${meta.date}`)
  if (meta.authors.length > 0) lines.push(`authors: [${meta.authors.map(quote).join(', ')}]`)
  if (meta.tags.length > 0) lines.push(`tags: [${meta.tags.map(quote).join(', ')}]`)
  lines.push(`lang: ${quote(meta.language)}`)
  return `---\n${lines.join('\n')}\n---\n`
}

/** A text as YAML's double-quoted scalar on one line, with escapes for what YAML does not let stand. */
function quote(text: string): string {
  const unprintable = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g
  // A half of a character that lost its other half is nothing that a file can hold.
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
