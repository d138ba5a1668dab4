import { describe, expect, test } from 'vitest'
import { journalAction, type KeyPlace, type Pressed } from '../../../renderer/journal/journal-keys.ts'

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const press = (key: string, place: KeyPlace, more: Partial<Pressed> = {}, isMac = false) =>
  journalAction({ key, ...none, ...more }, place, isMac)

describe('the keys of the journal', () => {
  test('are single letters outside of texts', () => {
    expect(press('n', 'elsewhere')).toEqual({ do: 'add', kind: 'note' })
    expect(press('t', 'list')).toEqual({ do: 'add', kind: 'talk' })
    expect(press('p', 'nowhere')).toEqual({ do: 'add', kind: 'encounter' })
    expect(press('q', 'list')).toEqual({ do: 'quote' })
    expect(press('i', 'list')).toEqual({ do: 'picture' })
  })

  test('are letters where one types, but with Ctrl and Shift', () => {
    expect(press('n', 'typing')).toBeNull()
    expect(press('N', 'typing', { ctrlKey: true, shiftKey: true })).toEqual({ do: 'add', kind: 'note' })
    expect(press('N', 'typing', { metaKey: true, shiftKey: true }, true)).toEqual({ do: 'add', kind: 'note' })
  })

  test('leave the commands of the window alone', () => {
    expect(press('t', 'list', { ctrlKey: true })).toBeNull()
    expect(press('n', 'list', { metaKey: true }, true)).toBeNull()
    expect(press('N', 'list', { shiftKey: true })).toBeNull()
  })

  test('move and delete only what has the focus', () => {
    expect(press('ArrowUp', 'list', { altKey: true })).toEqual({ do: 'move', step: -1 })
    expect(press('ArrowDown', 'nowhere', { altKey: true })).toEqual({ do: 'move', step: 1 })
    expect(press('ArrowUp', 'typing', { altKey: true })).toBeNull()
    expect(press('ArrowUp', 'elsewhere', { altKey: true })).toBeNull()
    expect(press('Delete', 'list')).toEqual({ do: 'delete' })
    expect(press('Delete', 'typing')).toBeNull()
    expect(press('Delete', 'elsewhere')).toBeNull()
    expect(press('Backspace', 'list')).toBeNull()
    expect(press('Backspace', 'list', {}, true)).toEqual({ do: 'delete' })
  })

  test('leave the arrows to the list, and bring one there from nowhere', () => {
    expect(press('ArrowDown', 'list')).toBeNull()
    expect(press('ArrowDown', 'nowhere')).toEqual({ do: 'list' })
  })
})
