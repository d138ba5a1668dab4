import type { Root } from 'mdast'
import { type Message, message } from '../../../shared/messages/message.ts'
import type { Post } from '../../../shared/post.ts'
import { stringifyMarkdown } from '../../markdown/stringify-markdown.ts'
import { splitFrontMatter, textOf } from '../../markdown/front-matter.ts'
import { addressPictures } from '../address-pictures.ts'
import { encodeText, type ExportFile, type Pictures, type ReadPost, type WrittenPost, decodeText } from '../exporter.ts'
import { type FrontTable, writeFrontMatter } from '../site/front-matter.ts'
import { readMarkdown } from '../read-markdown.ts'
import { placePictures } from './place-pictures.ts'

/** The folder for pictures beside a Markdown file. */
const FOLDER = 'pictures'

interface Article {
  post: Post
  pictures: Pictures
  /** Where the pictures will be; empty if that is not known. */
  address: string
  /** For the end of the folder's name. */
  suffix: string
  /** @param cover the address of the post's cover on the web; `null` for none */
  fields: (cover: string | null) => FrontTable
  /** Writes the text in the Markdown of the system. */
  stringify?: (tree: Root) => string
  omissions: Message[]
  notes: Message[]
}

/** Writes a post as one Markdown file with front matter, for a system whose pictures are elsewhere on the web. */
export function writeArticle(article: Article): WrittenPost {
  const { post, pictures, address, suffix, omissions, notes } = article
  const placed = placePictures(post, pictures, FOLDER, address || FOLDER)
  const tree = addressPictures(post.tree, (id) => placed.addresses.get(id))
  const cover = address === '' ? null : (placed.addresses.get(post.meta.cover ?? '') ?? null)
  const body = (article.stringify ?? stringifyMarkdown)(tree)
  const text = `${writeFrontMatter(article.fields(cover))}${body && `\n${body}`}`
  const files: ExportFile[] = [{ path: `${post.meta.slug}.md`, data: encodeText(text) }, ...placed.files]
  const isUnplaced = address === '' && placed.names.size > 0
  return {
    makes: 'folder',
    name: `${post.meta.slug}-${suffix}`,
    files,
    tree,
    omissions,
    notes: [
      ...notes,
      ...(isUnplaced ? [message('export.note.pictures-without-address', { count: placed.names.size })] : []),
    ],
  }
}

/**
 * Reads an article back: its title, its tags, which are one text between commas, and its text.
 *
 * @param description the name of the field that says what the post is about
 */
export function readArticle(data: Uint8Array, description: string): ReadPost {
  const { fields } = splitFrontMatter(decodeText(data))
  const tags = textOf(fields['tags'])
  return {
    tree: readMarkdown(data).tree,
    meta: {
      title: textOf(fields['title']),
      tags: tags === '' ? [] : tags.split(', '),
      description: textOf(fields[description]),
    },
  }
}
