import type { ExportOptions } from '../../electron/shared/export-options.ts'
import { message } from '../../electron/shared/messages/message.ts'
import { ok } from '../../electron/shared/result.ts'
import { toSafeHtml } from '../../electron/journal/html/safe-html.ts'
import { stringifyMarkdown } from '../../electron/journal/markdown/stringify-markdown.ts'
import { addressPictures } from '../../electron/journal/exporters/address-pictures.ts'
import { defineExporter, encodeText, type Exporter } from '../../electron/journal/exporters/exporter.ts'
import { namePictures } from '../../electron/journal/exporters/name-pictures.ts'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'

/*
 * One small target of each kind that Lanyard itself does not have yet, written like any new target would be: they use
 * nothing that is not available to all targets.
 */

const described = {
  name: message('export.target.text.name'),
  description: message('export.target.text.description'),
}

const siteOptions = {
  drafts: {
    kind: 'switch',
    label: message('export.option.front-matter'),
    description: message('export.option.front-matter.description'),
    initial: false,
  },
} as const satisfies ExportOptions

/** A site whose posts and pictures are in subfolders. It is checked like all Markdown. */
const site = defineExporter({
  id: 'some-site',
  group: 'sites',
  ...described,
  makes: 'site',
  options: siteOptions,
  shows: { tripPictures: true, webPictures: true },
  load: async () => ({
    async write(post, pictures, { drafts }) {
      const { slug, title, authors, tags, language } = post.meta
      const paths = namePictures(post, `assets/img/${slug}`)
      const tree = addressPictures(post.tree, (id) => paths.get(id))
      const meta = Object.entries({ title, authors, tags, lang: language })
      const above = meta.map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('')
      const text = `---\n${above}---\n\n${stringifyMarkdown(tree)}`
      const images = [...paths].flatMap(([photoId, path]) => {
        const data = pictures.get(photoId)?.data
        return data === undefined ? [] : [{ path, data, photoId }]
      })
      const path = `${drafts ? '_drafts' : '_posts'}/${slug}.md`
      const files = [{ path, data: encodeText(text) }, ...images]
      return ok({ makes: 'site', name: slug, files, tree, omissions: [] })
    },
  }),
})

/** A binary file that nothing here can read back. */
const document = defineExporter({
  id: 'some-document',
  group: 'documents',
  ...described,
  makes: 'document',
  options: {},
  shows: { tripPictures: true, webPictures: false },
  load: async () => ({
    async write(post, pictures) {
      const bytes = [...pictures.values()].flatMap(({ data }) => [...data])
      const data = new Uint8Array([0, 255, ...encodeText(stringifyMarkdown(post.tree)), ...bytes])
      const name = `${post.meta.slug}.bin`
      return ok({ makes: 'document', name, files: [{ path: name, data }], tree: post.tree, omissions: [] })
    },
  }),
})

/** Rich text for the clipboard. It has a check of its own. */
const clipboard = defineExporter({
  id: 'some-clipboard',
  group: 'clipboard',
  ...described,
  makes: 'clipboard',
  options: {},
  shows: { tripPictures: false, webPictures: true },
  load: async () => ({
    async write(post) {
      const children = toSafeHtml(post.tree, post.meta.language)
      const html = unified().use(rehypeStringify).stringify({ type: 'root', children })
      const files = [
        { path: 'post.html', data: encodeText(html) },
        { path: 'post.txt', data: encodeText(stringifyMarkdown(post.tree)) },
      ]
      return ok({ makes: 'clipboard', name: post.meta.slug, files, tree: post.tree, omissions: [] })
    },
    verify: ({ files }) => ({
      census: null,
      differences: files.size === 2 ? [] : [message('export.differs.file', { path: 'post.txt' })],
    }),
  }),
})

/** A target that never ends. */
const endless = defineExporter({
  id: 'some-endless',
  group: 'files',
  ...described,
  makes: 'file',
  options: {},
  shows: { tripPictures: false, webPictures: false },
  load: async () => ({
    write() {
      for (;;);
    },
  }),
})

export const extraTargets: readonly Exporter[] = [site, document, clipboard, endless]
