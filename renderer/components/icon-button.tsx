import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import type { Chord } from '../../electron/shared/chord.ts'
import { shortcutProps } from './shortcut.ts'
import { WithTooltip } from './tooltip.tsx'
import './icon-button.css'

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'children' | 'className' | 'style' | 'aria-label' | 'aria-pressed'
> {
  /** What it does, in a word or two. Its accessible name and its tooltip. */
  label: string
  icon: ReactNode
  /** Its keyboard shortcut, shown in the tooltip. */
  keys?: Chord
  className?: string
}

/** A button that shows an icon, with a tooltip for its name and shortcut. */
export function IconButton({ label, icon, keys, className = '', ...props }: IconButtonProps) {
  return (
    <WithTooltip text={label} keys={keys}>
      <AriaButton {...props} aria-label={label} className={`icon-button ${className}`} {...shortcutProps(keys)}>
        {icon}
      </AriaButton>
    </WithTooltip>
  )
}
