import type { ReactNode } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import type { JobProgress } from '../bridge/run-job.ts'
import { Progress } from './progress.tsx'

interface Props {
  /** `null`: the job has not begun, because what was typed is being saved first. */
  progress: JobProgress | null
  /** What is being done, where the name of the job's step is not enough. */
  label?: string
  /** What else to show below the bar. */
  children?: ReactNode
}

/** How far a job is, as what a dialog is about. */
export function JobProgressBar({ progress, label, children }: Props) {
  const step = progress === null ? t('job.starting') : t(`job.step.${progress.step}`)
  return (
    <Progress step={label ?? step} done={progress?.done ?? 0}>
      {children}
    </Progress>
  )
}
