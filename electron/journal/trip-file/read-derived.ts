import { z } from 'zod'
import { type FileSystem, readWhole } from '../disk/file-system.ts'
import { weighJson } from './weigh-json.ts'

/** Maximum size of a file with something that can be computed again, in bytes: the summaries of some 8,000 trips. */
const MAX_BYTES = 4 * 1024 * 1024
/** What Lanyard writes into such files has some twelve bytes for each value and name. */
const MIN_BYTES_PER_PART = 8

/**
 * Reads a small JSON file that can be made again at any time. One that would take long to parse is not worth it.
 *
 * @throws the file system's error, or another one if the file holds anything else than such JSON
 */
export async function readDerived(path: string, fileSystem: FileSystem): Promise<unknown> {
  const bytes = await readWhole(path, fileSystem, MAX_BYTES)
  if (weighJson(bytes, bytes.byteLength / MIN_BYTES_PER_PART) !== 'light') throw new Error('It takes too long to parse')
  return JSON.parse(Buffer.from(bytes).toString('utf8'))
}

const recordSchema = z.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
)

/**
 * Parses the values of an object one by one, up to the first mistake. A schema for the whole object would list all of the
 * mistakes in a file that consists of them, which takes longer than reading it.
 *
 * @throws for the first mistake
 */
export function parseEach<T>(value: unknown, schema: z.ZodType<T>): Map<string, T> {
  const record = recordSchema.parse(value)
  return new Map(Object.keys(record).map((name) => [name, schema.parse(record[name])]))
}
