import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import './restorable.css'

export interface RestorableProps {
  title: string
  /** What it is, in a picture, where a list has several kinds. */
  icon?: ReactNode
  /** What else is said of it, below its title. */
  children: ReactNode
  isDisabled: boolean
  /** Left out: it is there already. */
  onRestore?: (() => void) | undefined
}

/** One of a list of things that can come back. */
export function Restorable({ title, icon, children, isDisabled, onRestore }: RestorableProps) {
  return (
    <li className="restorable">
      {icon}
      <div className="restorable-text">
        <p className="restorable-title">{title}</p>
        {children}
      </div>
      {onRestore && (
        <Button aria-label={`Restore ${title}`} isDisabled={isDisabled} onPress={onRestore}>
          Restore
        </Button>
      )}
    </li>
  )
}
