import { z } from 'zod'
import { failureSchema } from './result.ts'
import { instantSchema } from './time.ts'
import { idSchema, tripSchema } from './trip.ts'

/** The name of a version: the moment of the last change in it, `20260414T101500123Z`. */
export const versionIdSchema = z.string().regex(/^\d{8}T\d{9}Z$/, 'not the name of a version')

/** What happened to something between two states of a trip. */
export const entryChangeSchema = z.strictObject({
  what: z.enum(['added', 'changed', 'deleted', 'moved']),
  /** `null`: not an entry, but what the title says: "Details", "Pictures" or "Report". */
  entryId: idSchema.nullable(),
  /** The entry's name, in the later state if it is in that; may be empty. */
  title: z.string(),
})

/** An earlier state of a trip that can be looked at and restored. */
export const versionSchema = z.strictObject({
  versionId: versionIdSchema,
  /** The moment of the last change that is in it. */
  savedAt: instantSchema,
  /** On the disk. */
  bytes: z.int(),
  entries: z.int(),
  words: z.int(),
  /** What was done since the version before it; of the oldest, nothing. */
  changes: z.array(entryChangeSchema),
  /** How many changes there are beyond those that are listed. */
  more: z.int(),
})

/** A stretch of text that both states have, or only the later (`added`) or the earlier (`removed`). */
export const segmentSchema = z.strictObject({
  kind: z.enum(['same', 'added', 'removed']),
  /** Long ones are shortened, with "…" where something was left out. */
  text: z.string(),
})

/** What is otherwise now than it was in a version. */
export const differenceSchema = z.strictObject({
  ...entryChangeSchema.shape,
  fields: z.array(
    z.strictObject({
      /** `text`, `title`, `when`, `speakers`, `lead`, … */
      field: z.string(),
      segments: z.array(segmentSchema),
    }),
  ),
})

/** Something that two computers changed at the same time, and of which both versions are in the trip. */
export const conflictSchema = z.strictObject({
  /** The entry; `null`: something of the trip or its report. */
  entryId: idSchema.nullable(),
  /** What it is called. */
  title: z.string(),
  /** What both changed. */
  fields: z.array(z.string()),
  /** The entry that holds the other version. */
  otherId: idSchema,
})

/** A copy of a trip that a program for shared folders could not decide about. */
export const conflictCopySchema = z.strictObject({
  /** The file's name in the trip's folder. */
  name: z.string(),
  /** When it was last changed, and how much is in it; `null` where it cannot be read. */
  holds: z.strictObject({ updatedAt: instantSchema, entries: z.int() }).nullable(),
  /** Why it cannot be read. */
  error: failureSchema.nullable(),
})

/** What a trip and a copy of it, that another computer wrote, have come to apart from each other. */
export const copyComparisonSchema = z.strictObject({
  /** When the state was saved that both went on from; `null`: nobody knows, so that all is told that the copy has otherwise. */
  since: instantSchema.nullable(),
  /** What was changed here since. */
  here: z.array(differenceSchema),
  /** What was changed in the copy since. */
  there: z.array(differenceSchema),
  /** What both have changed: once they are merged it is there twice, side by side. */
  both: z.array(conflictSchema),
})

/** What is known of a trip that cannot be read. */
export const inspectionSchema = z.strictObject({
  /** Its folder's name in the library. */
  folder: z.string(),
  /** What it is called, as far as that is known; else the folder's name. */
  title: z.string(),
  /**
   * `missing`: the folder has no trip.json. `checksum`: only the checksum is wrong, all else can be read. `newer`:
   * written by a newer Lanyard. `damaged`: anything else.
   */
  kind: z.enum(['damaged', 'missing', 'newer', 'checksum']),
  /** A sentence for people. */
  problem: z.string(),
  /** Copies of damaged files that were kept in the folder, newest first. */
  kept: z.array(z.string()),
  /** Newest first; each of them can be read. */
  versions: z.array(versionSchema),
  /** What can be shown of it, for reading only: all of it where the checksum is wrong, what we know of a newer one. */
  readable: tripSchema.nullable(),
})

export type EntryChange = z.infer<typeof entryChangeSchema>
export type Version = z.infer<typeof versionSchema>
export type Segment = z.infer<typeof segmentSchema>
export type Difference = z.infer<typeof differenceSchema>
export type Conflict = z.infer<typeof conflictSchema>
export type ConflictCopy = z.infer<typeof conflictCopySchema>
export type CopyComparison = z.infer<typeof copyComparisonSchema>
export type Inspection = z.infer<typeof inspectionSchema>
