import type { Nodes, Root } from 'mdast'
import { z } from 'zod'
import { pictureMediaTypes } from '../../../shared/pictures.ts'

/*
 * The file that the JSON target writes, as `docs/post-format.md` describes it. The tree is mdast, whose types are
 * https://github.com/syntax-tree/mdast: every node that a post can contain is listed here, and no other.
 */

const address = { url: z.string(), title: z.string().nullish() }
const alternative = { alt: z.string().nullish() }
const association = { identifier: z.string(), label: z.string().nullish() }
const reference = z.enum(['shortcut', 'collapsed', 'full'])

const literals = [
  z.strictObject({ type: z.literal('text'), value: z.string() }),
  z.strictObject({ type: z.literal('inlineCode'), value: z.string() }),
  z.strictObject({ type: z.literal('html'), value: z.string() }),
  z.strictObject({ type: z.literal('yaml'), value: z.string() }),
  z.strictObject({
    type: z.literal('code'),
    lang: z.string().nullish(),
    meta: z.string().nullish(),
    value: z.string(),
  }),
  z.strictObject({ type: z.literal('break') }),
  z.strictObject({ type: z.literal('thematicBreak') }),
  z.strictObject({ type: z.literal('image'), ...address, ...alternative }),
  z.strictObject({ type: z.literal('imageReference'), ...association, ...alternative, referenceType: reference }),
  z.strictObject({ type: z.literal('definition'), ...association, ...address }),
  z.strictObject({ type: z.literal('footnoteReference'), ...association }),
] as const

const node: z.ZodType = z.lazy(() => nodeSchema)
const children = { children: z.array(node) }
const isSpread = z.boolean().nullish()

const parents = [
  z.strictObject({ type: z.literal('paragraph'), ...children }),
  z.strictObject({ type: z.literal('heading'), depth: z.int().min(1).max(6), ...children }),
  z.strictObject({ type: z.literal('blockquote'), ...children }),
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean().nullish(),
    start: z.int().nullish(),
    spread: isSpread,
    ...children,
  }),
  z.strictObject({ type: z.literal('listItem'), checked: z.boolean().nullish(), spread: isSpread, ...children }),
  z.strictObject({
    type: z.literal('table'),
    align: z.array(z.enum(['left', 'right', 'center']).nullable()).nullish(),
    ...children,
  }),
  z.strictObject({ type: z.literal('tableRow'), ...children }),
  z.strictObject({ type: z.literal('tableCell'), ...children }),
  z.strictObject({ type: z.literal('footnoteDefinition'), ...association, ...children }),
  z.strictObject({ type: z.literal('emphasis'), ...children }),
  z.strictObject({ type: z.literal('strong'), ...children }),
  z.strictObject({ type: z.literal('delete'), ...children }),
  z.strictObject({ type: z.literal('link'), ...address, ...children }),
  z.strictObject({ type: z.literal('linkReference'), ...association, referenceType: reference, ...children }),
] as const

const nodeSchema = z.discriminatedUnion('type', [...literals, ...parents])

type Listed = z.infer<(typeof literals)[number]>['type'] | z.infer<(typeof parents)[number]>['type'] | 'root'
/** The types of nodes that mdast has and the schema does not: none, or this is an error. MDX is another dialect. */
type Forgotten = Exclude<Nodes['type'], Listed | `mdx${string}`>
const forgotten: readonly Forgotten[] = []
forgotten satisfies readonly never[]

const treeSchema = z.strictObject({ type: z.literal('root'), ...children })

export const postFileSchema = z.strictObject({
  format: z.literal('lanyard-post'),
  version: z.literal(1),
  title: z.string(),
  authors: z.array(z.string()),
  tags: z.array(z.string()),
  categories: z.array(z.string()),
  /** In one line, if any; otherwise empty. */
  description: z.string(),
  /** The date of publication, `YYYY-MM-DD`. */
  date: z.iso.date().nullable(),
  /** The time on that day with its offset, `19:00:00+01:00`. */
  time: z.string().nullable(),
  /** BCP 47. */
  language: z.string(),
  slug: z.string(),
  /** The path of the picture that stands for the post in lists. */
  cover: z.string().nullable(),
  /** In the order of their first appearance. */
  pictures: z.array(
    z.strictObject({
      /** The file beside this one, which is also the address of the picture in the tree. */
      path: z.string(),
      mediaType: z.enum(pictureMediaTypes),
      bytes: z.int(),
      /** Of the file beside this one, in hexadecimal digits. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      alt: z.string(),
      caption: z.string(),
      credit: z.string(),
    }),
  ),
  tree: treeSchema,
})

/** The tree has been checked by the schema, which cannot say which node may be in which. */
export type PostFile = Omit<z.infer<typeof postFileSchema>, 'tree'> & { tree: Root }
