import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import './button.css'

type Kind = 'primary' | 'secondary' | 'plain' | 'danger'

const kinds: Record<Kind, string> = {
  primary: 'button-primary',
  secondary: 'button-secondary',
  plain: 'button-plain',
  danger: 'button-danger',
}

type Breakpoint = 720 | 1200

const labels: Record<Breakpoint, string> = { 720: 'button-label-from-720', 1200: 'button-label-from-1200' }

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** `primary`: the main action here. `plain`: no border. `danger`: an action that deletes something. */
  kind?: Kind
  icon?: ReactNode
  /** In windows narrower than this, in pixels, only the icon is shown; the label stays for screen readers. */
  iconBelow?: Breakpoint
  children: ReactNode
  className?: string
}

/** A button with a label, and optionally an icon before it. */
export function Button({ kind = 'secondary', icon, iconBelow, children, className = '', ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`button ${kinds[kind]} ${className}`}>
      {icon}
      <span className={iconBelow === undefined ? undefined : labels[iconBelow]}>{children}</span>
    </AriaButton>
  )
}
