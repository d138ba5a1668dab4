import type { ReactNode } from 'react'
import { Label, ProgressBar } from 'react-aria-components'
import './progress.css'

export interface ProgressProps {
  /** What is being done just now, without the dots. */
  step: string
  /** From 0 to 1. */
  done: number
  /** More to say of it, below the bar. */
  children?: ReactNode
}

/** How far something has come that takes a while, as what a dialog is about. */
export function Progress({ step, done, children }: ProgressProps) {
  return (
    <ProgressBar className="progress" value={done * 100}>
      {({ percentage }) => (
        <>
          <Label>{step}…</Label>
          <progress className="progress-bar" value={percentage ?? 0} max={100} aria-hidden />
          {children}
        </>
      )}
    </ProgressBar>
  )
}
