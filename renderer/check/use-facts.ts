import { useEffect, useMemo, useState } from 'react'
import { suggestedChange } from '../../electron/shared/check/apply-suggestion.ts'
import type { CheckRemark } from '../../electron/shared/check/remark.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { isTold } from '../../electron/shared/report/arrange-report.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import type { FixableRemark } from '../components/remark-list.tsx'
import { useShownReport, useTrip } from '../state/open-trip.ts'

/** Pause in writing before the report is checked again, in milliseconds. */
const PAUSE = 1_000

/**
 * What is probably wrong in the names, titles, days and places of the report, checked again after each change. Those
 * that have a right form can be put right.
 *
 * @param revision increases each time the trip is saved
 */
export function useFacts(tripId: string, revision: number): readonly FixableRemark[] {
  const [answer, setAnswer] = useState<{ of: string; remarks: readonly CheckRemark[] }>({ of: '', remarks: [] })
  const trip = useTrip((state) => state.trip)
  const reportId = useShownReport()
  useEffect(() => {
    let isCurrent = true
    const check = async () => {
      const checked = await bridge.call('check.run', { tripId, reportId, onlyFacts: true })
      // A check that fails leaves the report as it is: the rest of what is to be looked at is there all the same.
      if (isCurrent && checked.ok) setAnswer({ of: reportId, remarks: checked.value.remarks })
    }
    const timer = setTimeout(() => void check(), PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- checks again if the revision changes
  }, [tripId, reportId, revision])
  return useMemo(() => {
    if (trip === null || answer.of !== reportId) return []
    // Asked once for each entry: a long text may have thousands of remarks.
    const isShown = isToldIn(trip)
    return answer.remarks.flatMap((remark) =>
      remark.entryId === null || isShown(remark.entryId) ? toFixable(trip, remark) : [],
    )
  }, [answer, trip, reportId])
}

/** Tells of an entry whether the report tells it. */
function isToldIn({ entries, report }: Trip): (entryId: string) => boolean {
  const known = new Map<string, boolean>()
  return (entryId) => {
    const before = known.get(entryId)
    if (before !== undefined) return before
    const entry = entries.find(({ id }) => id === entryId)
    const isShown = entry !== undefined && isTold(report, entry)
    known.set(entryId, isShown)
    return isShown
  }
}

/** A remark for the list; none if its words have changed meanwhile. */
function toFixable(trip: Trip, remark: CheckRemark): FixableRemark[] {
  const { suggestion, message, at } = remark
  if (suggestion === null) return [{ message, at }]
  if (suggestedChange(trip, remark) === null) return []
  return [{ message, at, fix: { label: t('check.fix', { right: suggestion }), apply: () => applySuggestion(remark) } }]
}

/** Puts the right words in the place of the wrong ones, as one step that can be undone. */
function applySuggestion(remark: CheckRemark): void {
  const { trip, editEntry, editReport, moveEntry } = useTrip.getState()
  const change = trip && suggestedChange(trip, remark)
  if (!change) return
  if (change.of === 'entry') editEntry(change.entryId, change.changes)
  else if (change.of === 'move') void moveEntry(change.entryId, change.day, null)
  else editReport(change.changes, { undoAs: t('check.step') })
}
