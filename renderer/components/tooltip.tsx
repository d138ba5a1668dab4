import { cloneElement, isValidElement, type ReactElement } from 'react'
import type { Chord } from '../../electron/shared/chord.ts'
import { shownKeys } from './keys.ts'

/** The elements with a tooltip, as a selector. */
export const WITH_TOOLTIP = '[data-tooltip]'

export interface WithTooltipProps {
  text: string
  /** A keyboard shortcut. */
  keys?: Chord
  /** A focusable element that passes on `data-` attributes, such as one of React Aria. */
  children: ReactElement
}

/**
 * Gives an element a tooltip: after a moment on hover, at once on keyboard focus. All of them are shown by `Tooltips`, so
 * that the many buttons of a screen need not bring one each.
 */
export function WithTooltip({ text, keys, children }: WithTooltipProps) {
  const data = { 'data-tooltip': text, ...(keys !== undefined && { 'data-tooltip-keys': shownKeys(keys) }) }
  return isValidElement<object>(children) ? cloneElement(children, data) : children
}

/** What the tooltip of an element says. */
export function tooltipOf({ dataset }: HTMLElement): { text: string; keys: string } {
  return { text: dataset['tooltip'] ?? '', keys: dataset['tooltipKeys'] ?? '' }
}
