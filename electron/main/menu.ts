import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventData } from '../shared/contract/index.ts'
import { identity } from '../shared/identity.ts'
import type { Graphics } from '../shared/problem.ts'
import { openLink } from './shell.ts'

type Command = EventData<'app.command'>['command']

export interface MenuOptions {
  /** Entries for the languages whose spelling is checked. */
  spelling: MenuItemConstructorOptions[]
  /** Has the page do something; there may be no window yet. */
  command: (command: Command) => void
  /** What draws in this run. */
  graphics: Graphics
  chooseGraphics: (graphics: Graphics) => void
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** The menu bar. What it does is done by the page, which knows the same keys; here they are shown. */
export function setMenu(options: MenuOptions): void {
  const isMac = process.platform === 'darwin'
  const item = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => options.command(command),
    // The page listens to its keys itself; registered here as well, each would be heard twice.
    ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
  })
  const settings = item('&Settings…', 'settings', 'CmdOrCtrl+,')
  const about = item('&About Lanyard', 'about')
  const updates = updateItems(identity.releases)

  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [macMenu([about, ...updates], settings)] : []),
    {
      label: '&File',
      submenu: [
        item('&New Trip…', 'new-trip'),
        item('&Import…', 'import'),
        item('&Export…', 'export', 'CmdOrCtrl+E'),
        item('Save a &Copy as a File…', 'save-copy'),
        ...(isMac
          ? [separator, { role: 'close' } as const]
          : [separator, settings, separator, { role: 'quit' } as const]),
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
        ...(options.spelling.length === 0 ? [] : [separator, { label: 'Check &Spelling', submenu: options.spelling }]),
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
        // On most keyboards the plus takes Shift, which nobody presses for this.
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        separator,
        graphicsItem(options),
        ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    {
      role: 'help',
      label: '&Help',
      submenu: [
        item('&Keys', 'keys'),
        item('&Report a Problem…', 'report-problem'),
        ...(isMac ? [] : [separator, ...updates, about]),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** A graphics card whose driver fails can be done without; the next start heeds it. */
function graphicsItem({ graphics, chooseGraphics }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: 'Use the &Graphics Card',
    type: 'checkbox',
    checked: graphics === 'hardware',
    click: ({ checked }) => chooseGraphics(checked ? 'hardware' : 'software'),
  }
}

/** Lanyard asks no server for updates: the browser opens the page that lists them, once there is one. */
function updateItems(releases: string | null): MenuItemConstructorOptions[] {
  return releases === null ? [] : [{ label: 'Check for &Updates…', click: () => void openLink(releases) }]
}

function macMenu(
  about: readonly MenuItemConstructorOptions[],
  settings: MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      ...about,
      separator,
      settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  }
}
