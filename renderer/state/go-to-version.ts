import { bridge } from '../bridge/bridge.ts'
import type { TripSession } from './trip-session.ts'

/** Restores a version. Resolves to the version that undoes it, or to `null` if it was refused. */
export async function goToVersion(
  { change }: TripSession,
  tripId: string,
  versionId: string,
  entryId: string | null,
): Promise<string | null> {
  const done = await change(tripId, () => bridge.call('history.restore', { tripId, versionId, entryId }))
  return done?.undoVersionId ?? null
}
