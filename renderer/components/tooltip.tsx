import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import type { Chord } from '../../electron/shared/chord.ts'
import { shownKeys } from './keys.ts'
import './tooltip.css'

export interface WithTooltipProps {
  text: string
  /** A keyboard shortcut. */
  keys?: Chord
  /** A focusable React Aria element. */
  children: ReactElement
}

/** Shows a tooltip next to an element: after a moment on hover, at once on keyboard focus. */
export function WithTooltip({ text, keys, children }: WithTooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        {text}
        {keys !== undefined && <kbd className="tooltip-keys">{shownKeys(keys)}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
