import { serveTasks } from '../worker/serve-tasks.ts'
import type { ImportTasks } from './read-in-worker.ts'

/* The entry point of the worker thread. */
serveTasks<ImportTasks>({
  'report.read': async () => (await import('./read-report.ts')).readReport,
})
