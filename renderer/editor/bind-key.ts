import type { Extension } from '@codemirror/state'
import { type Command, EditorView, type KeyBinding } from '@codemirror/view'
import { type Chord, keysOf } from '../../electron/shared/chord.ts'
import type { PressedKey } from '../components/keys.ts'

/** The key that was pressed last in an editor. */
const pressed = new WeakMap<EditorView, PressedKey>()

/** Notes a key that an editor is about to handle. */
export const notePressed = (event: PressedKey, view: EditorView): void => void pressed.set(view, event)

/** Lets the bindings below know which key was pressed. */
export const notesKeys: Extension = EditorView.domEventObservers({ keydown: notePressed })

/**
 * Binds a chord to a command. With Caps Lock, Shift types a small letter, and CodeMirror takes that for the letter
 * without Shift: Ctrl Shift Z would undo.
 */
export function bindKey(chord: Chord, run: Command): KeyBinding {
  const { shift, key } = keysOf(chord)
  const isMeant = (view: EditorView) => {
    const last = pressed.get(view)
    return !/^[A-Z]$/.test(key) || last?.key.toUpperCase() !== key || last.shiftKey === shift
  }
  return { key: codeMirrorKey(chord), run: (view) => isMeant(view) && run(view) }
}

/** Formats a chord for CodeMirror. */
function codeMirrorKey(chord: Chord): string {
  const { mod, alt, shift, key } = keysOf(chord)
  return [mod && 'Mod', alt && 'Alt', shift && 'Shift', key.length === 1 ? key.toLowerCase() : key]
    .filter(Boolean)
    .join('-')
}
