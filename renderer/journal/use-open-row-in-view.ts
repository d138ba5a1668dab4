import { type RefObject, useEffect, useRef } from 'react'
import { focusSoon } from '../components/focus-soon.ts'
import { useTrip } from '../state/open-trip.ts'

/** The row of the open entry, if it is drawn. */
const openRow = (list: HTMLElement | null) =>
  list?.querySelector<HTMLElement>(`[data-key="${useTrip.getState().entryId ?? ''}"]`) ?? null

/** Scrolls to the row of the open entry, and gives it the focus if a row that is no longer there had it. */
function showOpenRow(list: HTMLElement | null): void {
  const row = openRow(list)
  if (document.activeElement === document.body || document.activeElement === list) row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}

interface Shown {
  entryId: string | null
  /** The number of rows above those of the list. */
  earlier: number
  isCompact: boolean
}

/**
 * Scrolls to the row of the entry that has just been opened, such as a new one at the end of a long day, or to that of
 * the open entry whenever other rows have taken the place of the visible ones.
 */
export function useOpenRowInView(list: RefObject<HTMLElement | null>, { entryId, earlier, isCompact }: Shown): void {
  const before = useRef<Shown>({ entryId, earlier, isCompact })
  useEffect(() => {
    const isOther = before.current.earlier !== earlier || before.current.isCompact !== isCompact
    // The rows of a new list are drawn a moment later.
    const isNew = before.current.isCompact !== isCompact
    before.current = { entryId, earlier, isCompact }
    if (isNew && document.activeElement === document.body) focusSoon(() => openRow(list.current))
    const show = () => {
      if (isOther) showOpenRow(list.current)
      else openRow(list.current)?.scrollIntoView({ block: 'nearest' })
    }
    // Rows are measured once they are drawn, which may move this one again.
    let frame = requestAnimationFrame(() => {
      show()
      frame = requestAnimationFrame(show)
    })
    return () => cancelAnimationFrame(frame)
  }, [list, entryId, earlier, isCompact])
}
