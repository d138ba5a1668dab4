import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state'
import { markdownSupport } from '../../../renderer/editor/markdown-language.ts'

/**
 * A text with its cursor written as `|`, or its selection as `<` and `>` in double angle quotes: `a «word» more`.
 */
export function stateOf(text: string): EditorState {
  const open = text.search(/[|«]/)
  const plain = text.replaceAll(/[|«»]/g, '')
  const close = text.includes('»') ? text.indexOf('»') - 1 : open
  return EditorState.create({
    doc: plain,
    selection: EditorSelection.single(Math.max(0, open), Math.max(0, close)),
    extensions: [markdownSupport],
  })
}

/** The text with its cursor or selection marked, as `stateOf` reads it. */
export function marked(state: EditorState): string {
  const { from, to, empty } = state.selection.main
  const text = state.doc.toString()
  const inside = text.slice(from, to)
  return text.slice(0, from) + (empty ? '|' : `«${inside}»`) + text.slice(to)
}

/** Runs a command, as often as requested, and returns the marked text; `null` if it did not handle the key. */
export function run(command: StateCommand, text: string, times = 1): string | null {
  let state = stateOf(text)
  for (let time = 0; time < times; time++) {
    let next = state
    const taken = command({
      state,
      dispatch: (transaction) => {
        next = transaction.state
      },
    })
    if (!taken) return null
    state = next
  }
  return marked(state)
}
