import { fail, ok } from '../../shared/result.ts'
import { findPlace } from '../backup/backup-place.ts'
import { verifyLibrary } from '../verify/verify-library.ts'
import type { Context, HandlersOf } from './context.ts'
import { tellSeldom } from './tell-seldom.ts'

/** Reading every file of the library, or of its backup. */
export function verifyHandlers(context: Context): HandlersOf<'verify'> {
  const { work } = context

  const folderOf = async (what: 'library' | 'backup') => {
    if (what === 'library') return ok(context.library.folder)
    const to = context.settings.current.backup
    if (to === null) return fail('input.invalid', 'No folder is chosen for a backup.')
    return await findPlace(context.library.folder, to, context.backup.disk())
  }

  return {
    'verify.run': ({ verifyId, what }) =>
      work.run(verifyId, async (signal) => {
        const folder = await folderOf(what)
        if (!folder.ok) return folder
        // What is being saved is on the disk then, and its version beside it.
        await context.library.history.settled()
        return await verifyLibrary({
          library: folder.value,
          fileSystem: what === 'backup' ? context.backup.disk() : context.library.disk,
          signal,
          onProgress: tellSeldom((done, place, problems) =>
            context.emit('verify.progress', { verifyId, done, place, problems }),
          ),
        })
      }),

    'verify.cancel': async ({ verifyId }) => {
      work.cancel(verifyId)
      return ok({})
    },
  }
}
