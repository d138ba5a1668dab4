import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/**
 * Where names of keys belong: the table, and the code that formats its chords for Electron, the screen and CodeMirror.
 */
const home = ['electron/shared/commands.ts', 'electron/shared/chord.ts', 'renderer/components/keys.ts']

/** Editing in a field and moving through a widget: keys that belong to the focused control and are not commands. */
const OF_WIDGETS = new Set([
  'Enter',
  'Escape',
  'Backspace',
  'Tab',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
])

/** Single lines that may name a key, each with its reason. */
const exceptions = [
  // Electron's own command, whose accelerator is only made easier to press.
  { file: 'electron/main/menu.ts', line: "systemItem('zoomIn'), accelerator: 'CmdOrCtrl+='" },
  // Translates chords, so it knows the names of the modifiers.
  { file: 'electron/main/accelerator.ts', line: "mod && 'CmdOrCtrl', alt && 'Alt', shift && 'Shift'" },
  // Leaves keys that do nothing alone to the browser.
  { file: 'renderer/first-frame/hands.ts', line: 'const modifiers = new Set([' },
  { file: 'renderer/editor/bind-key.ts', line: "mod && 'Mod', alt && 'Alt', shift && 'Shift'" },
]

/** The browser's name of a key: one character, or a name like `ArrowUp`. */
const KEY = /(?:[^'"`]|[A-Z][A-Za-z]*\d*)/.source

/** A chord, a modifier, or a key that a program may handle. */
const patterns = [
  /['"`](?:Mod|Ctrl|Control|Cmd|CmdOrCtrl|CommandOrControl|Command|Meta|Alt|Option|Shift)['"`]/,
  /\b(?:Mod|Ctrl|Control|Cmd|CmdOrCtrl|CommandOrControl|Command|Meta|Alt|Option|Shift)[+-][^\s'"`]/,
  /\b(?:Ctrl|Cmd|CmdOrCtrl) [A-Z0-9]\b/,
  /\.(?:ctrlKey|metaKey|altKey)\b/,
  /['"`]F\d{1,2}['"`]/,
  /\bkeys(?:=|: ?)['"`]/,
  new RegExp(`\\bkey: ['"\`]${KEY}['"\`]`),
  new RegExp(`\\bkey(?:\\.\\w+\\(\\))? ?(?:===|!==) ?['"\`]${KEY}['"\`]`),
]

/** Whether a line compares a pressed key, or passes one to CodeMirror, and the key belongs to a widget. */
function isOfWidget(line: string): boolean {
  const names = [...line.matchAll(/\bkey(?:: | (?:===|!==) )'(\w+)'/g)].map(([, name]) => name ?? '')
  return names.length > 0 && names.every((name) => OF_WIDGETS.has(name))
}

async function sourcesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

const isComment = (line: string) => /^\s*(?:\*|\/\*|\/\/|\{\/\*)/.test(line)

test('no key is named outside the table of commands', async () => {
  const files = (await Promise.all(['renderer', 'electron/main', 'electron/shared'].map(sourcesIn))).flat()
  expect(files).toEqual(expect.arrayContaining(home))
  const named: string[] = []
  for (const file of files) {
    if (home.includes(file)) continue
    const lines = (await readFile(join(root, file), 'utf8')).split('\n')
    for (const [index, line] of lines.entries()) {
      if (isComment(line) || !patterns.some((pattern) => pattern.test(line)) || isOfWidget(line)) continue
      if (exceptions.some((one) => one.file === file && line.includes(one.line))) continue
      named.push(`${file}:${index + 1} ${line.trim()}`)
    }
  }
  expect(named).toEqual([])
})
