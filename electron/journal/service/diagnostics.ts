import { homedir } from 'node:os'
import { identity } from '../../shared/identity.ts'
import { fail, ok } from '../../shared/result.ts'
import { hidePlaces, writeReport } from '../diagnostics/problem-report.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { nodeFileSystem } from '../disk/file-system.ts'
import { refuseOthers, writeDurably } from '../disk/write-durably.ts'
import { type Context, type HandlersOf, versionsOf } from './context.ts'
import { message } from '../../shared/messages/message.ts'

/** Maximum size of the log in a report, in bytes: a few thousand lines. */
const LOG_BYTES = 200_000

const place = (folder: string | null) => (folder === null ? 'in the documents' : 'chosen')

/** Reports about problems with Lanyard. */
export function diagnosticsHandlers(context: Context): HandlersOf<'diagnostics'> {
  const { diagnostics } = context
  /** The report that was shown last, which is the one that is saved. */
  let shown: string | null = null

  async function settings(): Promise<Record<string, string>> {
    const { settings: chosen, libraryIsFixed, readOnly } = await context.startInfo()
    return {
      Theme: chosen.theme,
      'Your name': chosen.authorName === '' ? 'not set' : 'set',
      Library: libraryIsFixed ? 'named at the start' : place(chosen.library),
      'Library can be': readOnly ? 'read only' : 'written to',
      Exports: place(chosen.exports),
      Backup: chosen.backup === null ? 'none' : 'chosen',
    }
  }

  async function library(): Promise<Record<string, number>> {
    const listed = await context.library.list()
    if (!listed.ok) return { 'Trips that can be read': 0 }
    const { trips, unreadable } = listed.value
    return {
      'Trips that can be read': trips.length,
      'Trips that cannot': unreadable.length,
      Entries: trips.reduce((sum, { entries }) => sum + entries, 0),
      'Entries of the largest trip': Math.max(0, ...trips.map(({ entries }) => entries)),
    }
  }

  return {
    'diagnostics.report': async () => {
      const { library: folder, exports, settings: chosen } = await context.startInfo()
      const report = writeReport({
        at: new Date(),
        facts: { versions: versionsOf(context), system: diagnostics?.facts().system ?? {} },
        settings: await settings(),
        library: await library(),
        log: (await diagnostics?.log.tail(LOG_BYTES)) ?? '',
      })
      shown = hidePlaces(report, [
        { path: homedir(), as: '~' },
        { path: folder, as: '<library>' },
        { path: exports, as: '<exports>' },
        { path: chosen.backup ?? '', as: '<backup>' },
      ])
      return ok({ text: shown, address: identity.issues, canSave: (diagnostics?.chooseFile ?? null) !== null })
    },

    'diagnostics.save': async () => {
      if (shown === null) return fail('input.no-report')
      const choose = diagnostics?.chooseFile ?? null
      if (choose === null) return fail('shell.no-file-dialog')
      const path = await choose(`Lanyard report ${new Date().toISOString().slice(0, 10)}.txt`)
      if (path === null) return ok({ path: null })
      try {
        await refuseOthers(path, nodeFileSystem)
        await writeDurably(path, shown)
        return ok({ path })
      } catch (error) {
        return diskFailure(error, message('attempt.save-report'))
      }
    },
  }
}
