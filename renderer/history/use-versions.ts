import { useCallback, useState } from 'react'
import type { Difference, Version } from '../../electron/shared/history.ts'
import { bridge } from '../bridge.ts'
import { useTrip } from '../state/open-trip.ts'
import { type Answer, useAnswer } from './use-answer.ts'

/**
 * The versions of the open trip, newest first. All that is typed goes to the disk before, for "now" is that.
 *
 * @param restores rises with each restore: there is one version more then. The list before stays until it is there
 */
export function useVersions(tripId: string, restores: number): Answer<Version[]> {
  const [latest, setLatest] = useState<Version[] | null>(null)
  const ask = useCallback(async () => {
    await useTrip.getState().flush()
    return bridge.call('history.list', { tripId })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asks anew
  }, [tripId, restores])
  const answer = useAnswer(ask)
  if (answer.value !== null && answer.value !== latest) setLatest(answer.value)
  return { value: answer.value ?? latest, problem: answer.problem }
}

/**
 * What has changed from a version to now.
 *
 * @param versionId `null`: no version is looked at
 * @param entryId of one entry; `null`: of the whole trip
 */
export function useComparison(
  tripId: string,
  versionId: string | null,
  entryId: string | null,
  restores: number,
): Answer<Difference[]> {
  const ask = useCallback(
    () => bridge.call('history.compare', { tripId, versionId: versionId ?? '', entryId }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what was otherwise may be the same after a restore
    [tripId, versionId, entryId, restores],
  )
  return useAnswer(versionId === null ? null : ask)
}
