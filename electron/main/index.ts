import { app, type BrowserWindow, dialog, session } from 'electron'
import { join, resolve } from 'node:path'
import { closeSafely } from './closing.ts'
import { offerContextMenu } from './context-menu.ts'
import { guardPages, guardSession } from './guards.ts'
import { setMenu } from './menu.ts'
import { registerSchemes, serveProtocols } from './protocols.ts'
import { reloadAfterCrash } from './reload-after-crash.ts'
import { spellOffline } from './spelling.ts'
import { applyTheme, memoryOf, openWindow, paperOf } from './window.ts'
import { readMemory, writeMemory } from './window-memory.ts'

const out = join(import.meta.dirname, '..')

app.setName('Lanyard')
const ownFolder = app.commandLine.getSwitchValue('user-data-dir')
app.setPath('userData', ownFolder === '' ? join(app.getPath('appData'), 'Lanyard') : resolve(ownFolder))

// Where there is no sandbox (a container, the super-user), asking for one ends every page at its start.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerSchemes()
guardPages(app)

// Two programs that write one library would lose each other's words.
if (app.requestSingleInstanceLock()) {
  // Not awaited: a main module that waits for this at its top never becomes ready.
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  const memoryFile = join(app.getPath('userData'), 'window.json')
  const memory = readMemory(memoryFile)
  let { theme } = memory

  // Asked for first and run last: what a dynamic import brings is evaluated after the window is on its way, so that the
  // engine is loaded while Chromium makes the page ready.
  const room = import('./engine-room.ts').then(({ startEngine }) => ({ engine: startEngine(listeners) }))
  const engine = room.then((opened) => opened.engine)

  guardSession(session.defaultSession)
  spellOffline(session.defaultSession)
  serveProtocols(session.defaultSession, join(out, 'renderer'), room, engine)
  setMenu()
  const window = openWindow(memory, join(out, 'preload', 'index.cjs'), app.isPackaged)
  offerContextMenu(window)
  reloadAfterCrash(window, () => closing.pageGone())

  const closing = closeSafely(app, window, async () => {
    writeMemory(memoryFile, memoryOf(window, theme))
    await engine.then((running) => running.close())
  })
  const themed = (chosen: typeof theme) => {
    theme = chosen
    applyTheme(theme)
    window.setBackgroundColor(paperOf(theme))
  }
  const listeners = {
    started: (settings: { theme: typeof theme }) => {
      themed(settings.theme)
      closing.pageStarted()
    },
    themed,
    flushed: closing.flushed,
  }

  app.on('second-instance', () => bringForward(window))
  engine.catch((error: unknown) => {
    dialog.showErrorBox('Lanyard cannot start.', error instanceof Error ? error.message : String(error))
    app.exit(1)
  })
}

function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
