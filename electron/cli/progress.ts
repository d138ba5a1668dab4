import type { JobStep } from '../shared/jobs.ts'
import { locale, numberFormat, t } from '../shared/messages/translate.ts'
import { stripControls } from './strip-controls.ts'

/** Minimum interval between two states of the progress line, in milliseconds: nobody can read faster. */
const UPDATE_INTERVAL_MS = 100

/** What a job is doing, in words. */
export const nameOfStep = (step: JobStep): string => t(`job.step.${step}`)

/**
 * Does something that can take long. On a terminal, one line shows how far it is and disappears at the end; Ctrl C cancels
 * the work where nothing is half done, and a second Ctrl C ends the program at once.
 *
 * @param act gets the signal to stop at, and a function to call with how much is done, from 0 to 1, and what is being done
 */
export async function withProgress<T>(
  act: (signal: AbortSignal, onProgress: (done: number, what: string) => void) => Promise<T>,
): Promise<T> {
  const cancel = new AbortController()
  const onInterrupt = () => cancel.abort()
  process.once('SIGINT', onInterrupt)
  const { stderr } = process
  let updatedAt = 0
  const onProgress = (done: number, what: string) => {
    const at = performance.now()
    if (!stderr.isTTY || at - updatedAt < UPDATE_INTERVAL_MS) return
    updatedAt = at
    const line = `${formatPercent(done).padStart(5)}  ${stripControls(what).replaceAll(/\s+/g, ' ')}`
    stderr.write(`\r\u001B[2K${line.slice(0, Math.max(10, stderr.columns - 1))}`)
  }
  try {
    return await act(cancel.signal, onProgress)
  } finally {
    process.off('SIGINT', onInterrupt)
    if (updatedAt > 0) stderr.write('\r\u001B[2K')
  }
}

/** Rounds down, so that only what is finished is 100 %. */
function formatPercent(done: number): string {
  return numberFormat(locale(), { style: 'percent' }).format(Math.floor(done * 100) / 100)
}
