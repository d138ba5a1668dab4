import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps, ToggleButton } from 'react-aria-components'
import type { Chord } from '../../electron/shared/chord.ts'
import { useReadOnlyArea } from './read-only-area.tsx'
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
  /** Makes it a toggle button, on or off. */
  isSelected?: boolean
  onChange?: (isSelected: boolean) => void
  className?: string
}

/** A button that shows an icon, with a tooltip for its name and shortcut. */
export function IconButton({ label, icon, keys, isSelected, onChange, className = '', ...props }: IconButtonProps) {
  const isReadOnly = useReadOnlyArea()
  const shared = {
    'aria-label': label,
    className: `icon-button ${className}`,
    ...shortcutProps(keys),
  }
  return (
    <WithTooltip text={label} keys={keys}>
      {isSelected === undefined ? (
        <AriaButton {...props} {...shared}>
          {icon}
        </AriaButton>
      ) : (
        <ToggleButton
          {...shared}
          isSelected={isSelected}
          onChange={onChange}
          isDisabled={props.isDisabled ?? isReadOnly}
        >
          {icon}
        </ToggleButton>
      )}
    </WithTooltip>
  )
}
