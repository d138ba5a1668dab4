import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../electron/shared/messages/translate.ts'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { areListsHidden } from '../state/panes-state.ts'

/** The entries of a trip in the order in which they were open, like the history of a browser. */
interface Trail {
  entryIds: string[]
  /** The place of the entry that is open, or was last. */
  at: number
  /** Since when it is open, in milliseconds; `-Infinity` if Back or Forward led there. */
  since: number
}

/** How long an entry has to be open to be remembered, in milliseconds: the arrow keys only pass through others. */
const STAYS = 500
/** Maximum number of entries that are remembered for each trip. */
const CAPACITY = 200

/** Trip -> its trail. Lasts as long as the window. */
const trails = new Map<string, Trail>()

/** Notes that an entry is open. What could be gone forward to is forgotten, as in a browser. */
function note(tripId: string, entryId: string): void {
  const trail = trails.get(tripId) ?? { entryIds: [], at: -1, since: -Infinity }
  if (trail.entryIds[trail.at] === entryId) return
  const isPassedThrough = Date.now() - trail.since < STAYS
  const before = trail.entryIds.slice(0, isPassedThrough ? trail.at : trail.at + 1)
  const kept = before.at(-1) === entryId ? before : [...before, entryId].slice(-CAPACITY)
  trails.set(tripId, { entryIds: kept, at: kept.length - 1, since: Date.now() })
}

function noteOpen(): void {
  const { trip, entryId } = useTrip.getState()
  if (trip !== null && entryId !== null) note(trip.id, entryId)
}

/** Remembers which entries are open as long as the journal is on the screen. */
export function useTrail(): void {
  useEffect(() => {
    noteOpen()
    return useTrip.subscribe((is, was) => is.entryId !== was.entryId && noteOpen())
  }, [])
}

/** The place of the nearest entry that still exists, or -1. */
function nextPlace({ entryIds, at }: Trail, step: 1 | -1): number {
  const { trip, entryId } = useTrip.getState()
  const existing = new Set(trip?.entries.map(({ id }) => id))
  // If no entry is open, Back leads to the last one that was.
  let place = entryId === null && step === -1 ? at : at + step
  while (place >= 0 && place < entryIds.length) {
    const id = entryIds[place]
    if (id !== undefined && id !== entryId && existing.has(id)) return place
    place += step
  }
  return -1
}

/**
 * Opens the entry that was open before this one or, with 1, after it. The focus stays in the list, or in the text.
 */
export function goThroughTrail(step: 1 | -1, focusText: () => void): void {
  const { trip, selectEntry } = useTrip.getState()
  const trail = trip === null ? undefined : trails.get(trip.id)
  const place = trail === undefined ? -1 : nextPlace(trail, step)
  const entryId = trail?.entryIds[place]
  if (trail === undefined || entryId === undefined) {
    useApp.getState().notify(t(step === -1 ? 'journal.nothing-before' : 'journal.nothing-after'))
    return
  }
  trail.at = place
  trail.since = -Infinity
  const isInText = areListsHidden() || document.activeElement?.matches('.entry-pane *') === true
  flushSync(() => {
    selectEntry(entryId)
    if (!isInText) useTrip.setState({ changed: { entryId, part: 'row' } })
  })
  if (isInText) focusText()
}
