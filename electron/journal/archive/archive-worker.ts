import { serveTasks } from '../worker/serve-tasks.ts'
import type { ArchiveTasks } from './archive-tasks.ts'

/* Runs in a thread of its own. */
serveTasks<ArchiveTasks>({
  'archive.open': async () => (await import('./archive-tasks.ts')).openArchiveTask,
  'archive.file': async () => (await import('./archive-tasks.ts')).readFileTask,
})
