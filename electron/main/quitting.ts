import { app, powerMonitor } from 'electron'
import type { Log } from '../journal/diagnostics/log.ts'
import { sendToPages } from './windows.ts'

export interface Quitting {
  /** The user decided not to quit after all. */
  stay: () => void
}

/** On macOS, a program stays in the Dock when its window is closed, and opens another one on request. */
const outlivesItsWindow = (): boolean => process.platform === 'darwin'

/**
 * Lets the program end only when everything is written, however it is ended: by the menu, the last window, a signal or
 * the system.
 *
 * @param finish waits for pending writes; called once, when quitting is certain
 * @param isNeeded whether the program is needed without its window
 */
export function quitSafely(finish: () => Promise<void>, isNeeded: () => boolean): Quitting {
  let isQuitting = false
  let finishing: Promise<void> | null = null
  let isFinished = false

  app.on('before-quit', () => {
    isQuitting = true
  })
  app.on('window-all-closed', () => {
    if (isQuitting || !(outlivesItsWindow() || isNeeded())) app.quit()
  })
  app.on('will-quit', (event) => {
    if (isFinished) return
    event.preventDefault()
    finishing ??= finish().finally(() => {
      isFinished = true
      app.quit()
    })
  })

  return {
    stay: () => {
      isQuitting = false
    },
  }
}

/** Saves unsaved text when the computer goes to sleep, is locked, or shuts down. */
export function saveBeforeSleep(log: Log): void {
  powerMonitor.on('suspend', () => {
    log.note('system', { state: 'suspend' })
    sendToPages('app.flush', {})
  })
  powerMonitor.on('lock-screen', () => sendToPages('app.flush', {}))
  powerMonitor.on('shutdown', (event?: { preventDefault: () => void }) => {
    log.note('system', { state: 'shutdown' })
    // The system waits a little for programs that ask it to, and only for those.
    event?.preventDefault()
    app.quit()
  })
}
