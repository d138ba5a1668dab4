import { fail, ok } from '../../shared/result.ts'
import { exporters } from '../exporters/index.ts'
import { runExport } from '../exporters/run-export.ts'
import type { Context, HandlersOf } from './context.ts'
import { createWrittenFiles } from './written-files.ts'

export function exportHandlers(context: Context): HandlersOf<'exports'> {
  const { runningExports: running } = context
  const written = createWrittenFiles(context, 'export', 'Export again to see it.')

  return {
    'exports.targets': async () =>
      ok(exporters.map(({ id, name, description, makes }) => ({ id, name, description, makes }))),

    'exports.run': async ({ tripId, exportId, target, replace }) => {
      const signal = running.begin(exportId)
      if (signal === null) return fail('input.invalid', 'This export is running already.')
      try {
        const trip = await context.library.open(tripId)
        if (!trip.ok) return trip
        const exported = await runExport({
          trip: trip.value,
          library: context.library,
          target,
          folder: context.exportsFolder(),
          replace,
          signal,
          onProgress: (done, step) => context.emit('export.progress', { exportId, done, step }),
        })
        if (!exported.ok) return exported
        written.remember(exportId, exported.value.path)
        return ok({ exportId, ...exported.value })
      } finally {
        running.end(exportId)
      }
    },

    'exports.cancel': async ({ exportId }) => {
      // One that is over is not there any more, and that is as good as cancelled.
      running.cancel(exportId)
      return ok({})
    },

    'exports.show': ({ exportId }) => written.show(exportId),
  }
}
