import { type KeyboardEvent, useState } from 'react'

export interface LineSelection {
  /** The indexes of the selected entries. */
  selected: readonly number[]
  /** The index of the entry that the arrow keys start from. */
  active: number
  /** @param isRange whether everything from where the selection began is selected with it */
  select: (index: number, isRange: boolean) => void
  selectAll: () => void
  /** Moves with the arrow keys. Returns whether the key was one of them. */
  onMove: (event: KeyboardEvent) => boolean
}

/** How far Page Up and Page Down go. */
const PAGE = 10

/**
 * The selection in the list of entries.
 *
 * @param order the indexes of all entries, as the list shows them
 */
export function useLineSelection(order: readonly number[]): LineSelection {
  const [active, setActive] = useState(order[0] ?? -1)
  const [anchor, setAnchor] = useState(active)
  const [from, to] = [order.indexOf(anchor), order.indexOf(active)].toSorted((a, b) => a - b)
  const selected = from === undefined || to === undefined || from === -1 ? [active] : order.slice(from, to + 1)

  const select = (index: number, isRange: boolean) => {
    setActive(index)
    if (!isRange) setAnchor(index)
  }
  return {
    selected: active === -1 ? [] : selected,
    active,
    select,
    selectAll() {
      setAnchor(order[0] ?? -1)
      setActive(order.at(-1) ?? -1)
    },
    onMove(event) {
      const place = order.indexOf(active)
      const last = order.length - 1
      const target = {
        ArrowUp: place - 1,
        ArrowDown: place + 1,
        Home: 0,
        End: last,
        PageUp: place - PAGE,
        PageDown: place + PAGE,
      }[event.key]
      if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return false
      const index = order[Math.max(0, Math.min(last, target))]
      if (index !== undefined) select(index, event.shiftKey)
      return true
    },
  }
}
