import { historyKeymap, moveLineDown, moveLineUp, standardKeymap } from '@codemirror/commands'
import { openSearchPanel, searchKeymap } from '@codemirror/search'
import { Prec, type Extension } from '@codemirror/state'
import { keymap, type EditorView, type KeyBinding } from '@codemirror/view'
import { continueLine, deleteMark, indentItem, outdentItem } from './continue-line.ts'
import { editorHost } from './editor-host.ts'
import { setHeading, toggleBulletedList, toggleNumberedList, toggleQuote, toggleTaskList } from './format-block.ts'
import { insertLink, toggleBold, toggleCode, toggleItalic } from './format-inline.ts'

/** The keys of formatting, written as CodeMirror writes them; the toolbar's tooltips name the same. */
export const formatKeys = {
  bold: 'Mod-b',
  italic: 'Mod-i',
  link: 'Mod-k',
  code: 'Mod-`',
  quote: 'Mod-Shift-.',
  numbers: 'Mod-Shift-7',
  bullets: 'Mod-Shift-8',
  tasks: 'Mod-Shift-9',
  heading1: 'Mod-Alt-1',
  heading2: 'Mod-Alt-2',
  heading3: 'Mod-Alt-3',
  text: 'Mod-Alt-0',
  undo: 'Mod-z',
  redo: 'Mod-Shift-z',
  find: 'Mod-f',
} as const

function leave(view: EditorView): boolean {
  const { leave: leaveTo } = view.state.facet(editorHost)
  if (!leaveTo) return false
  leaveTo()
  return true
}

const ours: KeyBinding[] = [
  { key: formatKeys.bold, run: toggleBold, preventDefault: true },
  { key: formatKeys.italic, run: toggleItalic, preventDefault: true },
  { key: formatKeys.link, run: insertLink, preventDefault: true },
  { key: formatKeys.code, run: toggleCode, preventDefault: true },
  { key: formatKeys.quote, run: toggleQuote, preventDefault: true },
  { key: formatKeys.numbers, run: toggleNumberedList, preventDefault: true },
  { key: formatKeys.bullets, run: toggleBulletedList, preventDefault: true },
  { key: formatKeys.tasks, run: toggleTaskList, preventDefault: true },
  { key: formatKeys.heading1, run: setHeading(1), preventDefault: true },
  { key: formatKeys.heading2, run: setHeading(2), preventDefault: true },
  { key: formatKeys.heading3, run: setHeading(3), preventDefault: true },
  { key: formatKeys.text, run: setHeading(0), preventDefault: true },
  { key: 'Enter', run: continueLine },
  { key: 'Backspace', run: deleteMark },
  { key: 'Tab', run: indentItem, shift: outdentItem },
  { key: formatKeys.find, run: openSearchPanel, preventDefault: true },
]

export const editorKeys: Extension = [
  Prec.high(keymap.of(ours)),
  keymap.of([
    ...searchKeymap.filter(({ key = '' }) => ['F3', 'Mod-g', 'Escape'].includes(key)),
    ...historyKeymap,
    ...standardKeymap,
    { key: 'Alt-ArrowUp', run: moveLineUp },
    { key: 'Alt-ArrowDown', run: moveLineDown },
  ]),
  // After everything else that Esc may close.
  Prec.lowest(keymap.of([{ key: 'Escape', run: leave }])),
]
