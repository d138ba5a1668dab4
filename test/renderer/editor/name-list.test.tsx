import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { expect, test, vi } from 'vitest'
import { hasNameList, nameCompletion, withNameList } from '../../../renderer/editor/name-completion.ts'
import { completeName } from '../../../renderer/editor/name-list.ts'
import { knownNames, namesOf } from '../../../renderer/editor/unchecked-words.ts'

/** The names that are offered at the end of a text. */
function offered(text: string, names = ['Sebastian Raschka', 'Oleh Kostromin', 'Darmstadt']): string[] {
  const state = EditorState.create({ doc: text, extensions: knownNames.of(namesOf(names, [])) })
  return completeName({ state, pos: text.length })?.options.map(({ label }) => label) ?? []
}

test('a word with a capital letter that begins a name is completed, from its third letter on', () => {
  expect(offered('A keynote by Seb')).toEqual(['Sebastian Raschka'])
  expect(offered('A keynote by Se')).toEqual([])
  expect(offered('A keynote by seb')).toEqual([])
})

test('a surname is completed to the whole name', () => {
  expect(offered('as Kostr')).toEqual(['Oleh Kostromin'])
})

test('a name that is finished is not offered again', () => {
  expect(offered('in Darmstadt')).toEqual([])
})

test('a text that takes the place of one in which a name was just being typed is shown without an error', async () => {
  const view = new EditorView({ doc: 'by ', extensions: nameCompletion, parent: document.body })
  view.dom.querySelector('.cm-content')?.dispatchEvent(new FocusEvent('focus'))
  await vi.waitUntil(() => view.state.facet(hasNameList), { timeout: 10_000 })
  view.dispatch({ changes: { from: 3, insert: 'Seb' }, selection: { anchor: 6 }, userEvent: 'input.type' })
  const other = EditorState.create({ doc: 'Another text', extensions: nameCompletion })
  view.setState(withNameList(other))
  // Longer than the list waits for the next letter. An error then would fail the run.
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(view.state.doc.toString()).toBe('Another text')
  view.destroy()
})
