import { BrowserWindow, globalShortcut } from 'electron'
import type { Log } from '../journal/diagnostics/log.ts'
import { captureSize } from '../shared/page.ts'
import { t } from '../shared/messages/translate.ts'
import { offerContextMenu } from './context-menu.ts'
import { acceleratorOf } from './accelerator.ts'
import { captureAddress } from './origin.ts'
import { pagePreferences, paperOf } from './window.ts'
import type { WindowMemory } from './window-memory.ts'

export interface CaptureOptions {
  preload: string
  isPackaged: boolean
  theme: () => WindowMemory['theme']
  log: Log
}

/** The small window over other programs, and the keys that open it. */
export interface CaptureWindow {
  /** Listens for keys instead of those before; `null` for none. Returns whether they are free. */
  useKeys: (keys: string | null) => boolean
  /** Whether it can be opened, also without another window. */
  isOn: () => boolean
}

export function createCaptureWindow({ preload, isPackaged, theme, log }: CaptureOptions): CaptureWindow {
  let registered: string | null = null
  let window: BrowserWindow | null = null

  /** Opens the window in front of all others. Its end gives the focus back to the program that had it. */
  function open(): void {
    if (window !== null) {
      window.focus()
      return
    }
    const fresh = new BrowserWindow({
      ...captureSize(theme()),
      show: false,
      title: t('capture.title'),
      // On a Mac, a panel takes the keys without bringing the whole program to the front.
      ...(process.platform === 'darwin' && { type: 'panel' }),
      alwaysOnTop: true,
      skipTaskbar: true,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      autoHideMenuBar: true,
      backgroundColor: paperOf(theme()),
      webPreferences: pagePreferences(preload, isPackaged),
    })
    window = fresh
    fresh.setMenuBarVisibility(false)
    offerContextMenu(fresh)
    fresh.once('ready-to-show', () => fresh.show())
    fresh.once('closed', () => {
      window = null
    })
    // What is typed there is short, and easier to type again than to get back.
    fresh.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
      log.note('page.gone', { reason, exit: exitCode })
      if (!fresh.isDestroyed()) fresh.destroy()
    })
    fresh.webContents.on('did-navigate', (_, address) => {
      if (address !== captureAddress) fresh.destroy()
    })
    void fresh.loadURL(captureAddress).catch(() => {})
  }

  return {
    useKeys(keys) {
      if (keys === registered) return true
      // Those before stay if the new ones are taken.
      if (keys !== null && !globalShortcut.register(acceleratorOf(keys), open)) return false
      if (registered !== null) globalShortcut.unregister(acceleratorOf(registered))
      registered = keys
      return true
    },
    isOn: () => registered !== null,
  }
}
