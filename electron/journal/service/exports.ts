import { ok } from '../../shared/result.ts'
import { exporters } from '../exporters/index.ts'
import { runExport } from '../exporters/run-export.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for exporting a report. */
export function exportHandlers(context: Context): HandlersOf<'exports'> {
  return {
    'exports.targets': async () =>
      ok(
        exporters.map(({ id, name, description, makes, options, shows }) => {
          return { id, name, description, makes, options, shows }
        }),
      ),

    'exports.run': async ({ tripId, target, options, replace }, { signal, report, wrote }) => {
      const trip = await context.library.open(tripId)
      if (!trip.ok) return trip
      const exported = await runExport({
        trip: trip.value,
        library: context.library,
        target,
        ...(options && { options }),
        folder: context.exportsFolder(),
        replace,
        signal,
        onProgress: report,
      })
      if (exported.ok && exported.value.path !== null) wrote(exported.value.path)
      return exported
    },
  }
}
