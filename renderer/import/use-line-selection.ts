import { type KeyboardEvent, useState } from 'react'
import { isPlain } from '../components/keys.ts'

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

interface Selected {
  active: number
  /** Where the selection began. */
  anchor: number
  selected: readonly number[]
}

function single(index: number): Selected {
  return { active: index, anchor: index, selected: index === -1 ? [] : [index] }
}

/** How far Page Up and Page Down go. */
const PAGE = 10

/**
 * The selection in the list of entries.
 *
 * @param order the indexes of all entries, as the list shows them
 */
export function useLineSelection(order: readonly number[]): LineSelection {
  const [{ active, anchor, selected }, setState] = useState(() => single(order[0] ?? -1))

  /** Everything between two entries, as the list shows them now; a correction may move them apart. */
  const selectRange = (from: number, to: number) => {
    const [first = 0, last = 0] = [order.indexOf(from), order.indexOf(to)].toSorted((a, b) => a - b)
    setState({ active: to, anchor: from, selected: order.slice(first, last + 1) })
  }
  const select = (index: number, isRange: boolean) => {
    if (isRange) selectRange(anchor, index)
    else setState(single(index))
  }
  return {
    selected,
    active,
    select,
    selectAll: () => selectRange(order[0] ?? -1, order.at(-1) ?? -1),
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
      if (target === undefined || !isPlain(event)) return false
      const index = order[Math.max(0, Math.min(last, target))]
      if (index !== undefined) select(index, event.shiftKey)
      return true
    },
  }
}
