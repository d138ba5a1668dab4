import type { Root } from 'mdast'
import type { Message } from './messages/message.ts'
import type { RemarkPlace } from './report/post-places.ts'
import type { Photo } from './trip.ts'

/** The metadata of a post. */
export interface PostMeta {
  title: string
  authors: string[]
  tags: string[]
  /** The date of publication, `YYYY-MM-DD`; `null` if the author has not set it. */
  date: string | null
  /** BCP 47. */
  language: string
  /** The short name that exports use for files: `pycon-de-2026`. */
  slug: string
}

/** The finished document, which is the input of exporters: one Markdown tree in which pictures are `photo:ID`. */
export interface Post {
  meta: PostMeta
  tree: Root
  /** The pictures in the tree, in the order of their first appearance. */
  photos: Photo[]
}

/** Something that the author may want to check before publishing; never a reason to stop an export. */
export interface Remark {
  message: Message
  /** Where it can be changed. */
  at: RemarkPlace
}
