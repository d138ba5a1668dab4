import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { hasModifier } from './keys.ts'
import './divider.css'

/** How far an arrow key moves a divider, in pixels. */
const STEP = 16

export interface DividerProps {
  /** What its left side is, for screen readers. */
  label: string
  /** The width of its left side, in pixels. */
  width: number
  min: number
  max: number
  /** The width to which a double click or Enter returns. */
  usual: number
  onResize: (width: number) => void
  className?: string
}

/** The edge between two panes. It can be dragged, moved with the arrow keys, and put back with a double click. */
export function Divider({ label, width, min, max, usual, onResize, className = '' }: DividerProps) {
  /** Where a drag began. */
  const start = useRef<{ x: number; width: number } | null>(null)

  const onKeyDown = (event: KeyboardEvent) => {
    const to = new Map([
      ['ArrowLeft', width - STEP],
      ['ArrowRight', width + STEP],
      ['Home', min],
      ['End', max],
      ['Enter', usual],
    ]).get(event.key)
    if (to === undefined || hasModifier(event)) return
    event.preventDefault()
    onResize(to)
  }

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    // No words are selected on the way.
    event.preventDefault()
    event.currentTarget.setPointerCapture?.(event.pointerId)
    start.current = { x: event.clientX, width }
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (start.current !== null) onResize(start.current.width + event.clientX - start.current.x)
  }
  const stop = () => {
    start.current = null
  }

  return (
    // A separator that can be focused is a widget, the window splitter of the ARIA practices.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <hr
      className={`divider ${className}`}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onLostPointerCapture={stop}
      onDoubleClick={() => onResize(usual)}
    />
  )
}
