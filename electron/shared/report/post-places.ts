import { z } from 'zod'

/** A part of the post that is written in one place of the trip. Days are dates, the others are ids. */
export type PartId = 'title' | 'lead' | 'closing' | `day ${string}` | `section ${string}` | `entry ${string}`

/** What a block of the post is in its part. `details` are the speakers and links of a talk. */
export type BlockRole = 'heading' | 'details' | 'text'

/** Which blocks of the post belong to a part. There may be none, which is then the place where the first would be. */
export interface PostSpan {
  part: PartId
  role: BlockRole
  /** The index of its first block in the post. */
  from: number
  /** The index after its last block. */
  to: number
}

/** Where something that the author may want to check can be changed: a part of the post, or another place of the report. */
export type RemarkPlace = PartId | MetaPlace | 'unplaced'
/** A field among the details of the post. */
export type MetaPlace = (typeof metaPlaces)[number]
const metaPlaces = ['date', 'tags', 'description'] as const

export function isMetaPlace(place: RemarkPlace): place is MetaPlace {
  return metaPlaces.some((known) => known === place)
}

export const postSpanSchema = z.strictObject({
  part: z.custom<PartId>((value) => typeof value === 'string'),
  role: z.enum(['heading', 'details', 'text']),
  from: z.int(),
  to: z.int(),
})

export const entryPart = (entryId: string): PartId => `entry ${entryId}`
export const sectionPart = (sectionId: string): PartId => `section ${sectionId}`
export const dayPart = (day: string): PartId => `day ${day}`

/** The entry, section or day that a part is about; `null` for the other parts. */
export function subjectOf(part: string, kind: 'entry' | 'section' | 'day'): string | null {
  return part.startsWith(`${kind} `) ? part.slice(kind.length + 1) : null
}
