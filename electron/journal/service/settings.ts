import { basename, dirname } from 'node:path'
import { message } from '../../shared/messages/message.ts'
import { fail, ok } from '../../shared/result.ts'
import { BACKUP_FOLDER, findPlace } from '../backup/backup-place.ts'
import { defined } from '../edits/defined.ts'
import type { Context, HandlersOf } from './context.ts'

const noDialog = fail('shell.no-folder-dialog')

/** Handlers for the user's settings. */
export function settingsHandlers(context: Context): HandlersOf<'settings'> {
  const useBackup = async (folder: string | null) => {
    const saved = await context.settings.save({ backup: folder })
    if (!saved.ok) return saved
    context.backup.reset()
    if (folder !== null) void context.backup.runAll()
    return ok(await context.startInfo())
  }

  return {
    'settings.save': (changes) => context.settings.save(defined(changes)),

    'settings.chooseLibrary': async () => {
      if (context.shell.chooseFolder === null) return noDialog
      if ((await context.startInfo()).libraryIsFixed) {
        return fail('input.library-fixed')
      }
      const folder = await context.shell.chooseFolder(message('choose.library'), context.library.folder)
      if (folder === null) return ok(null)
      const saved = await context.settings.save({ library: folder })
      if (!saved.ok) return saved
      context.useLibrary(folder)
      return ok(await context.startInfo())
    },

    'settings.chooseExports': async () => {
      if (context.shell.chooseFolder === null) return noDialog
      const folder = await context.shell.chooseFolder(message('choose.exports'), context.exportsFolder())
      if (folder === null) return ok(null)
      const saved = await context.settings.save({ exports: folder })
      return saved.ok ? ok(await context.startInfo()) : saved
    },

    'settings.chooseBackup': async () => {
      if (context.shell.chooseFolder === null) return noDialog
      const startAt = context.settings.current.backup ?? context.library.folder
      const folder = await context.shell.chooseFolder(message('choose.backup'), startAt)
      if (folder === null) return ok(null)
      // If the user chooses the backup's own folder, use the folder that contains it.
      const to = basename(folder) === BACKUP_FOLDER ? dirname(folder) : folder
      const place = await findPlace(context.library.folder, to, context.library.disk)
      return place.ok ? await useBackup(to) : place
    },

    'settings.stopBackup': () => useBackup(null),
  }
}
