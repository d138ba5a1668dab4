import { forceParsing } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { expect, onTestFinished, test } from 'vitest'
import { hangingLists } from '../../../renderer/editor/hanging-lists.ts'
import { markdownSupport } from '../../../renderer/editor/markdown-language.ts'

function show(doc: string): EditorView {
  const state = EditorState.create({ doc, extensions: [markdownSupport, hangingLists] })
  const view = new EditorView({ state, parent: document.body })
  onTestFinished(() => view.destroy())
  // On a busy machine the first parse may run out of time.
  forceParsing(view, state.doc.length, 20_000)
  return view
}

/** For each line its depth and its marker; `null` if it has no hanging indent. */
const hanging = (view: EditorView) =>
  [...view.dom.querySelectorAll('.cm-line')].map((line) => {
    const marker = line.querySelector('.cm-list-marker')?.textContent
    const depth = line.getAttribute('data-depth')
    return depth === null ? null : [Number(depth), marker]
  })

test('a list item has a hanging indent by its marker and depth', () => {
  const view = show('Words\n\n- one\n  - inner\n    1. innermost\n- two\n\n3. third')
  expect(hanging(view)).toEqual([null, null, [1, '- '], [2, '  - '], [3, '    1. '], [1, '- '], null, [1, '3. ']])
  expect([...view.dom.querySelectorAll('.cm-list-ordered')].map((line) => line.textContent)).toEqual([
    '    1. innermost',
    '3. third',
  ])
})

test('a list in a list on one line is indented by its first marker', () => {
  expect(hanging(show('- - one'))).toEqual([[1, '- ']])
})

test('a hyphen alone is not indented, because it may become a number', () => {
  const view = show('Words\n\n-')
  expect(hanging(view)).toEqual([null, null, null])
  view.dispatch({ changes: { from: view.state.doc.length, insert: ' one' } })
  expect(hanging(view)).toEqual([null, null, [1, '- ']])
})
