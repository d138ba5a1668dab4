import type { JobStep } from '../../shared/jobs.ts'

/** Reports the progress of a task, from 0 to 1, which also shows that the task is still alive. */
export type ReportProgress = (done: number, step: JobStep) => void
