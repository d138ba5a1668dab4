import { z } from 'zod'

/**
 * Why a picture of a report cannot be seen in an export: it was not among the files of an import; the trip no longer
 * has a record of it; its file is missing; its file could not be read; its file is damaged, so that hidden data such as
 * a position could not be removed; it has more pixels than can be converted; or it is on the web, and the export does not load anything from there.
 */
const reasons = [
  'not-imported',
  'no-record',
  'no-file',
  'not-read',
  'damaged',
  'too-many-pixels',
  'on-the-web',
] as const

export const missingPictureSchema = z.strictObject({
  /** Its alternative text, its file's name or its address. */
  name: z.string(),
  reason: z.enum(reasons),
})

export type MissingPicture = z.infer<typeof missingPictureSchema>
