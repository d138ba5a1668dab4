import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { isCommandKey } from '../commands/command-keys.ts'
import { hasModifier, type PressedKey } from '../components/keys.ts'

/** Handlers for the element around the outline. */
interface OutlineKeys {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onFocus: (event: FocusEvent<HTMLElement>) => void
}

/**
 * Moves through the rows of an outline by keyboard: ↑ ↓ between rows, ← → within a row, Home and End, Alt ↑ ↓ to move
 * the row. Fields in and between the rows keep their keys.
 */
export function useOutlineKeys(
  ref: RefObject<HTMLElement | null>,
  currentId: string | null,
  setCurrent: (entryId: string) => void,
  step: (entryId: string, by: -1 | 1) => void,
): OutlineKeys {
  const hadFocus = useRef(false)

  // A row that moves to another list gets a new element, and the focus would be lost with the old one.
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
      if (!line || entryId === null) return
      const { key } = event
      const by = stepAt(event)
      if (by !== null) {
        step(entryId, by)
      } else if (hasModifier(event)) {
        return
      } else if (key in rowAfter) {
        const rows = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('.outline-row-line'))
        const next = rowAfter[key as keyof typeof rowAfter](rows.indexOf(line), rows.length)
        const same = controlOf(rows[next], target.dataset['control'] ?? 'title')
        const other = controlOf(rows[next], 'title')
        ;(same ?? other)?.focus()
      } else if (key === 'ArrowLeft' || key === 'ArrowRight') {
        const controls = Array.from(line.querySelectorAll<HTMLElement>('input, button'))
        controls[controls.indexOf(target) + (key === 'ArrowLeft' ? -1 : 1)]?.focus()
      } else {
        return
      }
      event.preventDefault()
    },
  }
}

/** Whether a pressed key moves a row or a section of the outline: -1 for up, 1 for down, `null` if it does not. */
export function stepAt(pressed: PressedKey): -1 | 1 | null {
  if (isCommandKey('move-up', pressed)) return -1
  return isCommandKey('move-down', pressed) ? 1 : null
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
