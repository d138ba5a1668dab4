import { flushSync } from 'react-dom'
import { focusSoon } from '../components/focus-soon.ts'
import { useDetails } from '../state/open-details.ts'
import { useTrip } from '../state/open-trip.ts'
import { firstDetail } from './detail-parts.ts'
import { headOf } from './entry-head.ts'

/** The control of one of the open details, or the button that adds it; `null` if it is not on the screen. */
export function findDetail(field: string): HTMLElement | null {
  const name = CSS.escape(field)
  const [place, button] = [`.entry-pane [data-field="${name}"]`, `.entry-pane button[data-field="${name}"]`]
  return document.querySelector<HTMLElement>(`${place} input`) ?? document.querySelector(`${place} button, ${button}`)
}

/** Opens the details of the open entry, with the focus in one of the fields. An empty list gets its first row. */
export function goToDetail(entryId: string, field: string): void {
  flushSync(() => useDetails.getState().show(entryId))
  const found = findDetail(field)
  if (found?.matches('[data-field]')) found.click()
  else focusSoon(() => found ?? document.querySelector('.entry-details button'))
}

/** Opens the details of the open entry, with the focus in the first one that is empty. */
export function enterDetails(): void {
  const { trip, entryId } = useTrip.getState()
  const entry = trip?.entries.find(({ id }) => id === entryId)
  if (trip && entry) goToDetail(entry.id, firstDetail(headOf(entry), trip.timeZone))
}

/** Folds the details of the open entry if the focus is among them. Returns whether it was. */
export function leaveDetails(): boolean {
  if (document.activeElement?.matches('.entry-details-fields *') !== true) return false
  useDetails.getState().hide()
  return true
}
