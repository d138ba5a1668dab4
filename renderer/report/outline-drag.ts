import { useState, type DragEvent } from 'react'
import type { EntryPlace } from './sections.ts'

/** What is being dragged. */
export type Dragged = { kind: 'entry'; entryId: string } | { kind: 'section'; sectionId: string }

/** Where it would go: an entry to a place among entries, a section before another, or to the end if `before` is `null`. */
export type DropPlace = ({ kind: 'entry' } & EntryPlace) | { kind: 'section'; before: string | null }

export interface OutlineDrag {
  dragged: Dragged | null
  place: DropPlace | null
  /** Handlers for the element around the whole outline. */
  handlers: {
    onDragStart: (event: DragEvent<HTMLElement>) => void
    onDragOver: (event: DragEvent<HTMLElement>) => void
    onDragLeave: (event: DragEvent<HTMLElement>) => void
    onDrop: (event: DragEvent<HTMLElement>) => void
    onDragEnd: () => void
  }
}

const MEDIA_TYPE = 'application/x-lanyard-outline'

/**
 * Dragging of entries and sections in the outline, with the browser's own drag and drop, which scrolls at the edges and
 * ends on Esc. Rows have `data-entry-id`, sections `data-section-id` (empty for the entries in no section).
 *
 * The journal's lists use React Aria's drag and drop, which moves the rows of one collection. Here whole sections move
 * too, along with their entries, so both levels would have to become one React Aria Tree. The keyboard focus of a Tree
 * is on its rows; in the outline it is on the fields and buttons in them, and stays in its column from row to row.
 */
export function useOutlineDrag(onDrop: (dragged: Dragged, place: DropPlace) => void): OutlineDrag {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const [place, setPlace] = useState<DropPlace | null>(null)
  const end = () => {
    setDragged(null)
    setPlace(null)
  }
  return {
    dragged,
    place,
    handlers: {
      onDragStart(event) {
        const started = draggedAt(event.target)
        if (!started) return
        event.dataTransfer.setData(MEDIA_TYPE, '')
        event.dataTransfer.effectAllowed = 'move'
        if (started.kind === 'section') event.dataTransfer.setDragImage(sectionAround(event.target), 0, 0)
        setDragged(started)
      },
      onDragOver(event) {
        // The outline ignores files and texts from elsewhere.
        if (!dragged) return
        const over = placeAt(event, dragged)
        if (over) event.preventDefault()
        setPlace((before) => (samePlace(before, over) ? before : over))
      },
      onDragLeave(event) {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setPlace(null)
      },
      onDrop(event) {
        if (!dragged) return
        event.preventDefault()
        const over = placeAt(event, dragged)
        end()
        if (over) onDrop(dragged, over)
      },
      onDragEnd: end,
    },
  }
}

function draggedAt(target: EventTarget): Dragged | null {
  // Dragging text out of a field does not drag the row.
  if (!(target instanceof HTMLElement) || !target.draggable) return null
  const entryId = target.closest<HTMLElement>('[data-entry-id]')?.dataset['entryId']
  if (entryId) return { kind: 'entry', entryId }
  const sectionId = target.closest<HTMLElement>('[data-section-id]')?.dataset['sectionId']
  return sectionId ? { kind: 'section', sectionId } : null
}

function placeAt(event: DragEvent<HTMLElement>, dragged: Dragged): DropPlace | null {
  if (!(event.target instanceof Element)) return null
  const section = event.target.closest<HTMLElement>('[data-section-id]')
  if (!section) return null
  const sectionId = section.dataset['sectionId'] || null
  if (dragged.kind === 'section') {
    const before = isInUpperHalf(event, section) ? section : section.nextElementSibling
    return { kind: 'section', before: (before instanceof HTMLElement && before.dataset['sectionId']) || null }
  }
  const row = event.target.closest<HTMLElement>('[data-entry-id]')
  if (!row) {
    // On the heading means first, and below the rows means last.
    const first = section.querySelector<HTMLElement>('[data-entry-id]')
    const isAbove = first !== null && event.clientY < first.getBoundingClientRect().top
    return { kind: 'entry', sectionId, before: (isAbove && first.dataset['entryId']) || null }
  }
  const before = isInUpperHalf(event, row) ? row : row.nextElementSibling
  return { kind: 'entry', sectionId, before: (before instanceof HTMLElement && before.dataset['entryId']) || null }
}

function sectionAround(target: EventTarget): Element {
  return (target as Element).closest('[data-section-id]') ?? (target as Element)
}

function isInUpperHalf(event: DragEvent, element: Element): boolean {
  const { top, height } = element.getBoundingClientRect()
  return event.clientY < top + height / 2
}

function samePlace(a: DropPlace | null, b: DropPlace | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
