import { ok } from '../../shared/result.ts'
import { serveTasks } from '../worker/serve-tasks.ts'
import type { ReadTasks } from './read-apart.ts'

/* The entry point of the worker thread. */
serveTasks<ReadTasks>({
  'trip.read': async () => {
    const { readTrip } = await import('./trip-file.ts')
    return ({ bytes, name, isEdited }) => readTrip(bytes, name, { isEdited })
  },
  'trip.summarize': async () => {
    const [{ readTrip }, { summarizeRead }] = await Promise.all([
      import('./trip-file.ts'),
      import('./summarize-trip.ts'),
    ])
    return ({ bytes, name }) => {
      const read = readTrip(bytes, name)
      return read.ok ? ok(summarizeRead(read.value)) : read
    }
  },
})
