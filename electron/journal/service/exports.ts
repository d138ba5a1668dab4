import { message } from '../../shared/messages/message.ts'
import type { ExportMemory } from '../../shared/contract/exports.ts'
import { fail, ok } from '../../shared/result.ts'
import { destinationTarget } from '../../shared/destination-target.ts'
import { exporters } from '../exporters/index.ts'
import { runExport } from '../exporters/run-export.ts'
import { openInReport } from './report.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for exporting a report. */
export function exportHandlers(context: Context): HandlersOf<'exports'> {
  const notes = context.exportNotes
  const folderOf = async (tripId: string) => (await notes.folderOf(tripId)) ?? context.exportsFolder()

  const remembered = async (tripId: string, reportId = tripId): Promise<ExportMemory> => {
    const { destinations } = await context.settings.reread()
    const known = new Set([...exporters.map(({ id }) => id), ...destinations.map(destinationTarget)])
    const last = (await notes.last(reportId)).filter(({ target }) => known.has(target))
    const written = last.find((note) => note.reportId === reportId && note.path !== null)
    return {
      folder: await folderOf(tripId),
      target: last[0]?.target ?? null,
      options: Object.fromEntries(last.map(({ target, options }) => [target, options])),
      last: written?.path ? { path: written.path, target: written.target, at: written.at } : null,
    }
  }

  return {
    'exports.targets': async () =>
      ok(
        exporters.map(({ id, group, name, description, makes, options, shows, demands }) => {
          return { id, group, name, description, makes, options, shows, ...(demands && { demands }) }
        }),
      ),

    'exports.remembered': async ({ tripId, reportId }) => ok(await remembered(tripId, reportId)),

    'exports.chooseFolder': async ({ tripId, reportId }) => {
      if (context.shell.chooseFolder === null) return fail('shell.no-folder-dialog')
      const folder = await context.shell.chooseFolder(message('choose.exports'), await folderOf(tripId))
      if (folder === null) return ok(null)
      await notes.chooseFolder(tripId, folder)
      return ok(await remembered(tripId, reportId))
    },

    'exports.run': async ({ tripId, reportId, target, options, replace }, { signal, report, wrote }) => {
      const trip = await openInReport(context.library, tripId, reportId)
      if (!trip.ok) return trip
      const exported = await runExport({
        trip: trip.value,
        library: context.library,
        target,
        ...(options && { options }),
        folder: await folderOf(tripId),
        replace,
        notes,
        printPage: context.shell.printPage ?? null,
        signal,
        onProgress: report,
      })
      if (exported.ok && exported.value.path !== null) wrote(exported.value.path, exported.value.files[0])
      return exported
    },
  }
}
