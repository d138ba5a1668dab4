import type { ReactNode } from 'react'
import './problem.css'

export interface ProblemProps {
  /** `danger`: the request was refused. `attention`: it failed, but can be tried again. */
  tone?: 'danger' | 'attention'
  children: ReactNode
}

/** Why something failed, which screen readers announce at once. */
export function Problem({ tone = 'attention', children }: ProblemProps) {
  return (
    <p role="alert" className={`problem ${tone === 'danger' ? 'problem-danger' : 'problem-attention'}`}>
      {children}
    </p>
  )
}

/** Something to know before continuing. It is there from the beginning, so screen readers read it in order. */
export function Note({ children }: { children: ReactNode }) {
  return <p className="problem problem-attention">{children}</p>
}
