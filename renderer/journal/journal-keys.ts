import type { EntryKind } from '../../electron/shared/trip.ts'

/** What the keys of the journal do. */
export type JournalAction =
  | { do: 'add'; kind: EntryKind }
  | { do: 'quote' }
  | { do: 'picture' }
  | { do: 'move'; step: 1 | -1 }
  | { do: 'delete' }
  | { do: 'list' }

const letters: Record<string, JournalAction> = {
  n: { do: 'add', kind: 'note' },
  t: { do: 'add', kind: 'talk' },
  p: { do: 'add', kind: 'encounter' },
  q: { do: 'quote' },
  i: { do: 'picture' },
}

export interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** Where the focus is: keys that are letters belong to what one types into. */
export type KeyPlace = 'typing' | 'list' | 'elsewhere' | 'nowhere'

/**
 * What a key means in the journal: letters alone outside of texts, with Ctrl/Cmd and Shift everywhere; moving and deleting
 * where an entry of the list has the focus, or nothing has.
 */
export function journalAction(pressed: Pressed, place: KeyPlace, isMac: boolean): JournalAction | null {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = pressed
  const mod = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey
  const letter = letters[key.toLowerCase()] ?? null
  if (mod && shiftKey && !altKey) return letter
  if (place === 'typing' || ctrlKey || metaKey) return null
  const onEntry = place === 'list' || place === 'nowhere'
  if (altKey) {
    if (onEntry && key === 'ArrowUp') return { do: 'move', step: -1 }
    return onEntry && key === 'ArrowDown' ? { do: 'move', step: 1 } : null
  }
  if (shiftKey) return null
  if (onEntry && (key === 'Delete' || (isMac && key === 'Backspace'))) return { do: 'delete' }
  if (place === 'nowhere' && (key === 'ArrowUp' || key === 'ArrowDown')) return { do: 'list' }
  return letter
}
