import { message } from '../../shared/messages/message.ts'
import type { ExportMemory } from '../../shared/contract/exports.ts'
import { fail, ok } from '../../shared/result.ts'
import { destinationTarget } from '../exporters/destinations/export-to-site.ts'
import { exporters } from '../exporters/index.ts'
import { runExport } from '../exporters/run-export.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for exporting a report. */
export function exportHandlers(context: Context): HandlersOf<'exports'> {
  const notes = context.exportNotes
  const folderOf = async (tripId: string) => (await notes.folderOf(tripId)) ?? context.exportsFolder()

  const remembered = async (tripId: string): Promise<ExportMemory> => {
    const { destinations } = await context.settings.reread()
    const known = new Set(
      [...exporters, ...destinations.map(({ id }) => ({ id: destinationTarget(id) }))].map(({ id }) => id),
    )
    const last = (await notes.last(tripId)).filter(({ target }) => known.has(target))
    const written = last.find((note) => note.tripId === tripId && note.path !== null)
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

    'exports.remembered': async ({ tripId }) => ok(await remembered(tripId)),

    'exports.chooseFolder': async ({ tripId }) => {
      if (context.shell.chooseFolder === null) return fail('shell.no-folder-dialog')
      const folder = await context.shell.chooseFolder(message('choose.exports'), await folderOf(tripId))
      if (folder === null) return ok(null)
      await notes.chooseFolder(tripId, folder)
      return ok(await remembered(tripId))
    },

    'exports.run': async ({ tripId, target, options, replace }, { signal, report, wrote }) => {
      const trip = await context.library.open(tripId)
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
