import { z } from 'zod'
import { daySchema, instantSchema } from '../../shared/time.ts'
import {
  entrySchema,
  idSchema,
  linkSchema,
  otherReportSchema,
  photoSchema,
  reportEntrySchema,
  reportSchema,
  sectionSchema,
  speakerSchema,
  TRIP_SCHEMA_VERSION,
  tripSchema,
} from '../../shared/trip.ts'

/**
 * The JSON Schema of `trip.json`, generated from the schema with which Lanyard reads it. Rules that JSON Schema cannot
 * express (unique ids, an existing time zone) are described in `docs/file-format.md`.
 */
export function tripJsonSchema(): string {
  const checksum = z.string().regex(/^crc32:[0-9a-f]{8}$/)
  const file = z.strictObject({ checksum: checksum.optional(), ...tripSchema.shape })
  const words = z.registry<{ id?: string; title?: string; description?: string }>()
  words.add(file, {
    title: `trip.json, version ${TRIP_SCHEMA_VERSION}`,
    description: 'A trip as Lanyard keeps it on the disk.',
  })
  words.add(checksum, { description: 'CRC-32 of all bytes after this line. A file that was made by hand has none.' })
  words.add(idSchema, { id: 'identifier' })
  words.add(daySchema, { id: 'day', description: 'A calendar date: 2026-04-14.' })
  words.add(instantSchema, { id: 'instant', description: 'A moment with its offset: 2026-04-14T10:45:00+02:00.' })
  words.add(entrySchema, { id: 'entry' })
  for (const kind of entrySchema.options) words.add(kind, { id: kind.shape.kind.value })
  words.add(speakerSchema, { id: 'speaker' })
  words.add(linkSchema, { id: 'link' })
  words.add(photoSchema, { id: 'photo' })
  words.add(reportSchema, { id: 'report' })
  words.add(otherReportSchema, { id: 'otherReport' })
  words.add(sectionSchema, { id: 'section' })
  words.add(reportEntrySchema, { id: 'reportEntry' })
  return `${JSON.stringify(z.toJSONSchema(file, { io: 'input', metadata: words }), null, 2)}\n`
}
