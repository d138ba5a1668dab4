import { stripControls } from './strip-controls.ts'

/** Line by line is too much, and more often than this nobody can read. */
const BETWEEN_LINES_MS = 100

/**
 * Does something that can take long: on a terminal it is shown how far it is, in one line that is gone afterwards, and
 * Ctrl C ends it where nothing is half done. A second Ctrl C ends the program at once.
 *
 * @param act is given what to look at, and what to tell: how much is done, from 0 to 1, and what is being done
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
