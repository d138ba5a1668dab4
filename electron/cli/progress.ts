import type { JobStep } from '../shared/jobs.ts'
import { t } from '../shared/messages/translate.ts'
import { stripControls } from './strip-controls.ts'

/** Minimum interval between two states of the progress line, in milliseconds: nobody can read faster. */
const BETWEEN_LINES_MS = 100

/** What a job is doing, in words. */
export const nameOfStep = (step: JobStep): string => t(`job.step.${step}`)

/**
 * Does something that can take long. On a terminal, one line shows how far it is and disappears at the end; Ctrl C cancels
 * the work where nothing is half done, and a second Ctrl C ends the program at once.
 *
 * @param act gets the signal to stop at, and a function to call with how much is done, from 0 to 1, and what is being done
 */
export async function withProgress<T>(
  act: (signal: AbortSignal, tell: (done: number, what: string) => void) => Promise<T>,
): Promise<T> {
  const cancel = new AbortController()
  const onInterrupt = () => cancel.abort()
  process.once('SIGINT', onInterrupt)
  const { stderr } = process
  let told = 0
  const tell = (done: number, what: string) => {
    const at = performance.now()
    if (!stderr.isTTY || at - told < BETWEEN_LINES_MS) return
    told = at
    const line = `${String(Math.floor(done * 100)).padStart(3)} %  ${stripControls(what).replaceAll(/\s+/g, ' ')}`
    stderr.write(`\r\u001B[2K${line.slice(0, Math.max(10, stderr.columns - 1))}`)
  }
  try {
    return await act(cancel.signal, tell)
  } finally {
    process.off('SIGINT', onInterrupt)
    if (told > 0) stderr.write('\r\u001B[2K')
  }
}
