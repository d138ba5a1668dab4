import type { EventData } from '../../shared/contract/index.ts'
import type { JobDetails, JobKind, JobStep } from '../../shared/jobs.ts'
import { fail, type Result } from '../../shared/result.ts'
import { throttle } from './throttle.ts'

/** What a job's work gets to be followed and cancelled by. */
export interface Job {
  readonly id: string
  /** Aborted when the job is cancelled. The work then ends as soon as nothing is half done. */
  readonly signal: AbortSignal
  /**
   * Says how far the job is. It may be called as often as is convenient.
   *
   * @param done from 0 to 1
   */
  readonly report: (done: number, step: JobStep, details?: JobDetails) => void
  /** Notes what the job wrote, as an absolute path. */
  readonly wrote: (path: string) => void
}

/** The long work that is going on: exports, imports, restores and the like. */
export interface Jobs {
  /**
   * Does a job's work.
   *
   * @param id made by the caller, who follows and cancels the job by it; refused if a job of that id is running
   */
  run<T>(kind: JobKind, id: string, work: (job: Job) => Promise<Result<T>>): Promise<Result<T>>
  /** Cancels a job. One that has ended by now is left as it is. */
  cancel(id: string): void
  cancelAll(): void
  /** The kinds of the jobs that are running, each once. */
  kinds(): JobKind[]
  /** Resolves when no job is running. */
  idle(): Promise<void>
  /** What a job wrote last, absolute; `null`: nothing, or it is too long ago. */
  pathOf(id: string): string | null
}

/** How many jobs are remembered by what they wrote. */
const REMEMBERED = 100

/** @param onProgress called at the start of each step of a job, and then no more often than {@link throttle} lets it */
export function createJobs(onProgress: (progress: EventData<'job.progress'>) => void): Jobs {
  const running = new Map<string, { kind: JobKind; controller: AbortController; ended: Promise<unknown> }>()
  const paths = new Map<string, string>()

  const reporter = (kind: JobKind, jobId: string) => {
    let lastStep: JobStep | null = null
    let tell = onProgress
    return (done: number, step: JobStep, details: JobDetails = {}) => {
      // A new step, or the end, is worth knowing at once, however recent the last report is.
      if (step !== lastStep || done === 1) tell = throttle(onProgress)
      lastStep = step
      tell({ jobId, kind, step, done, ...details })
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
      if (running.has(id)) return fail('input.invalid', 'This is already in progress.')
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
