import { fail, ok } from '../../shared/result.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for jobs of any kind. The channels that start them belong to other domains. */
export function jobHandlers({ jobs, shell }: Context): HandlersOf<'jobs'> {
  return {
    'jobs.cancel': async ({ jobId }) => {
      jobs.cancel(jobId)
      return ok({})
    },

    // The page names a job rather than a path, so only files that a job wrote can be shown or opened.
    'jobs.show': async ({ jobId }) => {
      const written = jobs.writtenBy(jobId)
      if (written === null) return fail('export.missing')
      if (shell.showInFolder === null) return fail('shell.no-file-manager', { path: written.path })
      await shell.showInFolder(written.path)
      return ok({})
    },

    'jobs.open': async ({ jobId }) => {
      const written = jobs.writtenBy(jobId)
      if (written === null) return fail('export.missing')
      const isOpen = (await shell.openFile?.(written.main)) ?? false
      return isOpen ? ok({}) : fail('shell.not-opened', { path: written.main })
    },
  }
}
