import { type RefObject, useEffect, useState } from 'react'

/** The part of a scrolling element that is seen, in pixels of its content. */
export interface SeenArea {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

/** Before it is measured, as much as fits into a large window. */
const unmeasured: SeenArea = { top: 0, left: 0, width: 1600, height: 1200 }

/** Scrolling by less than this draws nothing, in pixels. */
const STEP = 96

const roundDown = (value: number) => Math.floor(value / STEP) * STEP

/** A little more than what is really seen. */
function areaOf(element: HTMLElement, before: SeenArea): SeenArea {
  const { scrollTop, scrollLeft, clientWidth, clientHeight } = element
  if (clientHeight === 0) return before
  const area = {
    top: roundDown(scrollTop),
    left: roundDown(scrollLeft),
    width: roundDown(clientWidth) + 2 * STEP,
    height: roundDown(clientHeight) + 2 * STEP,
  }
  const isSame = (['top', 'left', 'width', 'height'] as const).every((key) => area[key] === before[key])
  return isSame ? before : area
}

/**
 * Follows what is seen of a scrolling element.
 *
 * @returns the area, and a handler for `onScroll`
 */
export function useSeenArea(scroller: RefObject<HTMLElement | null>): [SeenArea, () => void] {
  const [area, setArea] = useState(unmeasured)
  useEffect(() => {
    const element = scroller.current
    if (element === null || typeof ResizeObserver === 'undefined') return undefined
    // It reports the first size, too.
    const observer = new ResizeObserver(() => setArea((before) => areaOf(element, before)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  const onScroll = () => {
    const element = scroller.current
    if (element !== null) setArea((before) => areaOf(element, before))
  }
  return [area, onScroll]
}
