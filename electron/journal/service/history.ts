import { ok } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import { compareVersions } from '../history/compare-versions.ts'
import { restoreEntryFromVersion, restoreTrip } from '../history/restore.ts'
import type { Context, HandlersOf } from './context.ts'

/** Earlier versions of trips. */
export function historyHandlers(context: Context): HandlersOf<'history'> {
  return {
    'history.list': ({ tripId }) => context.library.history.list(tripId),

    'history.compare': async ({ tripId, versionId, entryId }) => {
      const version = await context.library.history.read(tripId, versionId)
      if (!version.ok) return version
      const current = await context.library.open(tripId)
      return current.ok ? ok(compareVersions(version.value, current.value, entryId)) : current
    },

    'history.restore': async ({ tripId, versionId, entryId }) => {
      const { library } = context
      const version = await library.history.read(tripId, versionId)
      if (!version.ok) return version
      // The current state is kept first, so that this can be undone.
      const undo = await library.keepVersion(tripId)
      if (!undo.ok) return undo
      const saved = await library.update(tripId, (trip) =>
        entryId === null
          ? restoreTrip(trip, version.value, now())
          : restoreEntryFromVersion(trip, version.value, entryId, now()),
      )
      return saved.ok ? ok({ ...saved.value, undoVersionId: undo.value }) : saved
    },

    'history.usage': async () => {
      const bytes = await context.library.history.usage()
      return bytes.ok ? ok({ bytes: bytes.value }) : bytes
    },
  }
}
