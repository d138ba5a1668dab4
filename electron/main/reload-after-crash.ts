import { type BrowserWindow, dialog } from 'electron'

/** A page that dies this often in a minute would do so again. */
const MOST_CRASHES = 3

/** Brings the page back when its process has died. What it had called saved is on the disk, and it reads that anew. */
export function reloadAfterCrash(window: BrowserWindow, pageGone: () => void): void {
  const crashes: number[] = []
  window.webContents.on('render-process-gone', (_, { reason }) => {
    pageGone()
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    crashes.push(now)
    if (crashes.filter((time) => now - time < 60_000).length < MOST_CRASHES) {
      window.webContents.reload()
      return
    }
    dialog.showErrorBox(
      'The window stops working again and again.',
      'What was saved is safe in your library. Close Lanyard, start it again, and tell us if it comes back.',
    )
  })
}
