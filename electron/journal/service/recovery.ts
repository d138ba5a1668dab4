import { ok } from '../../shared/result.ts'
import { inspectTrip } from '../history/inspect-trip.ts'
import { adoptContent, restoreDamaged } from '../history/recover-trip.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for recovering a trip whose file cannot be read. The damaged file is always kept. */
export function recoveryHandlers(context: Context): HandlersOf<'recovery'> {
  return {
    'recovery.inspect': async ({ folder }) => {
      const { library } = context
      // Wait until the state that was in memory when the damage was found is kept as the newest version.
      await library.history.settled()
      const inspected = await inspectTrip(library.folder, folder, library.history, library.disk)
      return inspected.ok ? ok(inspected.value.inspection) : inspected
    },

    'recovery.restore': async ({ folder, versionId }) => {
      const { library } = context
      const restored = await restoreDamaged(library.folder, folder, versionId, library.history, library.disk)
      if (restored.ok) {
        library.noteSaved(restored.value.trip.id)
        context.emit('library.changed', {})
      }
      return restored
    },

    'recovery.adopt': async ({ folder }) => {
      const { library } = context
      const adopted = await adoptContent(library.folder, folder, library.history, library.disk)
      if (adopted.ok) {
        library.noteSaved(adopted.value.trip.id)
        context.emit('library.changed', {})
      }
      return adopted
    },
  }
}
