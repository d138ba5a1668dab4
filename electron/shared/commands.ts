import type { Chord } from './chord.ts'

/** What has to be on the screen for a command to be available. */
export type Scope =
  /** Anything. */
  | 'window'
  /** An open trip, whichever tab it shows. */
  | 'trip'
  /** One of the trips in the library. */
  | 'card'
  | 'journal'
  /** The sessions of the programme; these commands act on the chosen one. */
  | 'programme'
  /** A text in the Markdown editor. */
  | 'text'
  /** The report, wherever the focus is in it. */
  | 'report'
  /** The outline of the report; these commands act on one of its rows or sections. */
  | 'outline'
  | 'dialog'

/** A menu of the menu bar. The position of the last two depends on the system. */
export type MenuName = 'file' | 'edit' | 'view' | 'entry' | 'help' | 'preferences' | 'about'

export interface CommandRow {
  scope: Scope
  /**
   * Each of these runs the command; menus and tooltips show the first. The letters of the commands of the journal and
   * the programme are heard in their lists only: a letter that was meant for a text must never become a command.
   */
  keys?: readonly Chord[]
  /** Additional keys on a Mac. */
  macKeys?: readonly Chord[]
  /** Additional keys on other systems, which are shown first. */
  pcKeys?: readonly Chord[]
  /**
   * Where the focus has to be for its keys; default: anywhere, unless they would type a character there. `entry`: on a row of the entry list, or on a session of the programme. `outside-draft`: anywhere but in text that only its
   * control knows yet. `control`: the focused control handles them itself.
   */
  focus?: 'outside-draft' | 'entry' | 'nothing' | 'control'
  /** Holding the keys down repeats the command. */
  repeats?: true
  /** The menu of the menu bar that contains it. */
  menu?: MenuName
  /** It begins a group of that menu: there is a line above it. */
  beginsGroup?: true
  /** It needs an answer in a dialog first: menus add an ellipsis to its name. */
  asks?: true
  /** What it changes: it is disabled if that is read-only. */
  changes?: 'library' | 'trip'
  /** It removes something; menus show it in red. */
  removes?: true
  /** It is one of a trip's views, shown as a tab. */
  isTab?: true
}

/**
 * Every command of the window, in the order of the menus and of the list of keys. The menu bar, the menus of the page,
 * the list of keys, tooltips and the keyboard handling all read this table. A command's name is the message
 * `command.<id>`, and its name in the menu bar `menu.<id>`; its implementation is in the page, in the table of its
 * scope.
 */
