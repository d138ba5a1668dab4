import { useLayoutEffect } from 'react'
import { focusSoon } from '../components/focus-soon.ts'
import { useTrip } from '../state/open-trip.ts'
import { areListsHidden } from '../state/panes-state.ts'
import type { ChangedPart } from '../state/trip-session.ts'
import { findDetail } from './go-to-detail.ts'

/** Parts of an entry that its row shows, and for which the row is the better place for the focus. */
const inRow: ReadonlySet<string> = new Set(['row', 'highlight', 'private'])

/** The row of an entry, or what stands for it while the list is hidden. */
function findRow(entryId: string | null): HTMLElement | null {
  const isAlone = areListsHidden()
  if (entryId === null) return document.querySelector(isAlone ? '.entry-pane button' : '.entry-list button')
  return document.querySelector(isAlone ? '.entry-pane .cm-content' : `.entry-list [data-key="${CSS.escape(entryId)}"]`)
}

function findPart({ entryId, part }: ChangedPart): HTMLElement | null {
  if (entryId === null || inRow.has(part)) return findRow(entryId)
  switch (part) {
    case 'text':
      return document.querySelector('.entry-pane .cm-content')
    case 'title':
    case 'who':
      return document.querySelector('.entry-pane .entry-title-input')
    case 'start':
      return findDetail('when')
    default:
      return findDetail(part)
  }
}

/** Leads the focus to what has just been undone or done again; if it is not on the screen, to its entry's row. */
export function useShownChange(setInside: (isInside: boolean) => void): void {
  const changed = useTrip((state) => state.changed)
  const changeShown = useTrip((state) => state.changeShown)
  useLayoutEffect(() => {
    if (changed === null) return
    setInside(!inRow.has(changed.part))
    changeShown()
    focusSoon(() => findPart(changed) ?? findRow(changed.entryId))
  }, [changed, changeShown, setInside])
}
