import { historyKeymap, redo, redoSelection, standardKeymap, undo, undoSelection } from '@codemirror/commands'
import { closeSearchPanel, searchKeymap } from '@codemirror/search'
import { Prec, type Extension } from '@codemirror/state'
import { keymap, type EditorView } from '@codemirror/view'
import { chordsOf } from '../commands/command-keys.ts'
import { bindKey, notesKeys } from './bind-key.ts'
import { continueLine, deleteMark, indentItem, outdentItem } from './continue-line.ts'
import { editorHost } from './editor-host.ts'
import { textKeys } from './text-commands.ts'

function leave(view: EditorView): boolean {
  const { leave: leaveTo } = view.state.facet(editorHost)
  if (!leaveTo) return false
  leaveTo()
  return true
}

/** CodeMirror's other keys for its history move the selection only. */
const selectionKeys = historyKeymap.filter(({ run }) => run === undoSelection || run === redoSelection)

export const editorKeys: Extension = [
  notesKeys,
  Prec.high(
    keymap.of([
      ...textKeys,
      // Once the text's own history ends, the keys go on to the window's.
      ...chordsOf('undo').map((chord) => bindKey(chord, undo)),
      ...chordsOf('redo').map((chord) => bindKey(chord, redo)),
      { key: 'Enter', run: continueLine },
      { key: 'Backspace', run: deleteMark },
      { key: 'Tab', run: indentItem, shift: outdentItem },
    ]),
  ),
  keymap.of([...searchKeymap.filter(({ run }) => run === closeSearchPanel), ...selectionKeys, ...standardKeymap]),
  // After everything else that Esc can close.
  Prec.lowest(keymap.of(chordsOf('leave-entry').map((chord) => bindKey(chord, leave)))),
]
