import type { Handlers } from '../../shared/contract.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Backup } from '../backup/backup.ts'
import { findPlace } from '../backup/backup-place.ts'
import { verifyLibrary } from '../verify/verify-library.ts'
import type { Context } from './context.ts'

type VerificationHandlers = Pick<Handlers, 'library.verify' | 'library.cancelVerify'>

/** So often the page is told how far it is at most, in milliseconds: more often than that nobody can see. */
const BETWEEN_TELLINGS = 50

/** Reading every file of the library, or of its backup. */
export function verificationHandlers(context: Context, backup: Backup): VerificationHandlers {
  const running = new Map<string, AbortController>()

  const folderOf = async (what: 'library' | 'backup') => {
    if (what === 'library') return ok(context.library.folder)
    const to = context.settings.current.backup
    if (to === null) return fail('input.invalid', 'No folder is chosen for a backup.')
    return await findPlace(context.library.folder, to, backup.disk())
  }

  return {
    'library.verify': async ({ verifyId, what }) => {
      if (running.has(verifyId)) return fail('input.invalid', 'This check is running already.')
      const cancel = new AbortController()
      running.set(verifyId, cancel)
      let told = 0
      try {
        const folder = await folderOf(what)
        if (!folder.ok) return folder
        // What is being saved is on the disk then, and its version beside it.
        await context.library.history.settled()
        return await verifyLibrary({
          library: folder.value,
          fileSystem: what === 'backup' ? backup.disk() : context.library.disk,
          signal: cancel.signal,
          onProgress: (done, place, problems) => {
            const at = performance.now()
            if (at - told < BETWEEN_TELLINGS) return
            told = at
            context.emit('verify.progress', { verifyId, done, place, problems })
          },
        })
      } finally {
        running.delete(verifyId)
      }
    },

    'library.cancelVerify': async ({ verifyId }) => {
      // One that is over is not there any more, and that is as good as cancelled.
      running.get(verifyId)?.abort()
      return ok({})
    },
  }
}
