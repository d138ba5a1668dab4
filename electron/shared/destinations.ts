import { z } from 'zod'
import { optionValueSchema } from './export-options.ts'
import { frontKeyPattern } from './front-key.ts'
import { idSchema } from './trip.ts'

const keySchema = z.string().regex(frontKeyPattern)

/** A value that a site wants in every post. */
export const keyValueSchema = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(1000)).max(100),
])

/** How the front matter of a site differs from that of its target. */
const frontKeysSchema = z.object({
  /** New names of keys, by the name that the target gives them. */
  rename: z.record(keySchema, keySchema).default({}),
  /** Keys with a fixed value, which replace the target's. */
  add: z.record(keySchema, keyValueSchema).default({}),
  /** Keys that are left out. */
  omit: z.array(keySchema).default([]),
})

/** A place to export to again and again: the folder of a site, and how its posts are written. */
export const destinationSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(100),
  /** The folder of the site, absolute. */
  folder: z.string().min(1).max(4096),
  /** The id of a target. */
  target: z.string(),
  options: z.record(z.string(), optionValueSchema).default({}),
  keys: frontKeysSchema.default({ rename: {}, add: {}, omit: [] }),
})

export const MAX_DESTINATIONS = 100

/** What counts where the site and Lanyard changed the same passage: neither, the site, or Lanyard. */
export const conflictChoices = ['ask', 'theirs', 'ours'] as const

/** Something that was changed both in the site and in Lanyard since the last export. */
export const siteConflictSchema = z.strictObject({
  /** A passage of the text, a key of the front matter, the whole front matter, or a whole file. */
  kind: z.enum(['passage', 'key', 'front-matter', 'file']),
  /** The name of the key, or the path of the file in the site; empty for others. */
  name: z.string(),
  /** What the last export wrote; empty if it wrote nothing there, or if nobody knows. */
  base: z.string(),
  /** What is in the site; empty if it was removed there, or is no text. */
  theirs: z.string(),
  /** What Lanyard would write; empty if it would remove it, or if it is no text. */
  ours: z.string(),
})

export type Destination = z.infer<typeof destinationSchema>
export type FrontKeys = z.infer<typeof frontKeysSchema>
export type KeyValue = z.infer<typeof keyValueSchema>
export type ConflictChoice = (typeof conflictChoices)[number]
export type SiteConflict = z.infer<typeof siteConflictSchema>
