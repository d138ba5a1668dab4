import { serveTasks } from '../worker/serve-tasks.ts'
import type { ArchiveTasks } from './archive-tasks.ts'

/* The entry point of the worker thread. */
serveTasks<ArchiveTasks>({
  'archive.open': async () => (await import('./archive-tasks.ts')).openArchiveTask,
  'archive.file': async () => (await import('./archive-tasks.ts')).readFileTask,
})
