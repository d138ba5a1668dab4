import { bridge } from '../bridge/bridge.ts'
import type { TripSession } from './trip-session.ts'
import type { Step } from './undo-stack.ts'

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

/**
 * A step that replaced a trip as a whole. Undo and redo switch between two versions of it.
 *
 * @param what what was done, in words
 * @param before the version before the step
 * @param goTo restores a version. Resolves to the version that undoes it, or to `null` if it was refused.
 */
export function replacementStep(
  what: string,
  before: string,
  goTo: (versionId: string) => Promise<string | null>,
): Step {
  let versionId = before
  const swap = async () => {
    const other = await goTo(versionId)
    versionId = other ?? versionId
    return other === null ? ('refused' as const) : ('done' as const)
  }
  return { label: () => what, back: swap, again: swap }
}
