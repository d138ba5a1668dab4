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
