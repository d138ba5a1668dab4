import type { ReactNode } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import type { JobProgress } from '../bridge/run-job.ts'
import { Progress } from './progress.tsx'

interface Props {
  /** `null` until the job begins, while unsaved text is being saved first. */
  progress: JobProgress | null
  /** What is being done, if the name of the job's step is not enough. */
  label?: string
  /** What else to show below the bar. */
  children?: ReactNode
}

/** The progress of a job, as the content of a dialog. */
export function JobProgressBar({ progress, label, children }: Props) {
  const step = progress === null ? t('job.starting') : t(`job.step.${progress.step}`)
  return (
    <Progress step={label ?? step} done={progress?.done ?? 0}>
      {children}
    </Progress>
  )
}
