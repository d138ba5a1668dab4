import { app } from 'electron'
import { join, resolve } from 'node:path'
import { openLog } from '../journal/diagnostics/log.ts'
import { filesNamed } from '../journal/start-options.ts'
import { identity } from '../shared/identity.ts'
import { chooseLanguage } from '../shared/messages/languages.ts'
import { speak } from '../shared/messages/translate.ts'
import { guardPages } from './guards.ts'
import { gatherOpenedFiles, messageWithFiles } from './opened-files.ts'
import { registerSchemes } from './protocols.ts'
import { start } from './start.ts'
import { surviveErrors } from './survive-errors.ts'
import { readMemory } from './window-memory.ts'

/* What has to be done before Electron is ready. */

app.setName('Lanyard')
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
const openedFiles = gatherOpenedFiles(app, named)

// Two processes that write to the same library would lose each other's changes.
if (app.requestSingleInstanceLock(messageWithFiles(named))) {
  // Not awaited: Electron does not become ready while its main module waits at the top level.
  const speaking = speak(chooseLanguage(process.env['LANYARD_LANGUAGE']))
  void Promise.all([app.whenReady(), speaking]).then(() => start({ log, survivor, memoryFile, memory, openedFiles }))
} else {
  app.quit()
}
