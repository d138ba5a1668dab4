import { fail, ok } from '../../shared/result.ts'
import { findPlace } from '../backup/backup-place.ts'
import { verifyLibrary } from '../verify/verify-library.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for reading every file of the library or of its backup. */
export function verifyHandlers(context: Context): HandlersOf<'verify'> {
  const folderOf = async (what: 'library' | 'backup') => {
    if (what === 'library') return ok(context.library.folder)
    const to = context.settings.current.backup
    if (to === null) return fail('input.backup-not-chosen')
    return await findPlace(context.library.folder, to, context.backup.disk())
  }

  return {
    'verify.run': async ({ what }, { signal, report }) => {
      const folder = await folderOf(what)
      if (!folder.ok) return folder
      // Wait until everything that is being saved is on the disk, together with its version.
      await context.library.history.settled()
      return await verifyLibrary({
        library: folder.value,
        fileSystem: what === 'backup' ? context.backup.disk() : context.library.disk,
        signal,
        onProgress: (done, place, problems) => report(done, 'verifying', { place, problems }),
      })
    },
  }
}
