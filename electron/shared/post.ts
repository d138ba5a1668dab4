import type { Root } from 'mdast'
import type { Photo } from './trip.ts'

/** What stands above the text of a post. */
export interface PostMeta {
  title: string
  authors: string[]
  tags: string[]
  /** The date of publication, `YYYY-MM-DD`; `null` where the author has not set it. */
  date: string | null
  /** BCP 47. */
  language: string
  /** The short name from which exports make their file names: `pycon-de-2026`. */
  slug: string
}

/** The finished document that exporters get: one Markdown tree in which pictures are `photo:ID`. */
export interface Post {
  meta: PostMeta
  tree: Root
  /** The pictures that the tree shows, in the order of their first appearance. */
  photos: Photo[]
}

/** Something that the author may want to look at before publishing; nothing that would stop an export. */
export interface Remark {
  message: string
  /** The entry it is about, where it is about one. */
  entryId: string | null
}
