import { defaultKeymap, history } from '@codemirror/commands'
import { EditorView, keymap } from '@codemirror/view'

/** Inserted when the page is built. */
declare const TEXT: string

// oxlint-disable-next-line no-new -- an editor lives in the page, not in a variable
new EditorView({
  doc: TEXT,
  parent: document.body,
  extensions: [history(), keymap.of(defaultKeymap), EditorView.lineWrapping],
})
