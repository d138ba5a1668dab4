import type { ReactNode } from 'react'
import './empty-state.css'

export interface EmptyStateProps {
  /** What will be here. */
  title: string
  children?: ReactNode
  /** The one thing to do. */
  action?: ReactNode
}

/** Stands where something will be. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {children !== undefined && <div className="empty-state-text">{children}</div>}
      {action}
    </div>
  )
}
