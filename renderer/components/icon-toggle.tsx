import { ToggleButton } from 'react-aria-components'
import type { IconButtonProps } from './icon-button.tsx'
import { useReadOnlyArea } from './read-only-area.tsx'
import { shortcutProps } from './shortcut.ts'
import { WithTooltip } from './tooltip.tsx'
import './icon-button.css'

export interface IconToggleProps extends Pick<IconButtonProps, 'label' | 'icon' | 'keys' | 'className' | 'isDisabled'> {
  isSelected: boolean
  onChange: (isSelected: boolean) => void
}

/** An icon button that is on or off. */
export function IconToggle({ label, icon, keys, className = '', isDisabled, ...props }: IconToggleProps) {
  const isReadOnly = useReadOnlyArea()
  return (
    <WithTooltip text={label} keys={keys}>
      <ToggleButton
        {...props}
        aria-label={label}
        className={`icon-button ${className}`}
        isDisabled={isDisabled ?? isReadOnly}
        {...shortcutProps(keys)}
      >
        {icon}
      </ToggleButton>
    </WithTooltip>
  )
}
