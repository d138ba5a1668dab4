import type { ReactNode } from 'react'
import './problem.css'

export interface ProblemProps {
  /** `danger`: what was asked for was refused. `attention`: it did not work, and can be tried again. */
  tone?: 'danger' | 'attention'
  children: ReactNode
}

/** Why something did not work, read out as soon as it is shown. */
export function Problem({ tone = 'attention', children }: ProblemProps) {
  return (
    <p role="alert" className={`problem ${tone === 'danger' ? 'problem-danger' : 'problem-attention'}`}>
      {children}
    </p>
  )
}

/** Something to know before going on. It is there from the beginning, so that it is read in its turn. */
export function Note({ children }: { children: ReactNode }) {
  return <p className="problem problem-attention">{children}</p>
}
