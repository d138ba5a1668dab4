import type { JobChannel, Output } from '../../electron/shared/contract/index.ts'
import type { Result } from '../../electron/shared/result.ts'
import { type JobProgress, type JobSource, runJob, type RunningJob } from '../bridge/run-job.ts'
import { useApp } from '../state/app-state.ts'
import { useTripFile } from './trip-file-state.ts'

/** How long work with a file may take without a bar, in milliseconds. */
const SHOWN_AFTER_MS = 500

let isBusy = false

/** Whether nothing is being done with a file, and nothing has to be answered first. */
export function isFree(): boolean {
  return !isBusy && useTripFile.getState().stage.name === 'idle'
}

/** Does several things in a row, with nothing else beginning in between. */
export async function alone(task: () => Promise<void>): Promise<void> {
  isBusy = true
  try {
    await task()
  } finally {
    isBusy = false
    // Files that wait for their turn are looked at again when this changes.
    useTripFile.setState(({ stage }) => ({ stage }))
  }
}

/** Does a job with a file: a bar shows how far it is if it takes a while, and a button cancels it. */
export async function work<C extends JobChannel>(
  title: string,
  channel: C,
  source: JobSource<C>,
): Promise<{ job: RunningJob<Output<C>>; result: Result<Output<C>> }> {
  let timer: ReturnType<typeof setTimeout> | null = null
  const show = (progress: JobProgress | null) =>
    useTripFile.setState({ stage: { name: 'working', title, progress, cancel: () => job.cancel() } })
  const job = runJob(channel, source, (progress) => {
    show(progress)
    // Not before there is something to do: a dialog of the system may be open until then.
    timer ??= setTimeout(showDialog, SHOWN_AFTER_MS)
  })
  show(null)
  try {
    return { job, result: await job.outcome }
  } finally {
    if (timer !== null) clearTimeout(timer)
    rest()
  }
}

/** Nothing is being done or asked any more. */
export function rest(): void {
  useTripFile.setState({ stage: { name: 'idle' } })
  if (useApp.getState().dialog === 'trip-file') useApp.getState().closeDialog()
}

export function showDialog(): void {
  const { dialog, openDialog } = useApp.getState()
  if (dialog === null) openDialog('trip-file')
}
