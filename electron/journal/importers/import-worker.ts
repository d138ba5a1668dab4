import { ok } from '../../shared/result.ts'
import { serveTasks } from '../worker/serve-tasks.ts'
import type { ImportTasks } from './read-in-worker.ts'

/* The entry point of the worker thread. */
serveTasks<ImportTasks>({
  'report.understand': async () => (await import('./read-report.ts')).understandReport,
  'report.build': async () => (await import('./read-report.ts')).buildReport,
  'report.pictures': async () => {
    const { namedPictures } = await import('./named-pictures.ts')
    return ({ text }) => ok(namedPictures(text))
  },
})
