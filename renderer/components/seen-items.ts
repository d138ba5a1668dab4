import { type RefObject, useEffect, useState } from 'react'

/** Consecutive items of a long list: drawn, or left out because they are far from what is seen. */
export interface Piece {
  from: number
  /** The index after the last item. */
  to: number
  isDrawn: boolean
  /** The assumed height of items that are left out, in pixels. */
  height: number
}

/** Part of a list, from one index up to another. */
interface Span {
  from: number
  to: number
}

interface Seen extends Span {
  /** The average height of an item, in pixels. */
  height: number
}

/** How far above and below the visible part a list is drawn at least, in pixels. */
const MARGIN = 1_200
/** Number of items that are drawn before anything is measured. */
const FIRST = 40

/**
 * Divides a long list into what is drawn, around the part that is seen, and what is left out. The list must have one
 * child for each drawn item, and one for each piece that is left out.
 *
 * @param list the element of the list; the closest element around it that scrolls shows it
 * @param estimate the height of an item until one is measured, in pixels
 * @param kept the index of an item that stays drawn along with its neighbours, because it has or may get the focus; -1
 *   if there is none
 */
export function useSeenItems(
  list: RefObject<HTMLElement | null>,
  count: number,
  estimate: number,
  kept: number,
): readonly Piece[] {
  const [seen, setSeen] = useState<Seen>({ from: 0, to: FIRST, height: estimate })

  useEffect(() => {
    const element = list.current
    const scroller = element && scrollerAround(element)
    if (!scroller) return undefined
    const drawn = piecesOf(count, seen, kept)
    const look = () => setSeen(next(seen, drawn, element, scroller.getBoundingClientRect(), count))
    // Also looks once at the beginning.
    const resizing = new ResizeObserver(look)
    resizing.observe(scroller)
    resizing.observe(element)
    scroller.addEventListener('scroll', look, { passive: true })
    return () => {
      resizing.disconnect()
      scroller.removeEventListener('scroll', look)
    }
  }, [list, count, kept, seen])

  return piecesOf(count, seen, kept)
}

function scrollerAround(element: HTMLElement): HTMLElement | null {
  let around = element.parentElement
  while (around && !/auto|scroll/.test(getComputedStyle(around).overflowY)) around = around.parentElement
  return around
}

/** The pieces of a list: the seen items, the kept one and its neighbours, and both ends, for the Home and End keys. */
export function piecesOf(count: number, seen: Seen, kept: number): Piece[] {
  const spans = [seen, { from: 0, to: 1 }, { from: count - 1, to: count }]
  if (kept !== -1) spans.push({ from: kept - 1, to: kept + 2 })
  const pieces: Piece[] = []
  let end = 0
  const add = (from: number, to: number, isDrawn: boolean) => {
    if (to > from) pieces.push({ from, to, isDrawn, height: (to - from) * seen.height })
  }
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    add(end, Math.min(Math.max(from, end), count), false)
    const start = Math.max(from, end)
    const last = pieces.at(-1)
    const stop = Math.min(to, count)
    if (last?.isDrawn && stop > start) {
      last.height += (stop - start) * seen.height
      last.to = stop
    } else add(start, stop, true)
    end = Math.max(end, stop)
  }
  return pieces
}

/** What is drawn from now on. The same object if everything that is seen is drawn already. */
function next(before: Seen, pieces: readonly Piece[], list: HTMLElement, view: DOMRect, count: number): Seen {
  if (view.height === 0) return before
  const rows = measure(pieces, list)
  const needed = spanOf(rows, list, view, MARGIN, before.height)
  const from = Math.max(0, needed.from)
  const to = Math.min(count, needed.to)
  if (from >= to || (from >= before.from && to <= before.to)) return before
  const own = rows.filter(({ index }) => index >= before.from && index < before.to)
  const height = own.length === 0 ? before.height : own.reduce((sum, { rect }) => sum + rect.height, 0) / own.length
  const wide = spanOf(rows, list, view, 2 * MARGIN, Math.max(1, height))
  return { from: Math.max(0, wide.from), to: Math.min(count, wide.to), height: Math.max(1, height) }
}

interface Row {
  index: number
  rect: DOMRect
}

/** The drawn items and where they are on the screen. */
function measure(pieces: readonly Piece[], list: HTMLElement): Row[] {
  const rows: Row[] = []
  let child = list.firstElementChild
  for (const { from, to, isDrawn } of pieces) {
    for (let index = from; child && index < (isDrawn ? to : from + 1); index++) {
      if (isDrawn) rows.push({ index, rect: child.getBoundingClientRect() })
      child = child.nextElementSibling
    }
  }
  return rows
}

/** The items within a distance from what is seen. Where none is drawn, they are assumed to be equally high. */
function spanOf(rows: readonly Row[], list: HTMLElement, view: DOMRect, margin: number, height: number): Span {
  const top = view.top - margin
  const bottom = view.bottom + margin
  const near = rows.filter(({ rect }) => rect.bottom > top && rect.top < bottom)
  const first = near[0]
  const last = near.at(-1)
  if (!first || !last) {
    const start = list.getBoundingClientRect().top
    return { from: Math.floor((top - start) / height), to: Math.ceil((bottom - start) / height) }
  }
  return {
    from: first.index - Math.max(0, Math.ceil((first.rect.top - top) / height)),
    to: last.index + 1 + Math.max(0, Math.ceil((bottom - last.rect.bottom) / height)),
  }
}
