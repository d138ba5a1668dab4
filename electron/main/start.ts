import { app, type BrowserWindow, Menu, session } from 'electron'
import { join } from 'node:path'
import type { Log } from '../journal/diagnostics/log.ts'
import { identity } from '../shared/identity.ts'
import type { Graphics } from '../shared/problem.ts'
import { createCaptureWindow } from './capture-window.ts'
import { openChannels } from './channels.ts'
import { type Closing, closeSafely } from './closing.ts'
import { offerContextMenu } from './context-menu.ts'
import type { EngineHost, Listeners } from './engine-host.ts'
import { noteStart } from './facts.ts'
import type { FoundFrame } from './first-frame/find-frame.ts'
import { takeOnce } from './first-frame/take-once.ts'
import { guardSession } from './guards.ts'
import { createMailbox } from './mailbox.ts'
import { menuTemplate } from './menu.ts'
import type { OpenedFiles } from './opened-files.ts'
import { serveProtocols } from './protocols.ts'
import { quitSafely, saveBeforeSleep } from './quitting.ts'
import { keepPageOpen } from './keep-page-open.ts'
import { openLink } from './shell.ts'
import { showReminder } from './show-reminder.ts'
import { startSpelling } from './spelling.ts'
import { quitWithoutEngine, type Survivor } from './survive-errors.ts'
import { watchAnswers } from './watch-answers.ts'
import { watchProcesses } from './watch-processes.ts'
import { applyTheme, openWindow, paperOf, placeOf, themeOf } from './window.ts'
import { type WindowMemory, writeMemory } from './window-memory.ts'

const out = join(import.meta.dirname, '..')
const page = join(out, 'renderer')

export interface Beginning {
  log: Log
  survivor: Survivor
  memoryFile: string
  memory: WindowMemory
  openedFiles: OpenedFiles
  /** Resolves with the frame that the window begins with; `null` if it begins empty. */
  frame: Promise<FoundFrame | null>
}

