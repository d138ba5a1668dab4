import { z } from 'zod'
import { optionValueSchema } from './export-options.ts'
import { frontKeyPattern } from './front-key.ts'
import { segmentSchema } from './history.ts'
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

/** The sides of a conflict: the site and Lanyard. */
const conflictSides = ['theirs', 'ours'] as const

/** A side for each conflict of one proposal. */
const decisionsSchema = z.strictObject({
  /** The proposal whose conflicts were shown. If it would be another one by now, nothing is written. */
  proposal: z.string().max(64),
  /** By the conflict's id. */
  sides: z.record(z.string().max(64), z.enum(conflictSides)),
})

/**
 * What counts where the site and Lanyard changed the same passage: nothing yet, one side for all conflicts, or a side for
 * each of them.
 */
export const conflictChoiceSchema = z.union([z.enum(['ask', ...conflictSides]), decisionsSchema])

/** Something that was changed both in the site and in Lanyard since the last export. */
export const siteConflictSchema = z.strictObject({
  /** Unique in its proposal. It depends on both sides, so a conflict that has changed has another one. */
  id: z.string(),
  /** A passage of the text, a key of the front matter, the whole front matter, or a whole file. */
  kind: z.enum(['passage', 'key', 'front-matter', 'file']),
  /** The name of the key, the path of the file in the site, or the heading above the passage, if any; otherwise empty. */
  name: z.string(),
  /** What the last export wrote; empty if it wrote nothing there, or if nobody knows. */
  base: z.string(),
  /** What is in the site; empty if it was removed there, or is no text. */
  theirs: z.string(),
  /** What Lanyard would write; empty if it would remove it, or if it is no text. */
  ours: z.string(),
  /** How their text becomes ours, word by word; empty if they are no texts. */
  words: z.array(segmentSchema),
  /** The sizes of files that are no text, in bytes. */
  sizes: z.strictObject({ theirs: z.int(), ours: z.int() }).nullable(),
})

export type Destination = z.infer<typeof destinationSchema>
export type FrontKeys = z.infer<typeof frontKeysSchema>
export type KeyValue = z.infer<typeof keyValueSchema>
export type ConflictSide = (typeof conflictSides)[number]
export type ConflictChoice = z.infer<typeof conflictChoiceSchema>
export type SiteConflict = z.infer<typeof siteConflictSchema>
