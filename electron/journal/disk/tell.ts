import type { JobStep } from '../../shared/jobs.ts'

/** Says how far a task is, from 0 to 1, and thereby that it is still alive. */
export type Tell = (done: number, step: JobStep) => void
