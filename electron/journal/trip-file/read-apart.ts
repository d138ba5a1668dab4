import { crc32 } from 'node:zlib'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { type KeptWorker, keepWorker } from '../worker/keep-worker.ts'
import { trustTrip } from './check-trip.ts'
import { migrations } from './migrations.ts'
import { damaged } from './read-text.ts'
import type { SummarizedTrip } from './summarize-trip.ts'
import { isNewer, type ReadOptions, type ReadTrip, readTrip } from './trip-file.ts'
import { weighJson } from './weigh-json.ts'

/** What the threads that read files can do. */
export interface ReadTasks {
  'trip.summarize': { input: { bytes: Uint8Array; name: string }; output: Result<SummarizedTrip> }
  'trip.read': { input: { bytes: Uint8Array; name: string; isEdited: boolean }; output: Result<ReadTrip> }
}

/** The build looks for this name: it takes `import.meta.url` itself, used in place, for an address on a server. */
const here = import.meta.url

const stopped = fail('internal')

/** Files that took too long, by their size and checksum. They are met again whenever the library is looked through. */
const hopeless = new Set<string>()

/** What a file is read for: somebody asked for this trip, or all trips are being listed. */
export type ReadingFor = 'trip' | 'list'

const thread = () => keepWorker<ReadTasks>({ entry: new URL('./read-worker.ts', here), onStop: () => stopped })

/**
 * A file waits for those that came before it in its thread. A list may come to many that take too long, and a trip that
 * somebody opens must not wait for all of them.
 */
const threads: Readonly<Record<ReadingFor, KeptWorker<ReadTasks>>> = { trip: thread(), list: thread() }

/**
 * Reads a trip's file as {@link readTrip} does, in a thread of its own if it may take long: a file of some megabytes can be
 * made so that it takes minutes, and until then nothing else would be done, not even a save. What takes more than five
 * seconds, or too much memory, is refused.
 */
export async function readTripApart(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
  readingFor: ReadingFor = 'trip',
): Promise<Result<ReadTrip>> {
  const weight = weighJson(bytes)
  if (weight === 'hopeless') return damaged(name, 'tooHeavy')
  // A thread knows the migrations of this version, and no others.
  const hasOwn = options.migrations !== undefined && options.migrations !== migrations
  if (weight === 'light' || hasOwn) return readTrip(bytes, name, options)
  const key = `${bytes.byteLength} ${crc32(bytes)}`
  if (hopeless.has(key)) return damaged(name, 'tooHeavy')
  const read = await threads[readingFor].run('trip.read', { bytes, name, isEdited: options.isEdited ?? false })
  if (!read.ok) {
    if (read.error !== stopped.error) return read
    hopeless.add(key)
    return damaged(name, 'tooHeavy')
  }
  if (options.isLookedAt !== true) trustTrip(read.value.trip)
  return read
}

/** The same for a trip that is to be written: one of a newer version is refused. */
export async function decodeTripApart(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<Result<Trip>> {
  const read = await readTripApart(bytes, name, options)
  if (!read.ok) return read
  return isNewer(read.value.version) ? fail('trip.newer', { what: 'other', name }) : ok(read.value.trip)
}
