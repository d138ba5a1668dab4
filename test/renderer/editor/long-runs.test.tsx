import { deleteCharBackward } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { afterEach, expect, test } from 'vitest'
import { longRuns } from '../../../renderer/editor/long-runs.ts'

let view: EditorView | undefined

afterEach(() => view?.destroy())

function show(doc: string): EditorView {
  view = new EditorView({ state: EditorState.create({ doc, extensions: longRuns }), parent: document.body })
  return view
}

const accents = (count: number) => '\u0301'.repeat(count)

test('of very many accents on a letter, the first are drawn and the others are counted', () => {
  const { contentDOM, state } = show(`before\na${accents(10_000)} after`)
  expect(contentDOM.textContent).toBe(`beforea${accents(10)}9,990 more characters after`)
  expect(state.doc.length).toBe(10_014)
})

test('of very many joined emoji, the first are drawn and the others are counted', () => {
  const { contentDOM } = show('👩\u200d'.repeat(500))
  expect(contentDOM.textContent).toBe(`${'👩\u200d'.repeat(5)}👩989 more characters`)
})

test('the accents of a written language are all drawn', () => {
  const word = 'ẹ̀kọ́ Yorùbá, תּוֹרָה, नमस्ते, 👩‍👩‍👧‍👦'.normalize('NFD')
  expect(show(word.repeat(20)).contentDOM.textContent).toBe(word.repeat(20))
})

test('accents are counted again as they are typed and deleted', () => {
  const shown = show(`a${accents(50)}`)
  shown.dispatch({ changes: { from: 51, insert: accents(10) } })
  expect(shown.contentDOM.textContent).toContain('50 more characters')
  shown.dispatch({ changes: { from: 1, to: 51 } })
  expect(shown.contentDOM.textContent).toBe(`a${accents(10)}`)
})

test('Backspace after characters that are not drawn deletes all of them', () => {
  const shown = show(`a${accents(1_000)}b`)
  shown.dispatch({ selection: { anchor: 1_001 } })
  deleteCharBackward(shown)
  expect(shown.state.doc.toString()).toBe(`a${accents(10)}b`)
})

test('a very long word is drawn in parts, and so are tabs', () => {
  for (const character of ['[', '\t', 'a', '👩']) {
    const { contentDOM } = show(`before ${character.repeat(600)} after`)
    const parts = Array.from(contentDOM.querySelectorAll('span'), ({ textContent }) => textContent ?? '')
    expect(parts.join('')).toBe(character.repeat(600))
    expect(parts.length).toBeGreaterThan(1)
    view?.destroy()
  }
})

test('an ordinary text has no parts', () => {
  expect(show('The quick brown fox. '.repeat(100)).contentDOM.querySelector('span')).toBe(null)
})
