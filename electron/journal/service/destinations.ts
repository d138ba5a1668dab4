import { homedir } from 'node:os'
import { basename } from 'node:path'
import { message } from '../../shared/messages/message.ts'
import { fail, ok } from '../../shared/result.ts'
import { nodeFileSystem } from '../disk/file-system.ts'
import { isReallyInside } from '../disk/is-really-inside.ts'
import { exportToSite } from '../exporters/destinations/export-to-site.ts'
import { guessTarget, removeDestination, saveDestination } from '../exporters/destinations/known-destinations.ts'
import { insideLibrary } from '../exporters/export-failures.ts'
import type { Context, HandlersOf } from './context.ts'
import { openInReport } from './report.ts'

/** Handlers for the sites that reports are exported to. */
export function destinationHandlers(context: Context): HandlersOf<'destinations'> {
  const { settings, siteRecords } = context
  const list = async () => (await settings.reread()).destinations
  /** The folders that the user has chosen since the start. The page cannot name others. */
  const chosen = new Set<string>()

  return {
    'destinations.list': async () => ok(await list()),

    'destinations.chooseFolder': async ({ startAt }) => {
      if (context.shell.chooseFolder === null) return fail('shell.no-folder-dialog')
      const known = (await list()).find(({ id }) => id === startAt)
      const folder = await context.shell.chooseFolder(message('choose.site'), known?.folder ?? homedir())
      if (folder === null) return ok(null)
      if (await isReallyInside(folder, context.library.folder, nodeFileSystem)) return insideLibrary()
      chosen.add(folder)
      return ok({ folder, name: basename(folder), target: await guessTarget(folder, nodeFileSystem) })
    },

    'destinations.save': async ({ destination }) => {
      const { id, folder } = destination
      const before = (await list()).find((known) => known.id === id)
      if (folder !== before?.folder && !chosen.has(folder)) return fail('destination.folder-not-chosen', { folder })
      return await saveDestination(settings, destination)
    },

    'destinations.remove': ({ destinationId }) => removeDestination(settings, siteRecords, destinationId),

    'destinations.export': async ({ tripId, reportId, destinationId, choice }, { signal, report, wrote }) => {
      const destination = (await list()).find(({ id }) => id === destinationId)
      if (destination === undefined) return fail('destination.removed')
      const trip = await openInReport(context.library, tripId, reportId)
      if (!trip.ok) return trip
      const exported = await exportToSite({
        trip: trip.value,
        library: context.library,
        destination,
        choice,
        records: siteRecords,
        notes: context.exportNotes,
        signal,
        onProgress: report,
      })
      if (exported.ok && exported.value.kind === 'written' && exported.value.summary.path !== null) {
        wrote(exported.value.summary.path)
      }
      return exported
    },
  }
}
