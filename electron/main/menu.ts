import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventData } from '../shared/contract.ts'
import { tellPages } from './windows.ts'

type Command = EventData<'app.command'>['command']

/** The menu bar. What it does is done by the page, which knows the same keys; here they are shown. */
export function setMenu(spelling: MenuItemConstructorOptions[]): void {
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [macMenu()] : []),
    {
      label: '&File',
      submenu: [
        item('&New Trip…', 'new-trip'),
        item('&Import…', 'import'),
        item('&Export…', 'export', 'CmdOrCtrl+E'),
        ...(isMac ? [] : [separator, settings, separator, { role: 'quit' } as const]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        separator,
        item('&Find…', 'find', 'CmdOrCtrl+F'),
        ...(spelling.length === 0 ? [] : [separator, { label: 'Check &Spelling', submenu: spelling }]),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('&Trips', 'trips'),
        item('&Journal', 'journal', 'CmdOrCtrl+1'),
        item('&Report', 'report', 'CmdOrCtrl+3'),
        item('&History…', 'history', 'CmdOrCtrl+Shift+H'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', label: '&Help', submenu: [item('&Keys', 'keys'), ...(isMac ? [] : [{ role: 'about' } as const])] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

const separator: MenuItemConstructorOptions = { type: 'separator' }
const settings = item('&Settings…', 'settings', 'CmdOrCtrl+,')

function macMenu(): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      separator,
      settings,
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  }
}

function item(label: string, command: Command, accelerator?: string): MenuItemConstructorOptions {
  return {
    label,
    click: () => tellPages('app.command', { command }),
    // The page listens to its keys itself; registered here as well, each would be heard twice.
    ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
  }
}
