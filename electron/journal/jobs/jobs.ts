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
  /**
   * Records what the job wrote, as an absolute path.
   *
   * @param main the file to open if it is a folder
   */
  readonly wrote: (path: string, main?: string) => void
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
  /** What a job wrote last; `null` if it wrote nothing or is too long ago. */
  writtenBy(id: string): Written | null
}

/** What a job wrote, as absolute paths. */
export interface Written {
  path: string
  /** The file to open. */
  main: string
}

/** Maximum number of finished jobs whose paths are remembered. */
const REMEMBERED = 100

/** @param onProgress called at the start of each step of a job, and then only as often as {@link throttle} allows */
export function createJobs(onProgress: (progress: EventData<'job.progress'>) => void): Jobs {
  const running = new Map<string, { kind: JobKind; controller: AbortController; ended: Promise<unknown> }>()
  const written = new Map<string, Written>()

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

  const remember = (id: string, path: string, main = path) => {
    written.set(id, { path, main })
    for (const oldest of written.keys()) {
      if (written.size <= REMEMBERED) break
      written.delete(oldest)
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
        wrote: (path, main) => remember(id, path, main),
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
    writtenBy: (id) => written.get(id) ?? null,
  }
}
