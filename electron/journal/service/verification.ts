import type { Handlers } from '../../shared/contract/index.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Backup } from '../backup/backup.ts'
import { findPlace } from '../backup/backup-place.ts'
import { verifyLibrary } from '../verify/verify-library.ts'
import type { Context } from './context.ts'
import { tellSeldom } from './tell-seldom.ts'

type VerificationHandlers = Pick<Handlers, 'library.verify' | 'library.cancelVerify'>

/** Reading every file of the library, or of its backup. */
export function verificationHandlers(context: Context, backup: Backup): VerificationHandlers {
  const { work } = context

  const folderOf = async (what: 'library' | 'backup') => {
    if (what === 'library') return ok(context.library.folder)
    const to = context.settings.current.backup
    if (to === null) return fail('input.invalid', 'No folder is chosen for a backup.')
    return await findPlace(context.library.folder, to, backup.disk())
  }

  return {
    'library.verify': ({ verifyId, what }) =>
      work.run(verifyId, async (signal) => {
        const folder = await folderOf(what)
        if (!folder.ok) return folder
        // What is being saved is on the disk then, and its version beside it.
        await context.library.history.settled()
        return await verifyLibrary({
          library: folder.value,
          fileSystem: what === 'backup' ? backup.disk() : context.library.disk,
          signal,
          onProgress: tellSeldom((done, place, problems) =>
            context.emit('verify.progress', { verifyId, done, place, problems }),
          ),
        })
      }),

    'library.cancelVerify': async ({ verifyId }) => {
      work.cancel(verifyId)
      return ok({})
    },
  }
}
