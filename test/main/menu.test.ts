import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { keysOf } from '../../electron/shared/chord.ts'
import { commands, type MenuCommand, menuCommands } from '../../electron/shared/commands.ts'
import { speak, t } from '../../electron/shared/messages/translate.ts'
import { menuTemplate } from '../../electron/main/menu.ts'

function itemsOf(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
}

const nothing = () => {}

function menuOn(isMac: boolean, command: (id: MenuCommand) => void = nothing) {
  const options = { command, chooseGraphics: nothing, openReleases: null, graphics: 'hardware' as const }
  return menuTemplate({ ...options, spelling: [], isMac, isPackaged: true })
}

/** The keys of an accelerator, in any order. */
const partsOf = (accelerator: string | undefined) => accelerator?.split('+').toSorted()

/** The first keys of a command in Electron's format. */
function acceleratorOf(command: MenuCommand, isMac: boolean): string | undefined {
  // A Mac would take a letter for the command while somebody types it.
  const { keys = [], macKeys = [], pcKeys = [] } = commands[command]
  const chord = isMac ? [...keys, ...macKeys].find((one) => /^(?:Mod|Alt)/.test(one)) : [...pcKeys, ...keys][0]
  if (chord === undefined) return undefined
  const { mod, alt, shift, key } = keysOf(chord)
  return [
    ...(mod ? ['CmdOrCtrl'] : []),
    ...(alt ? ['Alt'] : []),
    ...(shift ? ['Shift'] : []),
    key.replace('Arrow', ''),
  ].join('+')
}

/** Each menu of the menu bar with its commands. */
const menusOn = (isMac: boolean) =>
  menuOn(isMac).map(({ label, role, submenu }) => [
    label ?? role,
    Array.isArray(submenu) ? submenu.flatMap(({ id }) => id ?? []) : [],
  ])

test.each([false, true])(
  'the menu bar offers the commands that the table puts there, each once (on a Mac: %s)',
  (isMac) => {
    const ids = itemsOf(menuOn(isMac)).flatMap(({ id }) => id ?? [])
    expect(ids.toSorted()).toEqual(menuCommands.toSorted())
  },
)

test.each([false, true])('each item has the name and the keys of its command (on a Mac: %s)', (isMac) => {
  const items = itemsOf(menuOn(isMac))
  for (const command of menuCommands) {
    const item = items.find(({ id }) => id === command)
    expect(item?.label).toBe(t(`menu.${command}`))
    expect(partsOf(item?.accelerator)).toEqual(partsOf(acceleratorOf(command, isMac)))
    // The page handles the key itself.
    expect(item?.registerAccelerator).toBe(item?.accelerator === undefined ? undefined : false)
  }
})

test('an item of the menu bar sends its own command to the page', () => {
  const asked: MenuCommand[] = []
  const items = itemsOf(menuOn(false, (id) => asked.push(id)))
  for (const { id, click } of items) {
    // The items ignore Electron's arguments.
    if (id !== undefined) (click as () => void)()
  }
  expect(asked.toSorted()).toEqual(menuCommands.toSorted())
})

const entryCommands =
  'new-note new-talk new-quote new-person new-idea new-picture star-entry private-entry tag-entry ' +
  'make-talk make-note make-person move-entry-up move-entry-down move-to-day entry-details duplicate-entry ' +
  'entry-history delete-entry'

test("the menus have the order of the table, with some items in the Mac's own menu", () => {
  expect(menusOn(false)).toEqual([
    [
      '&File',
      [
        'new-trip',
        'new-trip-from-programme',
        'import',
        'import-programme',
        'check-programme',
        'export',
        'copy-markdown',
        'copy-rich-text',
        'save-copy',
        'settings',
      ],
    ],
    ['&Edit', ['undo', 'redo', 'search', 'find', 'new-task', 'look-up', 'picture-slot']],
    [
      '&View',
      [
        'palette',
        'trips',
        'now',
        'journal',
        'programme',
        'report',
        'all-entries',
        'history',
        'people',
        'to-look-up',
        'back',
        'forward',
        'toggle-lists',
        'compact-rows',
        'evening',
      ],
    ],
    ['E&ntry', entryCommands.split(' ')],
    ['&Help', ['keys', 'report-problem', 'about']],
  ])
  expect(menusOn(true)[0]).toEqual(['appMenu', ['about', 'settings']])
})

test.each([false, true])(
  'no item of the menu bar has a plain English name in another language (on a Mac: %s)',
  async (isMac) => {
    await speak('en-XA')
    try {
      const items = itemsOf(menuOn(isMac)).filter(({ type, role }) => type !== 'separator' && role !== 'appMenu')
      // Electron names an item without a label in English.
      for (const { label, role } of items) expect(label ?? role).not.toMatch(/[A-Za-z]/)
    } finally {
      await speak('en')
    }
  },
)
