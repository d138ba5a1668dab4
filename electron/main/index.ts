import { app, Menu } from 'electron'
import { join, resolve } from 'node:path'
import { openLog } from '../journal/diagnostics/log.ts'
import { filesNamed, readStartArguments } from '../journal/start-arguments.ts'
import { identity } from '../shared/identity.ts'
import { chooseLanguage } from '../shared/messages/languages.ts'
import { speak } from '../shared/messages/translate.ts'
import { documentsFolder } from './documents-folder.ts'
import { findFrame, type FoundFrame } from './first-frame/find-frame.ts'
import { guardPages } from './guards.ts'
import { gatherOpenedFiles, messageWithFiles } from './opened-files.ts'
import { registerSchemes } from './protocols.ts'
import { start } from './start.ts'
import { surviveErrors } from './survive-errors.ts'
import { readMemory } from './window-memory.ts'

/* What has to be done before Electron is ready. */

app.setName('Lanyard')
// Electron would make one of its own otherwise, and ours comes with the window.
Menu.setApplicationMenu(null)
// Windows groups windows with the same id in its taskbar, under the icon of the shortcut with that id.
if (process.platform === 'win32') app.setAppUserModelId(identity.appId)
const ownFolder = app.commandLine.getSwitchValue('user-data-dir')
app.setPath('userData', ownFolder === '' ? join(app.getPath('appData'), 'Lanyard') : resolve(ownFolder))

const log = openLog(join(app.getPath('userData'), 'logs'), 'lanyard')
const survivor = surviveErrors(log)
const memoryFile = join(app.getPath('userData'), 'window.json')
const memory = readMemory(memoryFile)

if (memory.graphics === 'software') app.disableHardwareAcceleration()
// If no sandbox is possible (in a container, or as root), asking for one would crash every page at its start.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerSchemes()
guardPages(app)

const named = filesNamed(process.argv.slice(1), process.cwd())
const language = chooseLanguage(process.env['LANYARD_LANGUAGE'])
// Begun here, because the disk has nothing else to do while Chromium starts.
const frame = findStandingFrame()
const openedFiles = gatherOpenedFiles(app, named)

// Two processes that write to the same library would lose each other's changes.
if (app.requestSingleInstanceLock(messageWithFiles(named))) {
  // Not awaited: Electron does not become ready while its main module waits at the top level.
  const speaking = speak(language)
  void Promise.all([app.whenReady(), speaking]).then(() =>
    start({ log, survivor, memoryFile, memory, openedFiles, frame }),
  )
} else {
  app.quit()
}

/** A start that was told what to show has no use for what was there the last time. */
async function findStandingFrame(): Promise<FoundFrame | null> {
  const own = app.getPath('userData')
  const { library = null, sample, now } = readStartArguments(process.argv.slice(1), process.env, own)
  if (sample || now !== undefined || named.length > 0) return null
  const page = join(import.meta.dirname, '..', 'renderer')
  const { theme } = memory
  return findFrame({ own, named: library, documents: documentsFolder(), page, theme, language, now: Date.now() })
}
