import type { MenuItemConstructorOptions } from 'electron'
import { type Chord, keysOf } from '../shared/chord.ts'
import { commands, type MenuCommand, menuCommands, type MenuName } from '../shared/commands.ts'
import { t } from '../shared/messages/translate.ts'
import type { Graphics } from '../shared/problem.ts'

export interface MenuOptions {
  /** Entries for the languages whose spelling is checked. */
  spelling: MenuItemConstructorOptions[]
  /** Makes the page run a command; there may be no window yet. */
  command: (command: MenuCommand) => void
  /** What renders the window in this run. */
  graphics: Graphics
  chooseGraphics: (graphics: Graphics) => void
  /** Opens the page that lists newer versions; `null` if no address is set. */
  openReleases: (() => void) | null
  isMac: boolean
  isPackaged: boolean
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

/** A chord as Electron's menus write it. */
function acceleratorOf(chord: Chord): string {
  const { mod, alt, shift, key } = keysOf(chord)
  return [mod && 'CmdOrCtrl', alt && 'Alt', shift && 'Shift', key.replace('Arrow', '')].filter(Boolean).join('+')
}

/** The menu bar: the commands of the table, and those of Electron itself. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { isMac, isPackaged, spelling } = options
  const item = (id: MenuCommand): MenuItemConstructorOptions => {
    const chord = commands[id].keys?.[0]
    return {
      id,
      label: t(`menu.${id}`),
      click: () => options.command(id),
      // The page handles its keys itself; if they were registered here as well, each would be handled twice.
      ...(chord !== undefined && { accelerator: acceleratorOf(chord), registerAccelerator: false }),
    }
  }
  const itemsOf = (menu: MenuName) => menuCommands.filter((id) => commands[id].menu === menu).map(item)
  const updates = updateItems(options)
  const preferences = itemsOf('preferences')
  const about = itemsOf('about')

  return [
    ...(isMac ? [macMenu([...about, ...updates, separator, ...preferences])] : []),
    {
      label: '&File',
      submenu: [
        ...itemsOf('file'),
        ...(isMac
          ? [separator, { role: 'close' } as const]
          : [separator, ...preferences, separator, { role: 'quit' } as const]),
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
        ...itemsOf('edit'),
        ...(spelling.length === 0 ? [] : [separator, { label: 'Check &Spelling', submenu: spelling }]),
      ],
    },
    {
      label: '&View',
      submenu: [
        ...itemsOf('view'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        // Electron's own accelerator is the plus, which needs Shift on most keyboards; nobody presses that.
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        separator,
        graphicsItem(options),
        ...(isPackaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    {
      role: 'help',
      label: '&Help',
      submenu: [...itemsOf('help'), ...(isMac ? [] : [separator, ...updates, ...about])],
    },
  ]
}

/** Allows for working without a graphics card whose driver fails; the choice takes effect at the next start. */
function graphicsItem({ graphics, chooseGraphics }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: 'Use the &Graphics Card',
    type: 'checkbox',
    checked: graphics === 'hardware',
    click: ({ checked }) => chooseGraphics(checked ? 'hardware' : 'software'),
  }
}

/** Lanyard does not contact a server for updates: the browser opens the page that lists them, once that page exists. */
function updateItems({ openReleases }: MenuOptions): MenuItemConstructorOptions[] {
  return openReleases === null ? [] : [{ label: 'Check for &Updates…', click: openReleases }]
}

/** The menu that a Mac names after the program. */
function macMenu(own: MenuItemConstructorOptions[]): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      ...own,
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
