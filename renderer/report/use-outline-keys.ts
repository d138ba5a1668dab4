import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import type { PartId } from '../../electron/shared/report/post-places.ts'
import { isCommandKey } from '../commands/command-keys.ts'
import { hasModifier, type PressedKey } from '../components/keys.ts'

/** Handlers for the element around the outline. */
interface OutlineKeys {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onFocus: (event: FocusEvent<HTMLElement>) => void
  onBlur: (event: FocusEvent<HTMLElement>) => void
}

interface KeyActions {
  select: (part: PartId) => void
  step: (entryId: string, by: -1 | 1) => void
  /** Moves an entry into a section, by the section's position from 0, or with `null` out of its section. */
  file: (entryId: string, index: number | null) => void
}

/**
 * Moves through the rows of an outline by keyboard: ↑ ↓ between rows, ← → within a row, Home and End, Alt ↑ ↓ to move
 * the row, a digit to move it into a section. Fields in and between the rows keep their keys.
 */
export function useOutlineKeys(
  ref: RefObject<HTMLElement | null>,
  current: PartId | null,
  { select, step, file }: KeyActions,
): OutlineKeys {
  const hadFocus = useRef(false)

  // A row that moves to another list gets a new element, and the focus would be lost with the old one.
  useLayoutEffect(() => {
    const outline = ref.current
    if (!outline || !hadFocus.current || current === null) return
    if (document.activeElement === document.body || document.activeElement === null) focusRow(outline, current)
  })

  return {
    onFocus(event) {
      const part = partAt(event.target)
      hadFocus.current = event.target.closest('.outline-row') !== null
      if (part !== null) select(part)
    },
    onBlur({ relatedTarget, currentTarget }) {
      // The focus of an element that is removed goes nowhere; this one went somewhere else.
      if (relatedTarget instanceof Element && !currentTarget.contains(relatedTarget)) hadFocus.current = false
    },
    onKeyDown(event) {
      const target = event.target as HTMLElement
      const line = target.closest<HTMLElement>('.outline-row-line')
      if (!line) return
      const entryId = entryIdAt(target)
      const { key } = event
      const by = stepAt(event)
      const section = sectionAt(event)
      if (by !== null && entryId !== null) {
        step(entryId, by)
      } else if (section !== undefined && entryId !== null) {
        file(entryId, section)
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

/** The section for which a pressed key stands, from 0; `null` for none of them, `undefined` if it is another key. */
function sectionAt(pressed: PressedKey): number | null | undefined {
  if (isCommandKey('file-in-section', pressed)) return Number(pressed.key) - 1
  return isCommandKey('take-out-of-section', pressed) ? null : undefined
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

/** Puts the focus on the row of a part, if it is in the page. */
export function focusRow(outline: ParentNode, part: PartId): boolean {
  const row = rowOf(outline, part)
  row?.focus()
  return row !== null
}

/** What has the focus in the row of a part; `null` if it is not in the page. */
export function rowOf(outline: ParentNode, part: PartId): HTMLElement | null {
  return outline.querySelector<HTMLElement>(`.outline-row[data-part="${CSS.escape(part)}"] [data-control="title"]`)
}

function entryIdAt(target: EventTarget): string | null {
  return (target instanceof Element && target.closest<HTMLElement>('[data-entry-id]')?.dataset['entryId']) || null
}

function partAt(target: EventTarget): PartId | null {
  const part = target instanceof Element && target.closest<HTMLElement>('[data-part]')?.dataset['part']
  return part ? (part as PartId) : null
}