/** Opens the window, connects it to the engine, and keeps both until the program ends. */
export function start({ log, survivor, memoryFile, memory: remembered, openedFiles, frame }: Beginning): void {
  const began = Date.now()
  const graphics = remembered.graphics
  let memory = remembered
  let window: BrowserWindow | null = null
  let closing: Closing | null = null
  /** When something was last saved; ISO 8601. */
  let savedAt: string | null = null
  let isReopened = false
  let startsAgain = false
  const mailbox = createMailbox()

  // The engine is loaded at the page's first call, when the page itself has been loaded. Loading it earlier would delay
  // the page, and loading it takes this process about as long as the other one needs to prepare the page.
  let opened: Promise<EngineHost> | null = null
  let host: EngineHost | null = null
  const engineHost = () => (opened ??= openEngine())
  const openEngine = async (): Promise<EngineHost> => {
    try {
      const { openEngineHost } = await import('./engine-host.ts')
      host = await openEngineHost(log, listeners, page)
      return host
    } catch (error) {
      quitWithoutEngine(log, error)
      throw error
    }
  }

  const remember = () => {
    const place = window === null || window.isDestroyed() ? {} : placeOf(window)
    memory = { ...memory, ...place, spelling: spelling.chosen() }
    writeMemory(memoryFile, memory)
  }

  const quitting = quitSafely(
    async () => {
      remember()
      const engine = (await opened)?.engine
      await engine?.close()
      // A thread that is stuck on a dead network drive would keep this process alive, invisibly, and block the next
      // start.
      if (engine?.isStuck()) app.once('quit', () => process.kill(process.pid, 'SIGKILL'))
      log.note('quit', { minutes: Math.round((Date.now() - began) / 60_000) })
      await log.settled()
      if (startsAgain) app.relaunch()
    },
    () => capturing.isOn(),
  )

  const preload = join(out, 'preload', 'index.cjs')
  const capturing = createCaptureWindow({ preload, isPackaged: app.isPackaged, theme: () => memory.theme, log })

  const open = (): BrowserWindow => {
    const fresh = openWindow(memory, preload, app.isPackaged)
    window = fresh
    offerContextMenu(fresh)
    const mine = closeSafely(fresh, {
      jobs: () => host?.engine.context.jobs ?? null,
      onStay: () => {
        startsAgain = false
        quitting.stay()
      },
      onClosed: () => {
        remember()
        mailbox.pageGone()
        window = null
        closing = null
      },
      onSessionEnd: () => {
        log.note('system', { state: 'session-end' })
        remember()
        log.writeNow()
      },
    })
    closing = mine
    keepPageOpen(fresh, {
      log,
      onGone: () => {
        mine.pageGone()
        mailbox.pageGone()
      },
      onReopened: () => {
        isReopened = true
      },
      quit: () => app.quit(),
    })
    watchAnswers(fresh, log, () => savedAt)
    return fresh
  }

  const bringForward = () => {
    const shown = window === null || window.isDestroyed() ? open() : window
    if (shown.isMinimized()) shown.restore()
    shown.show()
    shown.focus()
  }

  const useGraphics = (chosen: Graphics) => {
    memory = { ...memory, graphics: chosen }
    remember()
  }

  const listeners: Listeners = {
    started: (settings) => {
      listeners.themed(settings.theme)
      closing?.pageStarted()
      spelling.begin()
      capturing.useKeys(settings.captureKeys)
      if (isReopened) mailbox.send('app.notice', { kind: 'reopened', savedAt })
      else log.note('page.ready', { ms: Date.now() - began })
      isReopened = false
      mailbox.pageStarted()
    },
    themed: (theme) => {
      memory = { ...memory, theme }
      applyTheme(theme)
      window?.setBackgroundColor(paperOf(theme))
    },
    flushed: (unsaved) => closing?.flushed(unsaved),
    saved: (at) => {
      savedAt = at
    },
    useCaptureKeys: capturing.useKeys,
    remind: (reminder) =>
      showReminder(reminder, () => {
        bringForward()
        mailbox.send('app.openReminder', { tripId: reminder.tripId })
      }),
    restart: (chosen) => {
      useGraphics(chosen)
      startsAgain = true
      app.quit()
    },
  }

  const openFiles = async (paths: readonly string[]) => {
    const { engine } = await engineHost()
    engine.openedFiles.add(paths)
    // The page may not be ready yet to receive the event.
    mailbox.send('archive.waiting', {})
  }

  noteStart(log, graphics)
  survivor.begin(() => mailbox.send('app.notice', { kind: 'error' }))
  guardSession(session.defaultSession)
  const spelling = startSpelling(session.defaultSession, {
    from: join(out, 'dictionaries'),
    to: join(app.getPath('userData'), 'Dictionaries'),
    chosen: memory.spelling,
    preferred: app.getPreferredSystemLanguages(),
    window: () => window,
    log,
  })
  serveProtocols(session.defaultSession, {
    folder: page,
    takeFrame: takeOnce(frame, () => themeOf(memory.theme)),
    library: async () => (await engineHost()).engine.context.library,
  })
  const { releases } = identity
  const menu = menuTemplate({
    spelling: spelling.menu(),
    command: (command) => {
      if (window === null) open()
      mailbox.send('app.command', { command })
    },
    graphics,
    chooseGraphics: (chosen) => {
      useGraphics(chosen)
      mailbox.send('app.notice', { kind: 'graphics-chosen', graphics: chosen })
    },
    openReleases: releases === null ? null : () => void openLink(releases),
    isMac: process.platform === 'darwin',
    isPackaged: app.isPackaged,
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
  open()
  // Chromium prepares the page now, and asks for it only after all of this.
  openChannels(async (channel, input) => (await engineHost()).dispatch(channel, input))
  watchProcesses(log, graphics, (notice) => mailbox.send('app.notice', notice))
  saveBeforeSleep(log)
  app.on('second-instance', bringForward)
  app.on('activate', bringForward)
  openedFiles.listen((paths) => {
    if (window === null) open()
    void openFiles(paths)
  })
}
