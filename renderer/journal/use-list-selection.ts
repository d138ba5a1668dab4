import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Key, Selection } from 'react-aria-components'
import { useTrip } from '../state/open-trip.ts'
import type { EntryRow } from './entry-row.ts'

interface Manager {
  collection: { getItem: (key: Key) => unknown }
  replaceSelection: (key: Key) => void
}

interface ListSelection {
  style: (list: { state: { selectionManager: Manager } }) => CSSProperties
  selectedKeys: Iterable<Key>
  onSelectionChange: (selection: Selection) => void
}

/** How long a row may take to be drawn before it is selected. In a very long list, it may not be drawn at all. */
const FRAMES_TO_WAIT = 30

/**
 * The props for the selection of the list: the open entry, or several with it.
 *
 * @param rows all rows of the day, whether the list has them now or not
 */
export function useListSelection(rows: readonly EntryRow[]): ListSelection {
  const entryId = useTrip((state) => state.entryId)
  const group = useTrip((state) => state.group)
  /** The list's own set knows where the selection began, which Shift with an arrow key continues. */
  const [given, setGiven] = useState<ReadonlySet<Key> | null>(null)

  const selectedKeys = useMemo(() => {
    const ids = group.length > 0 ? group : entryId === null ? [] : [entryId]
    if (given?.size === ids.length && ids.every((id) => given.has(id))) return given
    // An entry that was opened elsewhere is selected below, before anything is painted.
    return new Set(group)
  }, [group, entryId, given])

  const manager = useRef<Manager | null>(null)
  const isInList = entryId !== null && rows.some(({ id }) => id === entryId)
  const isSelected = group.length > 0 || entryId === null || given?.has(entryId) === true
  useLayoutEffect(() => {
    if (isSelected || !isInList) return undefined
    let [frame, left] = [0, FRAMES_TO_WAIT]
    const select = () => {
      if (manager.current?.collection.getItem(entryId)) manager.current.replaceSelection(entryId)
      // The list knows a new row only once it has drawn its rows.
      else if (left-- > 0) frame = requestAnimationFrame(select)
    }
    select()
    return () => cancelAnimationFrame(frame)
  }, [isSelected, isInList, entryId])

  return {
    // A list shows what selects in it only to the functions that make its class or its style.
    style({ state }) {
      manager.current = state.selectionManager
      return {}
    },
    selectedKeys,
    onSelectionChange(selection) {
      const { entryId: open, group: before, selectEntry, selectSeveral } = useTrip.getState()
      const ids = selection === 'all' ? rows.map(({ id }) => id) : [...selection].map(String)
      setGiven(selection === 'all' ? null : selection)
      const [first] = ids
      // Esc takes the selection back to the open entry.
      if (first === undefined) return open === null ? undefined : selectEntry(open)
      if (ids.length === 1) {
        if (first !== open || before.length > 0) selectEntry(first)
        return undefined
      }
      const isOpenIn = open !== null && ids.includes(open)
      // The entry that was added last is the one with the focus.
      const added = ids.filter((id) => id !== open && !before.includes(id))
      const next = added.length === 1 ? added[0] : isOpenIn ? open : first
      return selectSeveral(ids, next ?? first)
    },
  }
}
