import type { JobStep } from '../shared/jobs.ts'
import { locale, numberFormat, t } from '../shared/messages/translate.ts'
import { safeLine } from './terminal-text.ts'

/** Minimum interval between updates of the progress line, in milliseconds: nobody can read faster. */
const UPDATE_INTERVAL_MS = 100

/** What a job is doing, in words. */
export const nameOfStep = (step: JobStep): string => t(`job.step.${step}`)

/**
 * Runs something that can take long. On a terminal, a line shows the progress and disappears at the end. Ctrl C cancels
 * the work cleanly, and a second Ctrl C ends the program at once.
 *
 * @param act receives the signal to stop at, and a function to call with the progress, from 0 to 1, and the current
 * step
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
    const line = `${formatPercent(done).padStart(5)}  ${safeLine(what)}`
    stderr.write(`\r\u001B[2K${line.slice(0, Math.max(10, stderr.columns - 1))}`)
  }
  try {
    return await act(cancel.signal, onProgress)
  } finally {
    process.off('SIGINT', onInterrupt)
    if (updatedAt > 0) stderr.write('\r\u001B[2K')
  }
}

/** Rounds down, so that only completed work shows 100 %. */
function formatPercent(done: number): string {
  return numberFormat(locale(), { style: 'percent' }).format(Math.floor(done * 100) / 100)
}
