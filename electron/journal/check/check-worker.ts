import { ok } from '../../shared/result.ts'
import { serveTasks } from '../worker/serve-tasks.ts'
import type { CheckTasks } from './check-thread.ts'

/* The entry point of the worker thread. */
serveTasks<CheckTasks>({
  'check.trip': async () => {
    const { checkTrip } = await import('./check-trip.ts')
    return (checked) => ok(checkTrip(checked))
  },
})
