import { fail, ok } from '../../shared/result.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for jobs of any kind. The channels that start them belong to other domains. */
export function jobHandlers({ jobs, shell }: Context): HandlersOf<'jobs'> {
  return {
    'jobs.cancel': async ({ jobId }) => {
      jobs.cancel(jobId)
      return ok({})
    },

    // The page names a job rather than a path, so only files that a job wrote can be shown.
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
