import { app, dialog } from 'electron'
import type { Log } from '../journal/diagnostics/log.ts'
import { scrubError } from '../shared/scrub-error.ts'

/** Errors at a higher rate come from a loop, which would occupy the processor and fill the log forever. */
const MOST_ERRORS = 50
const WITHIN_MS = 10_000
/** Minimum interval between two notices to the user, in milliseconds. */
const QUIET_MS = 60_000
/** How long the window gets to save unsaved text when the program has to stop. */
const LAST_SAVES_MS = 15_000

export interface Survivor {
  /** From now on, there is a window that can show a notice. `tell` is called at most once a minute. */
  begin: (tell: () => void) => void
}

/**
 * Keeps the program running after an uncaught error.
 *
 * Continuing is safe: a handler works on a copy of a trip and swaps it in once it is on the disk, and a file is
 * replaced completely or not at all. An error in between leaves memory and disk unchanged, and the page still has its
 * unsaved text and tries again. Stopping would lose that text. So Lanyard stops in two cases only: before there is a
 * window, and when errors come in a loop; in the second case it first lets the page save.
 */
export function surviveErrors(log: Log): Survivor {
  let tell: (() => void) | null = null
  let stopping = false
  let times: number[] = []
  let toldAt = 0

  const survive = (kind: 'thrown' | 'rejected', error: unknown) => {
    log.note('error.main', { kind, error: scrubError(error) })
    // The output of a packaged program may go to a system log, where it does not belong.
    if (!app.isPackaged) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    if (stopping) return
    if (tell === null) {
      stopping = true
      return giveUp(log, error)
    }
    const now = Date.now()
    times = [...times.filter((time) => now - time < WITHIN_MS), now]
    if (times.length > MOST_ERRORS) {
      stopping = true
      return stop()
    }
    if (now - toldAt < QUIET_MS) return
    toldAt = now
    tell()
  }

  process.on('uncaughtException', (error) => survive('thrown', error))
  process.on('unhandledRejection', (error) => survive('rejected', error))
  // A terminal that was closed accepts no more output, which is not our error.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

  return {
    begin: (toTell) => {
      tell = toTell
    },
  }

  function stop(): void {
    setTimeout(() => {
      log.writeNow()
      app.exit(1)
    }, LAST_SAVES_MS)
    void dialog.showMessageBox({
      type: 'error',
      message: 'Lanyard has to stop.',
      detail:
        'Something in it fails again and again. What was saved is safe, and what is typed is being saved now. Start it again, and tell us if it comes back: Help, Report a Problem.',
      buttons: ['Close'],
    })
    app.quit()
  }
}

/** Reports that the engine could not be started, and ends the program: the window can do nothing without it. */
export function giveUp(log: Log, error: unknown): void {
  log.note('error.main', { kind: 'thrown', error: scrubError(error) })
  log.writeNow()
  dialog.showErrorBox('Lanyard cannot start.', error instanceof Error ? error.message : String(error))
  app.exit(1)
}