const table = {
  palette: { scope: 'window', keys: ['Mod+K'], menu: 'view', asks: true },
  'new-trip': { scope: 'window', keys: ['Mod+N'], menu: 'file', asks: true, changes: 'library' },
  'new-trip-from-programme': { scope: 'window', menu: 'file', asks: true, changes: 'library' },
  import: { scope: 'window', menu: 'file', asks: true, changes: 'library' },
  'import-programme': { scope: 'trip', menu: 'file', beginsGroup: true, asks: true, changes: 'trip' },
  'check-programme': { scope: 'trip', menu: 'file', changes: 'trip' },
  'import-stars': { scope: 'trip', asks: true, changes: 'trip' },
  'save-stars': { scope: 'trip' },
  export: { scope: 'trip', keys: ['Mod+E'], menu: 'file', beginsGroup: true, asks: true },
  'copy-markdown': { scope: 'trip', menu: 'file' },
  'copy-rich-text': { scope: 'trip', menu: 'file' },
  'save-copy': { scope: 'trip', menu: 'file', asks: true },
  settings: { scope: 'window', keys: ['Mod+,'], menu: 'preferences', asks: true },
  trash: { scope: 'window', asks: true },
  undo: { scope: 'window', keys: ['Mod+Z'], focus: 'outside-draft', menu: 'edit', repeats: true },
  redo: {
    scope: 'window',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    focus: 'outside-draft',
    menu: 'edit',
    repeats: true,
  },
  search: { scope: 'window', keys: ['Mod+Shift+F'], menu: 'edit', beginsGroup: true, asks: true },
  trips: { scope: 'window', menu: 'view' },
  now: { scope: 'trip', keys: ['Mod+J'], menu: 'view', isTab: true },
  journal: { scope: 'trip', keys: ['Mod+1'], menu: 'view', isTab: true },
  programme: { scope: 'trip', keys: ['Mod+2'], menu: 'view', isTab: true },
  report: { scope: 'trip', keys: ['Mod+3'], menu: 'view', isTab: true },
  'all-entries': { scope: 'trip', menu: 'view' },
  history: { scope: 'trip', keys: ['Mod+Shift+H'], menu: 'view', asks: true },
  'trip-details': { scope: 'trip', asks: true, changes: 'trip' },
  people: { scope: 'trip', menu: 'view', asks: true },
  'to-look-up': { scope: 'trip', menu: 'view', asks: true },
  'deleted-entries': { scope: 'trip', asks: true },
  'delete-trip': { scope: 'trip', changes: 'library', removes: true },
  'next-pane': { scope: 'window', keys: ['F6'], repeats: true },
  'previous-pane': { scope: 'window', keys: ['Shift+F6'], repeats: true },
  keys: { scope: 'window', keys: ['?'], menu: 'help' },
  'report-problem': { scope: 'window', menu: 'help', asks: true },
  about: { scope: 'window', menu: 'about' },
  'close-dialog': { scope: 'dialog', keys: ['Escape'], focus: 'control' },

  'open-trip': { scope: 'card', keys: ['Enter'], focus: 'control' },
  'open-report': { scope: 'card' },
  'edit-trip': { scope: 'card', asks: true, changes: 'library' },
  'copy-trip': { scope: 'card', asks: true },
  'trash-trip': { scope: 'card', keys: ['Delete'], focus: 'control', changes: 'library', removes: true },

  'new-note': { scope: 'journal', keys: ['N', 'Mod+Shift+N'], menu: 'entry', changes: 'trip' },
  'new-talk': { scope: 'journal', keys: ['T', 'Mod+Shift+T'], menu: 'entry', changes: 'trip' },
  'new-quote': { scope: 'journal', keys: ['Q', 'Mod+Shift+Q'], menu: 'entry', changes: 'trip' },
  'new-person': { scope: 'journal', keys: ['P', 'Mod+Shift+P'], menu: 'entry', changes: 'trip' },
  'new-idea': { scope: 'journal', keys: ['D', 'Mod+Shift+D'], menu: 'entry', changes: 'trip' },
  'new-picture': { scope: 'journal', keys: ['I', 'Mod+Shift+I'], menu: 'entry', changes: 'trip' },
  // The list moves between entries itself; if nothing has the focus, both lead into the list.
  'previous-entry': { scope: 'journal', keys: ['ArrowUp'], focus: 'nothing' },
  'next-entry': { scope: 'journal', keys: ['ArrowDown'], focus: 'nothing' },
  // On a Mac, Alt with an arrow key moves by words.
  back: {
    scope: 'journal',
    pcKeys: ['Alt+ArrowLeft'],
    macKeys: ['Mod+[', 'Mod+Alt+ArrowLeft'],
    menu: 'view',
    beginsGroup: true,
    repeats: true,
  },
  forward: {
    scope: 'journal',
    pcKeys: ['Alt+ArrowRight'],
    macKeys: ['Mod+]', 'Mod+Alt+ArrowRight'],
    menu: 'view',
    repeats: true,
  },
  // Keyboards that type the backslash with AltGr need other keys.
  'toggle-lists': { scope: 'journal', keys: ['Mod+\\', 'Mod+Shift+L'], menu: 'view', beginsGroup: true },
  'compact-rows': { scope: 'journal', menu: 'view' },
  evening: { scope: 'journal', menu: 'view' },
  write: { scope: 'journal', keys: ['Enter'], focus: 'control' },
  'leave-entry': { scope: 'journal', keys: ['Escape'], focus: 'control' },
  'star-entry': {
    scope: 'journal',
    keys: ['S'],
    focus: 'entry',
    menu: 'entry',
    beginsGroup: true,
    changes: 'trip',
  },
  'private-entry': { scope: 'journal', keys: ['L'], focus: 'entry', menu: 'entry', changes: 'trip' },
  'tag-entry': { scope: 'journal', keys: ['#'], focus: 'entry', menu: 'entry', asks: true, changes: 'trip' },
  'make-talk': {
    scope: 'journal',
    keys: ['Shift+T'],
    focus: 'entry',
    menu: 'entry',
    beginsGroup: true,
    changes: 'trip',
  },
  'make-note': { scope: 'journal', keys: ['Shift+N'], focus: 'entry', menu: 'entry', changes: 'trip' },
  'make-person': { scope: 'journal', keys: ['Shift+P'], focus: 'entry', menu: 'entry', changes: 'trip' },
  'move-entry-up': {
    scope: 'journal',
    keys: ['Alt+ArrowUp'],
    focus: 'entry',
    menu: 'entry',
    beginsGroup: true,
    repeats: true,
    changes: 'trip',
  },
  'move-entry-down': {
    scope: 'journal',
    keys: ['Alt+ArrowDown'],
    focus: 'entry',
    menu: 'entry',
    repeats: true,
    changes: 'trip',
  },
  'move-to-day': { scope: 'journal', menu: 'entry', asks: true, changes: 'trip' },
  'entry-details': { scope: 'journal', keys: ['F2', 'Mod+Shift+E'], menu: 'entry', beginsGroup: true },
  'duplicate-entry': { scope: 'journal', menu: 'entry', changes: 'trip' },
  'entry-history': { scope: 'journal', menu: 'entry', asks: true },
  'delete-entry': {
    scope: 'journal',
    keys: ['Delete'],
    macKeys: ['Backspace'],
    focus: 'entry',
    menu: 'entry',
    beginsGroup: true,
    changes: 'trip',
    removes: true,
  },

  'write-about': { scope: 'programme', keys: ['Enter'], focus: 'entry' },
  'star-go': { scope: 'programme', keys: ['S'], focus: 'entry', changes: 'trip' },
  'star-maybe': { scope: 'programme', keys: ['M'], focus: 'entry', changes: 'trip' },
  'star-later': { scope: 'programme', keys: ['W'], focus: 'entry', changes: 'trip' },
  attended: { scope: 'programme', keys: ['A'], focus: 'entry', changes: 'trip' },
  'left-early': { scope: 'programme', keys: ['E'], focus: 'entry', changes: 'trip' },
  missed: { scope: 'programme', keys: ['X'], focus: 'entry', changes: 'trip' },
  'next-in-room': { scope: 'programme', keys: ['R'], focus: 'entry', repeats: true },
  'show-room': { scope: 'programme', keys: ['P'], focus: 'entry', asks: true },
  'give-feedback': { scope: 'programme' },
  'hide-room': { scope: 'programme', changes: 'trip' },
  'hide-track': { scope: 'programme', changes: 'trip' },
  'find-session': { scope: 'programme', keys: ['/', 'Mod+F'] },
  'toggle-grid': { scope: 'programme', keys: ['G'] },
  'add-session': { scope: 'programme', keys: ['N'], asks: true, changes: 'trip' },
  'edit-session': { scope: 'programme', asks: true, changes: 'trip' },
  'remove-session': {
    scope: 'programme',
    keys: ['Delete'],
    macKeys: ['Backspace'],
    focus: 'entry',
    changes: 'trip',
    removes: true,
  },

  bold: { scope: 'text', keys: ['Mod+B'] },
  italic: { scope: 'text', keys: ['Mod+I'] },
  // With a selection; without one, the key opens the palette.
  link: { scope: 'text', keys: ['Mod+K'] },
  code: { scope: 'text', keys: ['Mod+`'] },
  quote: { scope: 'text', keys: ['Mod+Shift+.'] },
  'bulleted-list': { scope: 'text', keys: ['Mod+Shift+8'] },
  'numbered-list': { scope: 'text', keys: ['Mod+Shift+7'] },
  tasks: { scope: 'text', keys: ['Mod+Shift+9'] },
  'tick-task': { scope: 'text', keys: ['Mod+Enter'] },
  table: { scope: 'text' },
  'heading-1': { scope: 'text', keys: ['Mod+Alt+1'] },
  'heading-2': { scope: 'text', keys: ['Mod+Alt+2'] },
  'heading-3': { scope: 'text', keys: ['Mod+Alt+3'] },
  'plain-text': { scope: 'text', keys: ['Mod+Alt+0'] },
  'move-line-up': { scope: 'text', keys: ['Alt+ArrowUp'] },
  'move-line-down': { scope: 'text', keys: ['Alt+ArrowDown'] },
  find: { scope: 'text', keys: ['Mod+F'], menu: 'edit', asks: true },
  'find-next': { scope: 'text', keys: ['Mod+G', 'F3'] },
  'find-previous': { scope: 'text', keys: ['Mod+Shift+G', 'Shift+F3'] },
  'new-task': { scope: 'text', keys: ['Mod+Shift+O'], menu: 'edit', beginsGroup: true, changes: 'trip' },
  'look-up': { scope: 'text', keys: ['Mod+Shift+K'], menu: 'edit', changes: 'trip' },
  'picture-slot': { scope: 'text', keys: ['Mod+Shift+M'], menu: 'edit', changes: 'trip' },

  'copy-thread': { scope: 'report' },
  'save-thread': { scope: 'report' },
  'new-report': { scope: 'report', asks: true, changes: 'trip' },
  'rename-report': { scope: 'report', asks: true, changes: 'trip' },
  'duplicate-report': { scope: 'report', changes: 'trip' },
  'delete-report': { scope: 'report', changes: 'trip', removes: true },
  'apply-suggestion': { scope: 'report', keys: ['Mod+.'], repeats: true, changes: 'trip' },
  'move-up': { scope: 'outline', keys: ['Alt+ArrowUp'], focus: 'control', changes: 'trip' },
  'move-down': { scope: 'outline', keys: ['Alt+ArrowDown'], focus: 'control', changes: 'trip' },
  'edit-part': { scope: 'outline', keys: ['Enter'], focus: 'control', changes: 'trip' },
  'file-in-section': {
    scope: 'outline',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    focus: 'control',
    changes: 'trip',
  },
  'take-out-of-section': { scope: 'outline', keys: ['0'], focus: 'control', changes: 'trip' },
  'entry-options': { scope: 'outline' },
  'open-in-journal': { scope: 'outline' },
  'section-text': { scope: 'outline', changes: 'trip' },
  'number-entries': { scope: 'outline', changes: 'trip' },
  'delete-section': { scope: 'outline', changes: 'trip', removes: true },
} as const satisfies Record<string, CommandRow>

