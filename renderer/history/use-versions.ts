import { useCallback, useState } from 'react'
import type { Difference, Version } from '../../electron/shared/history.ts'
import { bridge } from '../bridge/bridge.ts'
import { useTrip } from '../state/open-trip.ts'
import { type Answer, useAnswer } from '../bridge/use-answer.ts'

/**
 * The versions of the open trip, newest first. Unsaved text is saved first, so that it counts as "now".
 *
 * @param revision of the trip; if it changes, the list is read again, and the previous list stays until then
 */
export function useVersions(tripId: string, revision: number): Answer<Version[]> {
  const [latest, setLatest] = useState<Version[] | null>(null)
  const ask = useCallback(async () => {
    await useTrip.getState().flush()
    return bridge.call('history.list', { tripId })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asks again if the revision changes
  }, [tripId, revision])
  const answer = useAnswer(ask)
  if (answer.value !== null && answer.value !== latest) setLatest(answer.value)
  return { value: answer.value ?? latest, problem: answer.problem }
}

/**
 * What has changed from a version to now.
 *
 * @param versionId the chosen version; `null` if none is
 * @param entryId compares a single entry; `null` compares the whole trip
 * @param revision of the trip; if it changes, both are compared again, and the previous result stays until then
 */
export function useComparison(
  tripId: string,
  versionId: string | null,
  entryId: string | null,
  revision: number,
): Answer<Difference[]> {
  const [latest, setLatest] = useState<{ of: string | null; value: Difference[] | null }>({ of: null, value: null })
  const ask = useCallback(
    () => bridge.call('history.compare', { tripId, versionId: versionId ?? '', entryId }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- compares again if the revision changes
    [tripId, versionId, entryId, revision],
  )
  const answer = useAnswer(versionId === null ? null : ask)
  if (answer.value !== null && answer.value !== latest.value) setLatest({ of: versionId, value: answer.value })
  return { value: answer.value ?? (latest.of === versionId ? latest.value : null), problem: answer.problem }
}
