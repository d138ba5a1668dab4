import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { message } from '../../../shared/messages/message.ts'
import { ok } from '../../../shared/result.ts'
import { element, text } from '../../html/elements.ts'
import { setFigures } from '../../html/figures.ts'
import { htmlOmissions, toSafeHtml } from '../../html/safe-html.ts'
import { photoIdIn } from '../../report/show-pictures.ts'
import { encodeText, type Pictures, type Writer } from '../exporter.ts'
import { InlinePictures } from '../html/inline-pictures.ts'
import { expectedTree } from '../html/write-page.ts'
import { contentAddress, readFragment } from '../read-page.ts'
import { asMarkdown } from './write-markdown.ts'

const writer = unified().use(rehypeStringify).freeze()

/** Other programs stop answering when they paste more than this. In bytes of the pictures themselves. */
const MAX_PICTURE_BYTES = 30_000_000

/** The text is beside the page for programs that take no formatted text. */
export const richTextWriter: Writer<object> = {
  async write(post, pictures) {
    const shown = sizeOf(pictures) > MAX_PICTURE_BYTES ? new Map() : pictures
    const inline = new InlinePictures(shown)
    const body = setFigures(toSafeHtml(post.tree, post.meta.language), (url) => inline.addressOf(photoIdIn(url) ?? ''))
    const heading = element('h1', {}, [text(post.meta.title)])
    const page = writer.stringify({ type: 'root', children: [heading, text('\n'), ...body] })
    const addresses = new Map([...shown].map(([id, { data }]) => [id, contentAddress(data)]))
    const left = pictures.size - shown.size
    return ok({
      makes: 'clipboard',
      name: post.meta.slug,
      files: [
        { path: 'post.html', data: inline.fillIn(page) },
        { path: 'post.md', data: encodeText(asMarkdown(post).text) },
      ],
      tree: expectedTree(post, addresses),
      omissions: htmlOmissions(post.tree, post.meta.language),
      notes: left === 0 ? [] : [message('export.note.pictures-too-large', { count: left })],
    })
  },

  read: (files) => readFragment(files.get('post.html') ?? new Uint8Array()),
}

function sizeOf(pictures: Pictures): number {
  return [...pictures.values()].reduce((sum, { data }) => sum + data.byteLength, 0)
}
