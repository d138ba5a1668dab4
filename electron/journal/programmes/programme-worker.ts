import { ok } from '../../shared/result.ts'
import { serveTasks } from '../worker/serve-tasks.ts'
import type { ProgrammeTasks } from './read-in-worker.ts'

/* The entry point of the worker thread. */
serveTasks<ProgrammeTasks>({
  'programme.understand': async () => (await import('./understand-programme.ts')).understandProgramme,
  'programme.import': async () => {
    const { importRead } = await import('./understand-programme.ts')
    return (order) => ok(importRead(order))
  },
  'programme.stars': async () => (await import('./stars/find-starred.ts')).findStarred,
})
