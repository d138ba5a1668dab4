import { type BrowserWindow, dialog } from 'electron'
import type { Log } from '../journal/diagnostics/log.ts'
import { t } from '../shared/messages/translate.ts'
import { isTheWholePage, pageAddress } from './origin.ts'

/** Number of crashes within a minute after which the page would only crash again. */
const MAX_CRASHES = 3
const MINUTE = 60_000

export interface Reloading {
  log: Log
  /** The page is gone, and its unsaved text is lost. */
  onGone: () => void
  /** The page is being loaded again. */
  onReopened: () => void
  quit: () => void
}

/**
 * Reloads the page when its process has crashed or the window shows something else. Everything that the page had shown
 * as saved is on the disk.
 */
export function keepPageOpen(window: BrowserWindow, { log, onGone, onReopened, quit }: Reloading): void {
  let crashes: number[] = []
  const { webContents } = window

  const reopen = () => {
    if (window.isDestroyed()) return
    log.note('page.reopened', { times: crashes.length })
    onReopened()
    // Not `reload`, which does nothing for a page that had not been loaded yet.
    void window.loadURL(pageAddress).catch(() => {})
  }

  webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    log.note('page.gone', { reason, exit: exitCode })
    onGone()
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    crashes = [...crashes.filter((time) => now - time < MINUTE), now]
    if (crashes.length < MAX_CRASHES) return reopen()
    void askAndAct()
  })

  // Electron asks nobody before a page goes to `about:blank` or `about:srcdoc`. A page with unsaved text refuses to go.
  webContents.on('did-navigate', (_, address) => bringBackFrom(address))

  async function askAndAct(): Promise<void> {
    const again = await ask(window)
    crashes = []
    if (again) reopen()
    else quit()
  }

  function bringBackFrom(address: string): void {
    if (isTheWholePage(address)) return
    onGone()
    reopen()
  }

  webContents.on('did-fail-load', (_, errorCode, __, address, isMainFrame) => {
    // Navigation that was prevented, as all navigation is, is not a failure.
    if (!isMainFrame || errorCode === -3) return
    log.note('page.failed', { error: errorCode })
    // The window now shows an error of Chromium. If it stands for the page itself, loading it again would not help.
    bringBackFrom(address)
  })
}

async function ask(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: t('crash.repeated'),
    detail: t('crash.repeated.detail'),
    buttons: [t('crash.reopen'), t('crash.close')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
