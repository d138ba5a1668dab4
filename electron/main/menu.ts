import type { MenuItemConstructorOptions } from 'electron'
import { type Chord, keysOf } from '../shared/chord.ts'
import { acceleratorOf } from './accelerator.ts'
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

const systemItems = {
  cut: 'cut',
  copy: 'copy',
  paste: 'paste',
  pasteAndMatchStyle: 'paste-plain',
  selectAll: 'select-all',
  resetZoom: 'actual-size',
  zoomIn: 'zoom-in',
  zoomOut: 'zoom-out',
  togglefullscreen: 'full-screen',
  toggleDevTools: 'developer-tools',
  services: 'services',
  hide: 'hide',
  hideOthers: 'hide-others',
  unhide: 'show-all',
  close: 'close-window',
  minimize: 'minimize',
  zoom: 'zoom',
  front: 'front',
} as const

/** An item that Electron implements. Electron's own label would be in English. */
export function systemItem(role: keyof typeof systemItems): MenuItemConstructorOptions {
  return { role, label: t(`menu.system.${systemItems[role]}`) }
}

function quitItem(isMac: boolean): MenuItemConstructorOptions {
  const system = isMac ? 'mac' : process.platform === 'win32' ? 'windows' : 'other'
  return { role: 'quit', label: t('menu.system.quit', { system }) }
}

/**
 * The keys that the menu bar shows for a command. A Mac listens to the keys of its menu bar itself, also while somebody
 * types, so a letter or Delete alone must not be among them.
 */
function shownChord(id: MenuCommand, isMac: boolean): Chord | undefined {
  const { keys = [], macKeys = [], pcKeys = [] } = commands[id]
  if (!isMac) return [...pcKeys, ...keys][0]
  return [...keys, ...macKeys].find((chord) => keysOf(chord).mod || keysOf(chord).alt)
}

/** The menu bar: the commands of the table, and those of Electron itself. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { isMac, isPackaged, spelling } = options
  const item = (id: MenuCommand): MenuItemConstructorOptions => {
    const chord = shownChord(id, isMac)
    return {
      id,
      label: t(`menu.${id}`),
      click: () => options.command(id),
      // The page handles its keys itself; if they were registered here as well, each would be handled twice.
      ...(chord !== undefined && { accelerator: acceleratorOf(chord), registerAccelerator: false }),
    }
  }
  const itemsOf = (menu: MenuName) =>
    menuCommands
      .filter((id) => commands[id].menu === menu)
      .flatMap((id) => (commands[id].beginsGroup === true ? [separator, item(id)] : [item(id)]))
  const updates = updateItems(options)
  const preferences = itemsOf('preferences')
  const about = itemsOf('about')
  const edit = itemsOf('edit')
  // What Electron implements comes after Undo and Redo.
  const firstGroup = edit.indexOf(separator)

  return [
    ...(isMac ? [macMenu([...about, ...updates, separator, ...preferences])] : []),
    {
      label: t('menu.file'),
      submenu: [
        ...itemsOf('file'),
        ...(isMac ? [separator, systemItem('close')] : [separator, ...preferences, separator, quitItem(isMac)]),
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        ...edit.slice(0, firstGroup),
        separator,
        systemItem('cut'),
        systemItem('copy'),
        systemItem('paste'),
        systemItem('pasteAndMatchStyle'),
        systemItem('selectAll'),
        ...edit.slice(firstGroup),
        ...(spelling.length === 0 ? [] : [separator, { label: t('menu.spelling'), submenu: spelling }]),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        ...itemsOf('view'),
        separator,
        systemItem('resetZoom'),
        systemItem('zoomIn'),
        // Electron's own accelerator is the plus, which needs Shift on most keyboards; nobody presses that.
        { ...systemItem('zoomIn'), accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
        systemItem('zoomOut'),
        systemItem('togglefullscreen'),
        separator,
        graphicsItem(options),
        ...(isPackaged ? [] : [separator, systemItem('toggleDevTools')]),
      ],
    },
    { label: t('menu.entry'), submenu: itemsOf('entry') },
    ...(isMac ? [windowMenu()] : []),
    {
      role: 'help',
      label: t('menu.help'),
      submenu: [...itemsOf('help'), ...(isMac ? [] : [separator, ...updates, ...about])],
    },
  ]
}

/** Allows for working without a graphics card whose driver fails; the choice takes effect at the next start. */
function graphicsItem({ graphics, chooseGraphics }: MenuOptions): MenuItemConstructorOptions {
  return {
    label: t('menu.graphics-card'),
    type: 'checkbox',
    checked: graphics === 'hardware',
    click: ({ checked }) => chooseGraphics(checked ? 'hardware' : 'software'),
  }
}

/** Lanyard does not contact a server for updates: the browser opens the page that lists them, once that page exists. */
function updateItems({ openReleases }: MenuOptions): MenuItemConstructorOptions[] {
  return openReleases === null ? [] : [{ label: t('menu.updates'), click: openReleases }]
}

/** The menu that a Mac names after the program. */
function macMenu(own: MenuItemConstructorOptions[]): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      ...own,
      separator,
      systemItem('services'),
      separator,
      systemItem('hide'),
      systemItem('hideOthers'),
      systemItem('unhide'),
      separator,
      quitItem(true),
    ],
  }
}

function windowMenu(): MenuItemConstructorOptions {
  const submenu = [systemItem('minimize'), systemItem('zoom'), separator, systemItem('front')]
  return { role: 'windowMenu', label: t('menu.window'), submenu }
}
