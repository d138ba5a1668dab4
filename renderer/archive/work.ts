import type { Result } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { useTripFile } from './trip-file-state.ts'

/** What is done by then needs no bar. */
const SHOWN_AFTER_MS = 500

let isBusy = false

/** Whether something is being done with a file, or has to be answered first. */
export function isFree(): boolean {
  return !isBusy && useTripFile.getState().stage.name === 'idle'
}

/** Does several things in a row between which nothing else begins. */
export async function alone(task: () => Promise<void>): Promise<void> {
  isBusy = true
  try {
    await task()
  } finally {
    isBusy = false
    // Whoever waits for their turn looks whether it has come when this changes.
    useTripFile.setState(({ stage }) => ({ stage }))
  }
}

/** Does something that may take a while: a bar shows how far it is, and a button ends it. */
export async function work<T>(archiveId: string, title: string, call: () => Promise<Result<T>>): Promise<Result<T>> {
  let timer: ReturnType<typeof setTimeout> | null = null
  useTripFile.setState({ stage: { name: 'working', archiveId, title, progress: null } })
  const stop = bridge.on('archive.progress', ({ archiveId: about, done, step }) => {
    if (about !== archiveId) return
    useTripFile.setState({ stage: { name: 'working', archiveId, title, progress: { done, step } } })
    // Not before there is something to do: a dialog of the system may be open until then.
    timer ??= setTimeout(showDialog, SHOWN_AFTER_MS)
  })
  try {
    return await call()
  } finally {
    stop()
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
