import { availableParallelism } from 'node:os'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type KeptWorker, keepWorker } from '../worker/keep-worker.ts'
import { migrations } from './migrations.ts'
import { type ReadTasks, readTripApart } from './read-apart.ts'
import { type SummarizedTrip, summarizeRead } from './summarize-trip.ts'
import type { ReadOptions } from './trip-file.ts'
import { weighJson } from './weigh-json.ts'

/** The build looks for this name: it takes `import.meta.url` itself, used in place, for an address on a server. */
const here = import.meta.url

/** How much is read here, in bytes, before threads help: starting one takes as long as reading this. */
const MANY_BYTES = 4 * 1024 * 1024
/** Maximum number of threads: the disk delivers no more than these can read. */
const MAX_THREADS = 3
/** How many files wait in a thread, so that it never waits for one. */
const MAX_WAITING = 3
/** How long the threads stay without work, in milliseconds: a library is seldom read a second time. */
const IDLE_MS = 2_000

const stopped = fail('internal')

interface Thread {
  worker: KeptWorker<ReadTasks>
  waiting: number
}

const threads: readonly Thread[] = Array.from(
  { length: Math.max(1, Math.min(availableParallelism() - 1, MAX_THREADS)) },
  () => ({
    worker: keepWorker<ReadTasks>({ entry: new URL('./read-worker.ts', here), onStop: () => stopped }, IDLE_MS),
    waiting: 0,
  }),
)

/**
 * Returns a function that reads trips' files for the list of trips. If there are many, threads help, so that all cores
 * work on them.
 */
export function createSummarizer(
  options: ReadOptions = {},
): (bytes: Uint8Array, name: string) => Promise<Result<SummarizedTrip>> {
  // A thread knows the migrations of this version, and no others.
  const hasOwn = options.migrations !== undefined && options.migrations !== migrations
  let total = 0
  return async (bytes, name) => {
    total += bytes.byteLength
    const thread = hasOwn || total < MANY_BYTES ? null : leastBusy()
    if (thread !== null && weighJson(bytes) === 'light') {
      const summarized = await runIn(thread, bytes, name)
      if (summarized.ok || summarized.error !== stopped.error) return summarized
    }
    const read = await readTripApart(bytes, name, options, 'list')
    return read.ok ? ok(summarizeRead(read.value)) : read
  }
}

async function runIn(thread: Thread, bytes: Uint8Array, name: string): Promise<Result<SummarizedTrip>> {
  thread.waiting++
  try {
    return await thread.worker.run('trip.summarize', { bytes, name })
  } finally {
    thread.waiting--
  }
}

/** The thread with the least to do; `null` if all of them have enough. */
function leastBusy(): Thread | null {
  const [first] = threads.toSorted((a, b) => a.waiting - b.waiting)
  return first !== undefined && first.waiting < MAX_WAITING ? first : null
}
