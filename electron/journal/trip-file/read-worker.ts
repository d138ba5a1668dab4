import { serveTasks } from '../worker/serve-tasks.ts'
import type { ReadTasks } from './read-apart.ts'

/* The entry point of the worker thread. */
serveTasks<ReadTasks>({
  'trip.read': async () => {
    const { readTrip } = await import('./trip-file.ts')
    return ({ bytes, name, isEdited }) => readTrip(bytes, name, { isEdited })
  },
})
