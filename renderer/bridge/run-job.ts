import type { EventData, JobChannel, JobInput, Input, Output } from '../../electron/shared/contract/index.ts'
import { fail, type Result } from '../../electron/shared/result.ts'
import { bridge } from './bridge.ts'

export type JobProgress = EventData<'job.progress'>

/** The input of a job's call, or a function that computes it first. */
export type JobSource<C extends JobChannel> = JobInput<C> | (() => Promise<Result<JobInput<C>>>)

/** A job that the page has started. */
export interface RunningJob<T> {
  /** The id for `jobs.show`. */
  id: string
  /** Settles when the job has ended, even if it was cancelled. */
  outcome: Promise<Result<T>>
  cancel: () => void
  /** Whether {@link cancel} was called. The job may have finished before that. */
  isCancelled: () => boolean
}

/** Starts a job that can be followed and cancelled. */
export function runJob<C extends JobChannel>(
  channel: C,
  source: JobSource<C>,
  onProgress: (progress: JobProgress) => void,
): RunningJob<Output<C>> {
  const id = crypto.randomUUID()
  let isCancelled = false

  const run = async (): Promise<Result<Output<C>>> => {
    const input = typeof source === 'function' ? await source() : { ok: true as const, value: source }
    if (!input.ok) return input
    if (isCancelled) return fail('cancelled.before-start')
    const stop = bridge.on('job.progress', (progress) => {
      if (progress.jobId === id) onProgress(progress)
    })
    try {
      // The compiler cannot see that this and the job's id make up the channel's input.
      return await bridge.call(channel, { ...input.value, jobId: id } as unknown as Input<C>)
    } finally {
      stop()
    }
  }

  return {
    id,
    outcome: run(),
    cancel() {
      isCancelled = true
      void bridge.call('jobs.cancel', { jobId: id })
    },
    isCancelled: () => isCancelled,
  }
}
