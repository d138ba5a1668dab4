/** Regenerates `docs/trip.schema.json`: `node electron/journal/trip-file/write-json-schema.ts`. */
import { writeFile } from 'node:fs/promises'
import { tripJsonSchema } from './trip-json-schema.ts'

await writeFile(new URL('../../../docs/trip.schema.json', import.meta.url), tripJsonSchema())
