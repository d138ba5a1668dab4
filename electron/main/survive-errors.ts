import { app, dialog } from 'electron'
import type { Log } from '../journal/diagnostics/log.ts'
import { t } from '../shared/messages/translate.ts'
import { scrubError } from '../shared/scrub-error.ts'

/** Errors at a higher rate come from a loop, which would occupy the processor and fill the log forever. */
const MAX_ERRORS = 50
const WITHIN_MS = 10_000
/** Minimum interval between two notices to the user, in milliseconds. */
const QUIET_MS = 60_000
/** How long the window gets to save unsaved text when the program has to stop. */
const LAST_SAVES_MS = 15_000

export interface Survivor {
  /** From now on, there is a window that can show a notice. `notify` is called at most once a minute. */
  begin: (notify: () => void) => void
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
  let notify: (() => void) | null = null
  let stopping = false
  let times: number[] = []
  let notifiedAt = 0

  const survive = (kind: 'thrown' | 'rejected', error: unknown) => {
    log.note('error.main', { kind, error: scrubError(error) })
    // The output of a packaged program may go to a system log, where it does not belong.
    if (!app.isPackaged) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    if (stopping) return
    if (notify === null) {
      stopping = true
      return quitWithoutEngine(log, error)
    }
    const now = Date.now()
    times = [...times.filter((time) => now - time < WITHIN_MS), now]
    if (times.length > MAX_ERRORS) {
      stopping = true
      return stop()
    }
    if (now - notifiedAt < QUIET_MS) return
    notifiedAt = now
    notify()
  }

  process.on('uncaughtException', (error) => survive('thrown', error))
  process.on('unhandledRejection', (error) => survive('rejected', error))
  // A terminal that was closed accepts no more output, which is not our error.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

  return {
    begin: (callback) => {
      notify = callback
    },
  }

  function stop(): void {
    setTimeout(() => {
      log.writeNow()
      app.exit(1)
    }, LAST_SAVES_MS)
    void dialog.showMessageBox({
      type: 'error',
      message: t('crash.stop'),
      detail: t('crash.stop.detail'),
      buttons: [t('crash.stop.close')],
    })
    app.quit()
  }
}

/** Reports that the engine could not be started, and ends the program: the window can do nothing without it. */
export function quitWithoutEngine(log: Log, error: unknown): void {
  log.note('error.main', { kind: 'thrown', error: scrubError(error) })
  log.writeNow()
  dialog.showErrorBox(t('crash.start'), error instanceof Error ? error.message : String(error))
  app.exit(1)
}
