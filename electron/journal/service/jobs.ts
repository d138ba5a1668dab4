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
        return fail('export.missing')
      }
      if (shell.showInFolder === null) {
        return fail('shell.no-file-manager', { path })
      }
      await shell.showInFolder(path)
      return ok({})
    },
  }
}
