import { useLayoutEffect } from 'react'
import { focusSoon } from '../components/focus-soon.ts'
import { useTrip } from '../state/open-trip.ts'
import { areListsHidden } from '../state/panes-state.ts'
import type { ChangedPart } from '../state/trip-session.ts'

/** Parts of an entry that its row shows, and for which the row is the better place for the focus. */
const inRow: ReadonlySet<string> = new Set(['row', 'highlight', 'private'])

function selectorOf({ entryId, part }: ChangedPart): string {
  const isAlone = areListsHidden()
  if (entryId === null) return isAlone ? '.entry-pane button' : '.entry-list button'
  const row = isAlone ? '.entry-pane .cm-content' : `.entry-list [data-key="${CSS.escape(entryId)}"]`
  if (inRow.has(part)) return row
  switch (part) {
    case 'text':
      return '.entry-pane .cm-content'
    case 'title':
    case 'who':
      return '.entry-pane .entry-title-input'
    case 'start':
      return '.entry-pane [data-field="when"] input'
    case 'end':
      return '.entry-pane [data-field="when"] .clock-field ~ .clock-field input'
    default:
      return `.entry-pane :is([data-field="${CSS.escape(part)}"] :is(input, button), button[data-field="${CSS.escape(part)}"])`
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
    const row = selectorOf({ ...changed, part: 'row' })
    focusSoon(
      () => document.querySelector<HTMLElement>(selectorOf(changed)) ?? document.querySelector<HTMLElement>(row),
    )
  }, [changed, changeShown, setInside])
}
