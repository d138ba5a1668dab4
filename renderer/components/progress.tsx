import type { ReactNode } from 'react'
import { Label, ProgressBar } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import './progress.css'

export interface ProgressProps {
  /** What is happening now, without an ellipsis. */
  step: string
  /** From 0 to 1. */
  done: number
  /** Details, shown below the bar. */
  children?: ReactNode
}

/** The progress of a long job, as the content of a dialog. */
export function Progress({ step, done, children }: ProgressProps) {
  return (
    <ProgressBar className="progress" value={done * 100}>
      {({ percentage }) => (
        <>
          <Label>{t('job.in-progress', { step })}</Label>
          <progress className="progress-bar" value={percentage ?? 0} max={100} aria-hidden />
          {children}
        </>
      )}
    </ProgressBar>
  )
}
