import type { Handlers } from '../../shared/contract.ts'
import { fail, ok } from '../../shared/result.ts'
import { exporters } from '../exporters/index.ts'
import { runExport } from '../exporters/run-export.ts'
import type { Context } from './context.ts'

type Channels = 'exports.targets' | 'exports.run' | 'exports.cancel' | 'exports.show'

/** How many finished exports can still be shown in their folder. */
const REMEMBERED = 100

export function exportHandlers(context: Context): Pick<Handlers, Channels> {
  const { runningExports: running } = context
  /** Where exports went. A page can have these shown and nothing else, so that no path comes from it. */
  const written = new Map<string, string>()

  function remember(exportId: string, path: string): void {
    written.set(exportId, path)
    for (const oldest of written.keys()) {
      if (written.size <= REMEMBERED) break
      written.delete(oldest)
    }
  }

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
        remember(exportId, exported.value.path)
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

    'exports.show': async ({ exportId }) => {
      const path = written.get(exportId)
      if (path === undefined)
        return fail('export.missing', 'This export is not known any more. Export again to see it.')
      const { showInFolder } = context.shell
      if (showInFolder === null) {
        return fail('shell.unavailable', `Folders cannot be opened from here. The export is at "${path}".`)
      }
      await showInFolder(path)
      return ok({})
    },
  }
}
