import { z } from 'zod'
import { limits } from './limits.ts'

/** The format of an export of this version, which later ones read, too. */
export const GHOST_VERSION = '5.130.0'

const id = z.string().min(1)

/** What Ghost's importer reads: one post with its tags. Without a date, the post gets that of the import. */
export const ghostFileSchema = z.strictObject({
  db: z.tuple([
    z.strictObject({
      meta: z.strictObject({ exported_on: z.int(), version: z.string() }),
      data: z.strictObject({
        posts: z.tuple([
          z.strictObject({
            id,
            title: z.string().min(1).max(limits.title),
            slug: z.string().min(1).max(limits.slug),
            html: z.string(),
            feature_image: z.string().nullable(),
            type: z.literal('post'),
            status: z.enum(['draft', 'published']),
            visibility: z.literal('public'),
            locale: z.string().nullable(),
            custom_excerpt: z.string().max(limits.excerpt).nullable(),
            published_at: z.iso.datetime().nullable(),
            created_at: z.iso.datetime().nullable(),
            updated_at: z.iso.datetime().nullable(),
          }),
        ]),
        tags: z.array(
          z.strictObject({ id, name: z.string().min(1).max(limits.tag), slug: z.string().min(1).max(limits.slug) }),
        ),
        posts_tags: z.array(z.strictObject({ post_id: id, tag_id: id, sort_order: z.int() })),
        posts_meta: z.array(
          z.strictObject({
            post_id: id,
            feature_image_alt: z.string().max(limits.alt).nullable(),
            feature_image_caption: z.string().nullable(),
          }),
        ),
      }),
    }),
  ]),
})

export type GhostFile = z.infer<typeof ghostFileSchema>
