import { runScopeHandlers } from '@codemirror/view'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { afterEach, expect, test } from 'vitest'
import { keysOf } from '../../../electron/shared/chord.ts'
import { type CommandsIn, commandsIn } from '../../../electron/shared/commands.ts'
import { chordsOf } from '../../../renderer/commands/command-keys.ts'
import { runCommand } from '../../../renderer/commands/run-command.ts'
import { editorKeys } from '../../../renderer/editor/editor-keys.ts'
import { markdownSupport } from '../../../renderer/editor/markdown-language.ts'
import { pendingField } from '../../../renderer/editor/pending.ts'
import { findAndReplace } from '../../../renderer/editor/search-panel.ts'
import { provideTextCommands, textCommands } from '../../../renderer/editor/text-commands.ts'

const views: EditorView[] = []

afterEach(() => {
  for (const view of views.splice(0)) view.destroy()
})

const text = 'one two\n\nthree two four\n'

function openText(): EditorView {
  const extensions = [markdownSupport, pendingField, findAndReplace, editorKeys, provideTextCommands]
  const state = EditorState.create({ doc: text, selection: { anchor: 9, head: 14 }, extensions })
  const view = new EditorView({ state, parent: document.body })
  views.push(view)
  return view
}

/** What a command may change: the text, the selection, and whether find and replace is open. */
const stateOf = (view: EditorView) => ({
  text: view.state.doc.toString(),
  selection: view.state.selection.toJSON() as unknown,
  hasPanel: view.dom.querySelector('.cm-find') !== null,
})

function after(act: (view: EditorView) => void) {
  const view = openText()
  act(view)
  const state = stateOf(view)
  view.destroy()
  return state
}

function press(view: EditorView, chord: Parameters<typeof keysOf>[0]): boolean {
  const { mod, alt, shift, key } = keysOf(chord)
  const code = /^[A-Z0-9]$/.test(key) ? key.charCodeAt(0) : 0
  const held = { ctrlKey: mod, altKey: alt, shiftKey: shift }
  return runScopeHandlers(view, new KeyboardEvent('keydown', { key, keyCode: code, ...held }), 'editor')
}

const withKeys = commandsIn('text').flatMap((id) => chordsOf(id).map((chord) => [id, chord] as const))

test.each(withKeys)('in a text, the keys of %s are %s', (id, chord) => {
  let isTaken = false
  const byKey = after((view) => {
    isTaken = press(view, chord)
  })
  expect(isTaken).toBe(true)
  expect(byKey).toEqual(after((view) => textCommands[id].run(view)))
})

test.each(['bold', 'heading-2', 'table', 'find'] satisfies CommandsIn<'text'>[])(
  'a menu runs %s on the visible text',
  (id) => {
    const byMenu = after(() => expect(runCommand(id)).toBe(true))
    expect(byMenu).toEqual(after((view) => textCommands[id].run(view)))
    expect(byMenu).not.toEqual(after(() => {}))
  },
)

test('without a visible text, its commands are not available', () => {
  expect(runCommand('find')).toBe(false)
})
