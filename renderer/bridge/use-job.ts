import { useCallback, useEffect, useRef, useState } from 'react'
import type { JobChannel, Output } from '../../electron/shared/contract/index.ts'
import type { Result } from '../../electron/shared/result.ts'
import { bridge } from './bridge.ts'
import { type JobProgress, type JobSource, runJob, type RunningJob } from './run-job.ts'

export interface UsedJob {
  /** How far the job is; `null` before its first report. */
  progress: JobProgress | null
  /** Starts a job and waits for its end. */
  run: <C extends JobChannel>(channel: C, source: JobSource<C>) => Promise<Result<Output<C>>>
  cancel: () => void
  /** Shows what the last job wrote in the system's file manager. */
  show: () => Promise<Result<unknown>>
  /** Opens what the last job wrote in the program that the system has for it. */
  open: () => Promise<Result<unknown>>
}

/** Runs one job at a time for a component. The job is cancelled when the component unmounts. */
export function useJob(): UsedJob {
  const [progress, setProgress] = useState<JobProgress | null>(null)
  const running = useRef<RunningJob<unknown>>(null)
  const lastId = useRef('')

  useEffect(() => () => running.current?.cancel(), [])

  const run = useCallback(async <C extends JobChannel>(channel: C, source: JobSource<C>) => {
    setProgress(null)
    const job = runJob(channel, source, setProgress)
    running.current = job
    lastId.current = job.id
    const outcome = await job.outcome
    if (running.current === job) running.current = null
    return outcome
  }, [])
  const cancel = useCallback(() => running.current?.cancel(), [])
  const show = useCallback(() => bridge.call('jobs.show', { jobId: lastId.current }), [])
  const open = useCallback(() => bridge.call('jobs.open', { jobId: lastId.current }), [])
  return { progress, run, cancel, show, open }
}
