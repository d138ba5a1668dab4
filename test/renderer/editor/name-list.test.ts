import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
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
