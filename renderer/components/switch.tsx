import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, Switch as AriaSwitch } from 'react-aria-components'
import { Check, Minus } from 'lucide-react'
import { useReadOnlyArea } from './read-only-area.tsx'
import './switch.css'

export interface ToggleProps {
  children: ReactNode
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
  className?: string
}

/** A setting that is on or off. */
export function Switch({ children, className = '', ...props }: ToggleProps) {
  const isReadOnly = useReadOnlyArea()
  return (
    <AriaSwitch isDisabled={isReadOnly} {...props} className={`toggle switch ${className}`}>
      <span className="switch-track" aria-hidden>
        <span className="switch-thumb" />
      </span>
      <span>{children}</span>
    </AriaSwitch>
  )
}

export interface CheckboxProps extends ToggleProps {
  /** The accessible name, if there are no children. */
  'aria-label'?: string
  isIndeterminate?: boolean
}

/** A checkbox. */
export function Checkbox({ children, className = '', ...props }: CheckboxProps) {
  const isReadOnly = useReadOnlyArea()
  return (
    <AriaCheckbox isDisabled={isReadOnly} {...props} className={`toggle checkbox ${className}`}>
      {({ isIndeterminate }) => (
        <>
          <span className="checkbox-box" aria-hidden>
            {isIndeterminate ? <Minus /> : <Check />}
          </span>
          {children !== null && children !== '' && <span>{children}</span>}
        </>
      )}
    </AriaCheckbox>
  )
}
