import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import './button.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** `primary`: the one thing to do here. `plain`: no edge until pointed at. `danger`: loses something. */
  kind?: 'primary' | 'secondary' | 'plain' | 'danger'
  icon?: ReactNode
  children: ReactNode
  className?: string
}

/** A button with a word on it. */
export function Button({ kind = 'secondary', icon, children, className = '', ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`button button-${kind} ${className}`}>
      {icon}
      <span className="button-label">{children}</span>
    </AriaButton>
  )
}
