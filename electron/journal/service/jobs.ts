import { fail, ok } from '../../shared/result.ts'
import type { Context, HandlersOf } from './context.ts'

/** Long work of any kind. What starts it is in the domain that it belongs to. */
export function jobHandlers({ jobs, shell }: Context): HandlersOf<'jobs'> {
  return {
    'jobs.cancel': async ({ jobId }) => {
      jobs.cancel(jobId)
      return ok({})
    },

    // The page names a job and no path, so it can have nothing shown that it did not have written.
    'jobs.show': async ({ jobId }) => {
      const path = jobs.pathOf(jobId)
      if (path === null) {
        return fail('export.missing', 'Lanyard no longer knows where this was written. Write it again to see it.')
      }
      if (shell.showInFolder === null) {
        return fail('shell.unavailable', `Folders cannot be opened from here. What was written is at "${path}".`)
      }
      await shell.showInFolder(path)
      return ok({})
    },
  }
}
