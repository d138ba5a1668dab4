import type { Root } from 'mdast'
import type { Message } from './messages/message.ts'
import type { RemarkPlace } from './report/post-places.ts'
import type { Photo } from './trip.ts'

/** The metadata of a post. */
export interface PostMeta {
  title: string
  authors: string[]
  tags: string[]
  categories: string[]
  /** What the post is about, in one line; empty if the author has not said it. */
  description: string
  /** The date of publication, `YYYY-MM-DD`; `null` if the author has not set it. */
  date: string | null
  /** The time on that day with its offset, `19:00:00+01:00`; `null` if only the date is known. */
  time: string | null
  /** The last day of the trip, for targets that need a date. */
  lastDay: string
  /** The trip's time zone, an IANA name. */
  timeZone: string
  /** BCP 47. */
  language: string
  /** The short name that exports use for files: `pycon-de-2026`. */
  slug: string
  /** Whether the author chose the short name, rather than it being made from the title. */
  hasOwnSlug: boolean
  /** The id of the photo that stands for the post in lists; `null` for none. */
  cover: string | null
}

/** The finished document, which is the input of exporters: one Markdown tree in which pictures are `photo:ID`. */
export interface Post {
  /** The trip that it tells of, from which files with an identity of their own take it. */
  tripId: string
  meta: PostMeta
  tree: Root
  /** The pictures in the tree, in the order of their first appearance, and then the cover if it is not one of them. */
  photos: Photo[]
}

/** Something that the author may want to check before publishing; never a reason to stop an export. */
export interface Remark {
  message: Message
  /** Where it can be changed. */
  at: RemarkPlace
}
