import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { shownKeys } from './keys.ts'
import './tooltip.css'

export interface WithTooltipProps {
  text: string
  /** As in `Mod+E`. */
  keys?: string
  /** One focusable element of React Aria. */
  children: ReactElement
}

/** Shows a word and the key beside what it is about, after a moment or at once on focus by keyboard. */
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
