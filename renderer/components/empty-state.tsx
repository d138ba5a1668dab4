import type { ReactNode } from 'react'
import './empty-state.css'

export interface EmptyStateProps {
  /** What will be here. */
  title: string
  children?: ReactNode
  /** A button for the next step. */
  action?: ReactNode
}

/** A placeholder for a list or pane that is still empty, with what to do about it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {children !== undefined && <div className="empty-state-text">{children}</div>}
      {action}
    </div>
  )
}
