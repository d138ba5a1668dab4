import { crc32 } from 'node:zlib'
import type { Migration, TripJson } from '../../electron/journal/trip-file/migrate.ts'
import type { Trip } from '../../electron/shared/trip.ts'

/** The bytes of a `trip.json` of any version, with its checksum. */
export function tripFile(fields: TripJson): Buffer {
  const rest = JSON.stringify(fields, null, 2).slice(2)
  const checksum = crc32(`${rest}\n`).toString(16).padStart(8, '0')
  return Buffer.from(`{\n  "checksum": "crc32:${checksum}",\n${rest}\n`)
}

/** A format before the first one, which never existed: trips have a name instead of a title. */
export const olderFormat: readonly Migration[] = [
  { from: 0, description: 'Names are titles.', migrate: ({ name, ...trip }) => ({ ...trip, title: name }) },
]

/** The file of a trip in that format. */
export function olderFile({ title, ...trip }: Trip): Buffer {
  return tripFile({ ...trip, schemaVersion: 0, name: title })
}

/** The file of a trip in a future format, with fields that are unknown today. */
export function newerFile(trip: Trip): Buffer {
  const entries = trip.entries.map((entry) => ({ ...entry, weather: { rain: true } }))
  return tripFile({ ...trip, schemaVersion: 2, mood: 'good', entries })
}
