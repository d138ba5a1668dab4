import type { Handlers } from '../../shared/contract.ts'
import { fail, ok } from '../../shared/result.ts'
import { findPlace } from '../backup/backup-place.ts'
import type { Backup } from '../backup/backup.ts'
import type { Context } from './context.ts'
import { type EngineRoom, noDialog } from './settings.ts'

type BackupHandlers = Pick<
  Handlers,
  'backup.status' | 'backup.run' | 'backup.repairPictures' | 'settings.chooseBackup' | 'settings.stopBackup'
>

const noBackup = fail('input.invalid', 'No folder is chosen for a backup.')

/** The copy of the library in a second place. */
export function backupHandlers(context: Context, room: EngineRoom, backup: Backup): BackupHandlers {
  const use = async (folder: string | null) => {
    const saved = await context.settings.save({ backup: folder })
    if (!saved.ok) return saved
    backup.reset()
    if (folder !== null) void backup.runAll()
    return ok(await room.startInfo())
  }

  return {
    'backup.status': async () => ok(await backup.status()),

    'backup.run': async () => {
      await backup.runAll()
      return ok(await backup.status())
    },

    'backup.repairPictures': async () => {
      const to = context.settings.current.backup
      if (to === null) return noBackup
      const { openSource } = await import('../restore/open-source.ts')
      const { repairPictures } = await import('../restore/repair-pictures.ts')
      const source = await openSource(to, backup.disk())
      return source.ok ? await repairPictures(context.library, source.value) : source
    },

    'settings.chooseBackup': async () => {
      if (context.shell.chooseFolder === null) return noDialog
      const startAt = context.settings.current.backup ?? context.library.folder
      const folder = await context.shell.chooseFolder('Where does the backup go?', startAt)
      if (folder === null) return ok(null)
      const place = await findPlace(context.library.folder, folder, context.library.disk)
      return place.ok ? await use(folder) : place
    },

    'settings.stopBackup': () => use(null),
  }
}
