import { app, BrowserWindow, clipboard, dialog, shell as system } from 'electron'
import { join } from 'node:path'
import type { Shell } from '../journal/service/context.ts'
import type { Message } from '../shared/messages/message.ts'
import { linkAddress } from '../shared/link-address.ts'
import { printPage } from './print-page.ts'
import { render, t } from '../shared/messages/translate.ts'

/** What the desktop provides for the engine: its dialogs, its file manager, its browser. */
export const desktopShell: Shell = {
  kind: 'desktop',
  chooseFolder,
  chooseSaveFile,
  showInFolder,
  // It returns why it failed, in words that are not for users.
  openFile: async (path) => (await system.openPath(path)) === '',
  openLink,
  // Older versions of Electron return the text itself.
  copiedText: async () => await clipboard.readText(),
  printPage,
}

async function chooseFolder(question: Message, startAt: string): Promise<string | null> {
  const { canceled, filePaths } = await overWindow((window) =>
    dialog.showOpenDialog(window, {
      title: render(question),
      message: render(question),
      defaultPath: startAt,
      properties: ['openDirectory', 'createDirectory'],
    }),
  )
  return canceled ? null : (filePaths[0] ?? null)
}

async function chooseSaveFile(question: Message, name: string): Promise<string | null> {
  const { canceled, filePath } = await overWindow((window) =>
    dialog.showSaveDialog(window, {
      title: render(question),
      message: render(question),
      defaultPath: join(app.getPath('documents'), name),
      filters: [{ name: t('dialog.trip-files'), extensions: ['lanyard'] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    }),
  )
  return canceled || filePath === '' ? null : filePath
}

async function showInFolder(path: string): Promise<void> {
  system.showItemInFolder(path)
}

/** Asks where to save a text file, suggesting a name; returns `null` if the user cancelled. */
export async function chooseTextFile(name: string): Promise<string | null> {
  const { canceled, filePath } = await overWindow((window) =>
    dialog.showSaveDialog(window, {
      title: t('dialog.save-report'),
      defaultPath: join(app.getPath('documents'), name),
      filters: [{ name: t('dialog.text-files'), extensions: ['txt'] }],
    }),
  )
  return canceled || filePath === '' ? null : filePath
}

/** Opens an address in the browser once the user has seen all of it, because a link's text can say anything. */
export async function openLink(address: string): Promise<void> {
  // Checked again here, right before the call that it protects.
  const url = linkAddress(address)
  if (url === null) return
  const { response } = await overWindow((window) =>
    dialog.showMessageBox(window, {
      type: 'question',
      message: t('dialog.open-address'),
      detail: url,
      buttons: [t('dialog.open-address.open'), t('action.cancel')],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    }),
  )
  if (response === 0) await system.openExternal(url)
}

/** Shows a dialog that belongs to the window, so that it cannot get lost behind it. */
async function overWindow<T>(show: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (window === undefined) throw new Error('There is no window to ask in.')
  return show(window)
}
