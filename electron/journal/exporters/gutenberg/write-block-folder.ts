import type { OptionValues } from '../../../shared/export-options.ts'
import { type Message, message } from '../../../shared/messages/message.ts'
import type { Post } from '../../../shared/post.ts'
import { ok } from '../../../shared/result.ts'
import { htmlOmissions } from '../../html/safe-html.ts'
import { decodeText, encodeText, type Pictures, type ReadPost, type TextFiles, type Writer } from '../exporter.ts'
import { blogHtml, blogTree } from '../publishing/blog-html.ts'
import type { pictureAddressOption } from '../publishing/options.ts'
import { type PlacedPictures, placePictures } from '../publishing/place-pictures.ts'
import { withoutForbidden } from '../publishing/post-for-xml.ts'
import { withTaskSigns } from '../publishing/task-signs.ts'
import { readBlocks } from './read-blocks.ts'
import { writeBlocks } from './write-blocks.ts'

type Values = OptionValues<typeof pictureAddressOption>

export const blockFolderWriter: Writer<Values> = {
  async write(post, pictures, options) {
    const { markup, tree, notes, placed } = blocksOf(post, pictures, options['picture-address'])
    return ok({
      makes: 'folder',
      name: `${post.meta.slug}-blocks`,
      files: [{ path: 'post.html', data: encodeText(markup) }, ...placed.files],
      tree,
      omissions: htmlOmissions(post.tree, post.meta.language),
      notes: [message('export.note.blocks-only'), ...notes],
    })
  },
  read,
}

export const copiedBlocksWriter: Writer<Values> = {
  async write(post, pictures, options) {
    const { markup, tree, notes } = blocksOf(post, pictures, options['picture-address'])
    return ok({
      makes: 'clipboard',
      name: post.meta.slug,
      files: [{ path: 'post.txt', data: encodeText(markup) }],
      tree,
      omissions: htmlOmissions(post.tree, post.meta.language),
      notes: [message('export.note.blocks-only'), ...notes],
    })
  },
  read,
}

interface Blocks {
  markup: string
  /** What reading the markup gives. */
  tree: Post['tree']
  notes: Message[]
  placed: PlacedPictures
}

/**
 * A post as the markup of blocks.
 *
 * @param address of the folder in which the pictures will be; empty if they are copied onto the server by hand
 */
export function blocksOf(given: Post, pictures: Pictures, address: string): Blocks {
  const post = withoutForbidden(given)
  const placed = placePictures(post, pictures, 'pictures', address || uploadFolder(post))
  const signed = withTaskSigns(post.tree)
  const shown = { ...post, tree: signed.tree }
  const needsUpload = address === '' && placed.names.size > 0
  return {
    markup: writeBlocks(blogHtml(shown, placed.addresses)),
    tree: blogTree(shown, placed.addresses),
    notes: [
      ...signed.notes,
      ...(needsUpload
        ? [message('export.note.wordpress-pictures', { count: placed.names.size, folder: uploadFolder(post) })]
        : []),
    ],
    placed,
  }
}

/** The folder for the pictures on the server of a WordPress site, as an address within the site. */
function uploadFolder({ meta }: Post): string {
  return `/wp-content/uploads/${meta.slug}`
}

/** The title, the tags and the date have fields of their own in the editor, so they are not in the markup. */
function read(files: TextFiles): ReadPost {
  const [markup = new Uint8Array()] = files.values()
  return { tree: readBlocks(decodeText(markup)), meta: {} }
}
