import type { ExportOptions, OptionValues } from '../../../shared/export-options.ts'
import type { Message } from '../../../shared/messages/message.ts'
import type { PostMeta } from '../../../shared/post.ts'
import type { Dialect } from './dialects.ts'

/** The metadata that a kind of front matter may lack. */
export type MetaField = 'authors' | 'tags' | 'categories' | 'description' | 'language'

/** The cover of a post in a site. */
export interface SiteCover {
  /** Its address, as in the text. */
  address: string
  /** Its alternative text. */
  alt: string
}

/** A site generator: where its files are, what is above the text, and what its Markdown lacks. */
export interface SiteTarget<O extends ExportOptions> {
  /** The path of the text in the site, with `/`. */
  textPath: (meta: PostMeta, options: OptionValues<O>) => string
  /** The folder of the pictures in the site; the folder of the text if it is missing. */
  pictureFolder?: (meta: PostMeta, options: OptionValues<O>) => string
  /** How the text refers to a picture. */
  pictureAddress: (name: string, meta: PostMeta, options: OptionValues<O>) => string
  /** What is above the text, with its fences and a newline at the end. */
  above: (meta: PostMeta, cover: SiteCover | null, options: OptionValues<O>) => string
  /** Splits what is above from the text below it, if it is not front matter of a common kind. */
  split?: (text: string) => { fields: Readonly<Record<string, unknown>>; body: string }
  dialect: (options: OptionValues<O>) => Dialect
  /** Whether the program does not accept a post without a date. */
  needsDate: boolean
  /** The metadata that it has no place for. */
  lacks?: readonly MetaField[]
  /** The metadata as this format can hold it: without commas in tags, for example. */
  holds?: (meta: PostMeta) => PostMeta
  /** What to know about a site that shows these pictures. */
  pictureNote?: Message
}
