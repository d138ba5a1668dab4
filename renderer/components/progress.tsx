import { type ReactNode, useId } from 'react'
import { locale, numberFormat, t } from '../../electron/shared/messages/translate.ts'
import './progress.css'

export interface ProgressProps {
  /** What is happening now, without an ellipsis. */
  step: string
  /** From 0 to 1. */
  done: number
  /** Details, shown below the bar. */
  children?: ReactNode
}

/**
 * The progress of a long job, as the content of a dialog. It does not use React Aria, because the library shows it while
 * it is being read.
 */
export function Progress({ step, done, children }: ProgressProps) {
  const label = useId()
  const share = Math.min(1, Math.max(0, done))
  return (
    <div
      className="progress"
      // The element of that role cannot contain its label and details.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="progressbar"
      aria-labelledby={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share * 100}
      aria-valuetext={numberFormat(locale(), { style: 'percent' }).format(share)}
    >
      <span id={label}>{t('job.in-progress', { step })}</span>
      <progress className="progress-bar" value={share * 100} max={100} aria-hidden />
      {children}
    </div>
  )
}
