import type { JobChannel, Output } from '../../electron/shared/contract/index.ts'
import type { Result } from '../../electron/shared/result.ts'
import { type JobProgress, type JobSource, runJob, type RunningJob } from '../bridge/run-job.ts'
import { useApp } from '../state/app-state.ts'
import { useTripFile } from './trip-file-state.ts'

/** How long a job with a file can take before its progress bar is shown, in milliseconds. */
const SHOWN_AFTER_MS = 500

let isBusy = false

/** Whether no file is being worked on, and no question about one is open. */
export function isFree(): boolean {
  return !isBusy && useTripFile.getState().stage.name === 'idle'
}

/** Runs a task of several steps. No other task with a file begins before its end. */
export async function runAlone(task: () => Promise<void>): Promise<void> {
  isBusy = true
  try {
    await task()
  } finally {
    isBusy = false
    // Waiting files are checked again when this changes.
    useTripFile.setState(({ stage }) => ({ stage }))
  }
}

/** Runs a job with a file. If it takes a while, a dialog shows its progress and can cancel it. */
export async function runFileJob<C extends JobChannel>(
  title: string,
  channel: C,
  source: JobSource<C>,
): Promise<{ job: RunningJob<Output<C>>; result: Result<Output<C>> }> {
  let timer: ReturnType<typeof setTimeout> | null = null
  const show = (progress: JobProgress | null) =>
    useTripFile.setState({ stage: { name: 'working', title, progress, cancel: () => job.cancel() } })
  const job = runJob(channel, source, (progress) => {
    show(progress)
    // Only from the first progress on, because a dialog of the system may be open until then.
    timer ??= setTimeout(showDialog, SHOWN_AFTER_MS)
  })
  show(null)
  try {
    return { job, result: await job.outcome }
  } finally {
    if (timer !== null) clearTimeout(timer)
    reset()
  }
}

/** Ends the display of a job or question, and closes its dialog. */
export function reset(): void {
  useTripFile.setState({ stage: { name: 'idle' } })
  if (useApp.getState().dialog === 'trip-file') useApp.getState().closeDialog()
}

export function showDialog(): void {
  const { dialog, openDialog } = useApp.getState()
  if (dialog === null) openDialog('trip-file')
}
