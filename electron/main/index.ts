import { app, BrowserWindow, dialog, session } from 'electron'
import { join, resolve } from 'node:path'
import { openChannels } from './channels.ts'
import { closeSafely } from './closing.ts'
import { offerContextMenu } from './context-menu.ts'
import type { EngineRoom, Listeners } from './engine-room.ts'
import { guardPages, guardSession } from './guards.ts'
import { setMenu } from './menu.ts'
import { registerSchemes, serveProtocols } from './protocols.ts'
import { reloadAfterCrash } from './reload-after-crash.ts'
import { startSpelling } from './spelling.ts'
import { applyTheme, placeOf, openWindow, paperOf } from './window.ts'
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

  // The engine is loaded when the page has all that it is made of: loading it takes this process as long as making the
  // page ready takes the other, and until then the window would wait for it.
  let opened: Promise<EngineRoom> | null = null
  const engineRoom = () =>
    (opened ??= import('./engine-room.ts').then((room) => room.openEngineRoom(listeners)).catch(giveUp))

  guardSession(session.defaultSession)
  const spelling = startSpelling(session.defaultSession, {
    from: join(out, 'dictionaries'),
    to: join(app.getPath('userData'), 'Dictionaries'),
    chosen: memory.spelling,
    preferred: app.getPreferredSystemLanguages(),
    window: () => BrowserWindow.getAllWindows()[0] ?? null,
  })
  serveProtocols(session.defaultSession, {
    folder: join(out, 'renderer'),
    library: async () => (await engineRoom()).engine.context.library,
    onServed: () => void engineRoom(),
  })
  openChannels(async (channel, input) => (await engineRoom()).dispatch(channel, input))
  const window = openWindow(memory, join(out, 'preload', 'index.cjs'), app.isPackaged)
  setMenu(spelling.menu())
  offerContextMenu(window)
  reloadAfterCrash(window, () => closing.pageGone())
  app.on('second-instance', () => bringForward(window))

  const closing = closeSafely(app, window, async () => {
    writeMemory(memoryFile, { ...placeOf(window), theme, spelling: spelling.chosen() })
    const engine = (await opened)?.engine
    await engine?.close()
    // A thread that waits for a dead network drive would be waited for, unseen, and no other start let in meanwhile.
    if (engine?.backup.isStuck()) app.once('quit', () => process.kill(process.pid, 'SIGKILL'))
  })
  const themed = (chosen: typeof theme) => {
    theme = chosen
    applyTheme(theme)
    window.setBackgroundColor(paperOf(theme))
  }
  const listeners: Listeners = {
    started: (settings) => {
      themed(settings.theme)
      closing.pageStarted()
      spelling.begin()
    },
    themed,
    flushed: closing.flushed,
  }
}

/** Without its engine there is nothing that the window could do. */
function giveUp(error: unknown): never {
  dialog.showErrorBox('Lanyard cannot start.', error instanceof Error ? error.message : String(error))
  app.exit(1)
  throw error
}

function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
