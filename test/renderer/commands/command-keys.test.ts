import { describe, expect, test } from 'vitest'
import { commandIds, commands, type Scope } from '../../../electron/shared/commands.ts'
import { keysOf } from '../../../electron/shared/chord.ts'
import { chordsInText, chordsOf, commandAt, type Focus } from '../../../renderer/commands/command-keys.ts'
import type { PressedKey } from '../../../renderer/components/keys.ts'

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const pressIn =
  (scopes: readonly Scope[]) =>
  (key: string, focus: Focus, more: Partial<PressedKey> = {}, isMac = false) =>
    commandAt({ key, ...none, ...more }, scopes, focus, isMac)
const press = pressIn(['journal'])

describe('the keys of the journal', () => {
  test('the keys of the journal are single letters in its lists, and nowhere else', () => {
    expect(press('n', 'list')).toBe('new-note')
    expect(press('t', 'entry')).toBe('new-talk')
    expect(press('q', 'entry')).toBe('new-quote')
    expect(press('i', 'entry')).toBe('new-picture')
    for (const focus of ['control', 'nothing', 'field', 'draft'] as const) expect(press('p', focus)).toBeNull()
  })

  test('the keys of the journal are letters with Ctrl and Shift in a text', () => {
    expect(press('n', 'draft')).toBeNull()
    expect(press('N', 'draft', { ctrlKey: true, shiftKey: true })).toBe('new-note')
    expect(press('N', 'draft', { metaKey: true, shiftKey: true }, true)).toBe('new-note')
  })

  test('the keys of the journal leave chords with other modifiers to other commands', () => {
    expect(press('t', 'entry', { ctrlKey: true })).toBeNull()
    expect(press('n', 'entry', { metaKey: true }, true)).toBeNull()
    expect(press('Q', 'entry', { shiftKey: true })).toBeNull()
    expect(press('N', 'entry', { shiftKey: true })).toBe('make-note')
  })

  test('the keys to move and delete an entry work only if the focus is on one', () => {
    expect(press('ArrowUp', 'entry', { altKey: true })).toBe('move-entry-up')
    expect(press('ArrowDown', 'entry', { altKey: true })).toBe('move-entry-down')
    expect(press('ArrowDown', 'nothing', { altKey: true })).toBeNull()
    expect(press('ArrowUp', 'draft', { altKey: true })).toBeNull()
    expect(press('ArrowUp', 'control', { altKey: true })).toBeNull()
    expect(press('Delete', 'entry')).toBe('delete-entry')
    expect(press('Delete', 'draft')).toBeNull()
    expect(press('Delete', 'control')).toBeNull()
    expect(press('Backspace', 'entry')).toBeNull()
    expect(press('Backspace', 'entry', {}, true)).toBe('delete-entry')
  })

  test('the arrow keys belong to the list, and lead into it if nothing has the focus', () => {
    expect(press('ArrowDown', 'entry')).toBeNull()
    expect(press('ArrowDown', 'nothing')).toBe('next-entry')
  })
})

describe('the keys of the window', () => {
  const window = pressIn(['window', 'trip'])

  test('the keys of the window use Command on a Mac and Ctrl elsewhere', () => {
    expect(window('e', 'draft', { ctrlKey: true })).toBe('export')
    expect(window('e', 'draft', { metaKey: true })).toBeNull()
    expect(window('e', 'draft', { metaKey: true }, true)).toBe('export')
    expect(window('e', 'draft', { ctrlKey: true }, true)).toBeNull()
  })

  test('the keys of the window work with capitals too', () => {
    expect(window('H', 'control', { ctrlKey: true, shiftKey: true })).toBe('history')
    expect(window('h', 'control', { ctrlKey: true, shiftKey: true })).toBe('history')
    expect(window('h', 'control', { ctrlKey: true })).toBeNull()
  })

  test('the keys for undo belong to a text that only its control knows, and to the window everywhere else', () => {
    expect(window('z', 'control', { ctrlKey: true })).toBe('undo')
    expect(window('z', 'field', { ctrlKey: true })).toBe('undo')
    expect(window('Z', 'nothing', { ctrlKey: true, shiftKey: true })).toBe('redo')
    expect(window('z', 'draft', { ctrlKey: true })).toBeNull()
  })

  test('the keys of the window include a sign, however it is typed, except in a text', () => {
    expect(window('?', 'control', { shiftKey: true })).toBe('keys')
    expect(window('?', 'control')).toBe('keys')
    expect(window('?', 'draft', { shiftKey: true })).toBeNull()
    expect(window('?', 'control', { ctrlKey: true })).toBeNull()
  })
})

describe('the table of commands', () => {
  /**
   * Scopes that may be on the screen together, so that their keys must differ; a text handles its keys before the
   * others do.
   */
  const together: readonly (readonly Scope[])[] = [
    ['window', 'trip', 'journal'],
    ['window', 'card'],
    ['text'],
    ['outline', 'report'],
  ]

  test.each([false, true])('no chord belongs to two commands that are available together (on a Mac: %s)', (isMac) => {
    for (const scopes of together) {
      const chords = commandIds.filter((id) => scopes.includes(commands[id].scope)).flatMap((id) => chordsOf(id, isMac))
      expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([])
    }
  })

  test('each chord in the table runs its command if the focus allows it', () => {
    const focuses: readonly Focus[] = ['draft', 'entry', 'control', 'nothing']
    for (const isMac of [false, true]) {
      for (const id of commandIds) {
        const { scope, focus } = commands[id]
        for (const chord of chordsOf(id, isMac)) {
          const { mod, alt, shift, key } = keysOf(chord)
          const pressed = { key, altKey: alt, shiftKey: shift, ctrlKey: mod && !isMac, metaKey: mod && isMac }
          const heard = focuses.filter((one) => commandAt(pressed, [scope], one, isMac) === id)
          expect([id, chord, heard.length > 0]).toEqual([id, chord, focus !== 'control'])
        }
      }
    }
  })

  test('the table has keys for a text that do not interfere with typing', () => {
    expect(chordsInText('new-picture')).toEqual(['Mod+Shift+I'])
  })
})
