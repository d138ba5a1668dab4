import type { EventData } from '../../shared/contract/index.ts'
import type { JobDetails, JobKind, JobStep } from '../../shared/jobs.ts'
import { fail, type Result } from '../../shared/result.ts'
import { throttle } from './throttle.ts'

/** Lets a job's work report its progress and notice that it was cancelled. */
export interface Job {
  readonly id: string
  /** Aborted when the job is cancelled. The work should then end as soon as it can do so cleanly. */
  readonly signal: AbortSignal
  /**
   * Reports the progress of the job. It can be called as often as convenient.
   *
   * @param done from 0 to 1
   */
  readonly report: (done: number, step: JobStep, details?: JobDetails) => void
  /** Records what the job wrote, as an absolute path. */
  readonly wrote: (path: string) => void
}

/** Long-running work: exports, imports, restores and the like. */
export interface Jobs {
  /**
   * Runs a job.
   *
   * @param id made by the caller, who uses it to follow and cancel the job; refused if a job with that id is running
   */
  run<T>(kind: JobKind, id: string, work: (job: Job) => Promise<Result<T>>): Promise<Result<T>>
  /** Cancels a job. Does nothing if the job has already ended. */
  cancel(id: string): void
  cancelAll(): void
  /** The kinds of the running jobs, without duplicates. */
  kinds(): JobKind[]
  /** Resolves when no job is running. */
  idle(): Promise<void>
  /** The path of what a job wrote last, absolute; `null` if it wrote nothing or is too long ago. */
  pathOf(id: string): string | null
}

/** Maximum number of finished jobs whose paths are remembered. */
const REMEMBERED = 100

/** @param onProgress called at the start of each step of a job, and then only as often as {@link throttle} allows */
export function createJobs(onProgress: (progress: EventData<'job.progress'>) => void): Jobs {
  const running = new Map<string, { kind: JobKind; controller: AbortController; ended: Promise<unknown> }>()
  const paths = new Map<string, string>()

  const reporter = (kind: JobKind, jobId: string) => {
    let lastStep: JobStep | null = null
    let send = onProgress
    return (done: number, step: JobStep, details: JobDetails = {}) => {
      // A new step, or the end, is reported at once, no matter how recent the last report is.
      if (step !== lastStep || done === 1) send = throttle(onProgress)
      lastStep = step
      send({ jobId, kind, step, done, ...details })
    }
  }

  const remember = (id: string, path: string) => {
    paths.set(id, path)
    for (const oldest of paths.keys()) {
      if (paths.size <= REMEMBERED) break
      paths.delete(oldest)
    }
  }

  return {
    async run(kind, id, work) {
      if (running.has(id)) return fail('input.in-progress')
      const controller = new AbortController()
      const ended = work({
        id,
        signal: controller.signal,
        report: reporter(kind, id),
        wrote: (path) => remember(id, path),
      })
      running.set(id, { kind, controller, ended })
      try {
        return await ended
      } finally {
        running.delete(id)
      }
    },
    cancel: (id) => running.get(id)?.controller.abort(),
    cancelAll() {
      for (const { controller } of running.values()) controller.abort()
    },
    kinds: () => [...new Set([...running.values()].map(({ kind }) => kind))],
    async idle() {
      while (running.size > 0) await Promise.allSettled(Array.from(running.values(), ({ ended }) => ended))
    },
    pathOf: (id) => paths.get(id) ?? null,
  }
}
