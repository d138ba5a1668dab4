import { basename, dirname } from 'node:path'
import type { Handlers } from '../../shared/contract/index.ts'
import { ok } from '../../shared/result.ts'
import { BACKUP_FOLDER, findPlace } from '../backup/backup-place.ts'
import type { Backup } from '../backup/backup.ts'
import type { Context } from './context.ts'
import { type EngineRoom, noDialog } from './settings.ts'

type BackupHandlers = Pick<Handlers, 'backup.status' | 'backup.run' | 'settings.chooseBackup' | 'settings.stopBackup'>

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

    'settings.chooseBackup': async () => {
      if (context.shell.chooseFolder === null) return noDialog
      const startAt = context.settings.current.backup ?? context.library.folder
      const folder = await context.shell.chooseFolder('Where does the backup go?', startAt)
      if (folder === null) return ok(null)
      // Whoever chooses the copy itself means the folder that it is in.
      const to = basename(folder) === BACKUP_FOLDER ? dirname(folder) : folder
      const place = await findPlace(context.library.folder, to, context.library.disk)
      return place.ok ? await use(to) : place
    },

    'settings.stopBackup': () => use(null),
  }
}
