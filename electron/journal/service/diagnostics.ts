import { homedir } from 'node:os'
import { issuesAddress } from '../../shared/addresses.ts'
import type { Handlers } from '../../shared/contract/index.ts'
import type { StartInfo } from '../../shared/contract/app.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Diagnostics } from '../diagnostics/diagnostics.ts'
import { hidePlaces, writeReport } from '../diagnostics/problem-report.ts'
import { diskFailure } from '../disk/disk-failure.ts'
import { writeDurably } from '../disk/write-durably.ts'
import type { Context } from './context.ts'

type Channels = 'app.problem' | 'app.about' | 'app.notices' | 'app.restart' | 'diagnostics.report' | 'diagnostics.save'

/** So much of the log is in a report: some thousand lines. */
const LOG_BYTES = 200_000

interface Room {
  startInfo(): Promise<StartInfo>
}

const place = (folder: string | null) => (folder === null ? 'in the documents' : 'chosen')

/** What can be known of the program itself, and told to us by whoever wants to. */
export function diagnosticsHandlers(
  context: Context,
  room: Room,
  diagnostics: Diagnostics | null,
): Pick<Handlers, Channels> {
  /** What was shown last: that is what is saved, and nothing else. */
  let shown: string | null = null

  const versions = () => diagnostics?.facts().versions ?? { Lanyard: context.version, Node: process.versions.node }

  async function settings(): Promise<Record<string, string>> {
    const { settings: chosen, libraryIsFixed, readOnly } = await room.startInfo()
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
    'app.problem': async ({ kind, error }) => {
      diagnostics?.log.note('error.page', { kind, error })
      return ok({})
    },

    'app.about': async () =>
      ok({ versions: versions(), hasNotices: ((await diagnostics?.notices()) ?? null) !== null }),

    'app.notices': async () => ok({ text: (await diagnostics?.notices()) ?? null }),

    // The desktop window answers this one itself.
    'app.restart': async () => fail('shell.unavailable', 'Lanyard can only be started again from its own window.'),

    'diagnostics.report': async () => {
      const { library: folder, exports, settings: chosen } = await room.startInfo()
      const report = writeReport({
        at: new Date(),
        facts: { versions: versions(), system: diagnostics?.facts().system ?? {} },
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
      return ok({ text: shown, address: issuesAddress, canSave: (diagnostics?.chooseFile ?? null) !== null })
    },

    'diagnostics.save': async () => {
      if (shown === null) return fail('input.invalid', 'There is no report yet. Open it, read it, then save it.')
      const choose = diagnostics?.chooseFile ?? null
      if (choose === null)
        return fail('shell.unavailable', 'Files cannot be chosen here. Copy the report instead, and paste it.')
      const path = await choose(`Lanyard report ${new Date().toISOString().slice(0, 10)}.txt`)
      if (path === null) return ok({ path: null })
      try {
        await writeDurably(path, shown)
        return ok({ path })
      } catch (error) {
        return diskFailure(error, 'save the report')
      }
    },
  }
}
