import { useCallback, useState } from 'react'
import type { Difference, Version } from '../../electron/shared/history.ts'
import { bridge } from '../bridge/bridge.ts'
import { useTrip } from '../state/open-trip.ts'
import { type Answer, useAnswer } from '../bridge/use-answer.ts'

/**
 * The versions of the open trip, newest first. All that is typed goes to the disk before, for "now" is that.
 *
 * @param revision of the trip; with another the list is read anew, and the one before stays until it is there
 */
export function useVersions(tripId: string, revision: number): Answer<Version[]> {
  const [latest, setLatest] = useState<Version[] | null>(null)
  const ask = useCallback(async () => {
    await useTrip.getState().flush()
    return bridge.call('history.list', { tripId })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asks anew
  }, [tripId, revision])
  const answer = useAnswer(ask)
  if (answer.value !== null && answer.value !== latest) setLatest(answer.value)
  return { value: answer.value ?? latest, problem: answer.problem }
}

/**
 * What has changed from a version to now.
 *
 * @param versionId `null`: no version is looked at
 * @param entryId of one entry; `null`: of the whole trip
 * @param revision of the trip; with another it is compared anew, and what was shown stays until that is there
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
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- compares anew
    [tripId, versionId, entryId, revision],
  )
  const answer = useAnswer(versionId === null ? null : ask)
  if (answer.value !== null && answer.value !== latest.value) setLatest({ of: versionId, value: answer.value })
  return { value: answer.value ?? (latest.of === versionId ? latest.value : null), problem: answer.problem }
}
