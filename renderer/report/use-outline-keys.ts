import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

/** Handlers for the element around the outline. */
interface OutlineKeys {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onFocus: (event: FocusEvent<HTMLElement>) => void
}

/**
 * Moves through the rows of an outline by keyboard: ↑ ↓ from row to row, ← → within a row, Home and End, Alt ↑ ↓ to take
 * the row along. Fields in and between the rows keep their keys.
 */
export function useOutlineKeys(
  ref: RefObject<HTMLElement | null>,
  currentId: string | null,
  setCurrent: (entryId: string) => void,
  step: (entryId: string, by: -1 | 1) => void,
): OutlineKeys {
  const hadFocus = useRef(false)

  // A row that moves into another list is another element, and the focus would be lost with the old one.
  useLayoutEffect(() => {
    const outline = ref.current
    if (!outline || !hadFocus.current || currentId === null) return
    if (document.activeElement === document.body || document.activeElement === null) {
      outline.querySelector<HTMLElement>(`${rowOf(currentId)} [data-control="title"]`)?.focus()
    }
  })

  return {
    onFocus(event) {
      const entryId = entryIdAt(event.target)
      hadFocus.current = entryId !== null
      if (entryId !== null) setCurrent(entryId)
    },
    onKeyDown(event) {
      const target = event.target as HTMLElement
      const line = target.closest<HTMLElement>('.outline-row-line')
      const entryId = entryIdAt(target)
      if (!line || entryId === null || event.ctrlKey || event.metaKey || event.shiftKey) return
      const { key, altKey } = event
      if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
        step(entryId, key === 'ArrowUp' ? -1 : 1)
      } else if (!altKey && key in rowAfter) {
        const rows = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('.outline-row-line'))
        const next = rowAfter[key as keyof typeof rowAfter](rows.indexOf(line), rows.length)
        const same = controlOf(rows[next], target.dataset['control'] ?? 'title')
        const other = controlOf(rows[next], 'title')
        ;(same ?? other)?.focus()
      } else if (!altKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
        const controls = Array.from(line.querySelectorAll<HTMLElement>('input, button'))
        controls[controls.indexOf(target) + (key === 'ArrowLeft' ? -1 : 1)]?.focus()
      } else {
        return
      }
      event.preventDefault()
    },
  }
}

const rowAfter = {
  ArrowUp: (index: number) => Math.max(0, index - 1),
  ArrowDown: (index: number, count: number) => Math.min(count - 1, index + 1),
  Home: () => 0,
  End: (_: number, count: number) => count - 1,
}

/** The part of a row with this `data-control`. */
function controlOf(row: HTMLElement | undefined, control: string): HTMLElement | null {
  return row?.querySelector<HTMLElement>(`[data-control="${control}"]`) ?? null
}

function rowOf(entryId: string): string {
  return `[data-entry-id="${entryId}"]`
}

function entryIdAt(target: EventTarget): string | null {
  return (target instanceof Element && target.closest<HTMLElement>('[data-entry-id]')?.dataset['entryId']) || null
}
