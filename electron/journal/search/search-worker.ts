import { ok } from '../../shared/result.ts'
import { serveTasks } from '../worker/serve-tasks.ts'
import type { SearchIndex } from './search-index.ts'
import type { SearchTasks } from './search-tasks.ts'

/* The entry point of the worker thread. */

const index = import('./search-index.ts').then(({ SearchIndex }) => new SearchIndex())

const reader = () => import('../trip-file/read-apart.ts')

/** How long after a change of the trips searches are made faster, in milliseconds: there may be another one at once. */
const PREPARE_AFTER_MS = 300

let preparing: NodeJS.Timeout | undefined

function prepareSoon(found: SearchIndex): void {
  clearTimeout(preparing)
  preparing = setTimeout(() => found.prepare(), PREPARE_AFTER_MS).unref()
}

let keeping: Promise<void> = Promise.resolve()

serveTasks<SearchTasks>({
  'search.load': async () => {
    const [found, { nodeFileSystem }] = await Promise.all([index, import('../disk/file-system.ts')])
    return async ({ library }) => {
      // Without an index, trips will be read as soon as they have been listed.
      if (!(await found.load(library, nodeFileSystem))) void reader()
      return ok(null)
    }
  },
  'search.keep': async () => {
    const [found, { nodeFileSystem }] = await Promise.all([index, import('../disk/file-system.ts')])
    return ({ library }) => {
      // Not awaited: a search would wait for it. Its failures are of no importance.
      keeping = found.keep(library, nodeFileSystem)
      return ok(null)
    }
  },
  'search.kept': async () => async () => {
    await keeping
    return ok(null)
  },
  'search.list': async () => {
    const found = await index
    return (trips) => {
      prepareSoon(found)
      return ok(found.list(trips))
    }
  },
  'search.put': async () => {
    const [found, { readTripApart }] = await Promise.all([index, reader()])
    return async (files) => {
      for (const { tripId, stamp, bytes, name } of files) {
        const read = bytes === null ? null : await readTripApart(bytes, name, { isLookedAt: true })
        if (read?.ok === true && read.value.trip.id === tripId) found.put(read.value.trip, stamp)
        else found.drop(tripId)
      }
      prepareSoon(found)
      return ok(null)
    }
  },
  'search.find': async () => {
    const found = await index
    return (query) => ok(found.find(query))
  },
  'search.names': async () => {
    const found = await index
    return (names) => ok(found.names(names))
  },
})
