import { serveTasks } from '../worker/serve-tasks.ts'
import type { ImportTasks } from './read-in-worker.ts'

/* Runs in a thread of its own. */
serveTasks<ImportTasks>({
  'report.read': async () => (await import('./read-report.ts')).readReport,
})