export type CommandId = keyof typeof table

type IdsWith<Part> = { [Id in CommandId]: (typeof table)[Id] extends Part ? Id : never }[CommandId]

/** The commands of a scope. */
export type CommandsIn<S extends Scope> = IdsWith<{ scope: S }>
/** The commands that the menu bar can send to the page. */
export type MenuCommand = IdsWith<{ menu: MenuName }>
/** The views of a trip. */
export type TripTab = IdsWith<{ isTab: true }>

/** The properties of each command. */
export const commands: Readonly<Record<CommandId, CommandRow>> = table

/** Every command, in the order of the table. */
export const commandIds = Object.keys(table) as readonly CommandId[]

const isIn = <S extends Scope>(id: CommandId, scope: S): id is CommandsIn<S> => table[id].scope === scope
const isInMenu = (id: CommandId): id is MenuCommand => commands[id].menu !== undefined
const isTab = (id: CommandId): id is TripTab => commands[id].isTab === true

/** The commands of a scope, in the order of the table. */
export const commandsIn = <S extends Scope>(scope: S): readonly CommandsIn<S>[] =>
  commandIds.filter((id) => isIn(id, scope))

/** The commands that the menu bar offers. */
export const menuCommands: readonly MenuCommand[] = commandIds.filter(isInMenu)

/** The views of a trip, in the order of their tabs. */
export const tripTabs: readonly TripTab[] = commandIds.filter(isTab)

/** The view in which a trip opens. */
export const defaultTab: TripTab = 'journal'
