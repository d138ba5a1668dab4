import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { markdownSupport } from '../../../renderer/editor/markdown-language.ts'
import { pathologicalTexts, shapeLengths } from '../../support/pathological-texts.ts'

/** The names of the syntax nodes of a text, each once. */
function nodesOf(doc: string): Set<string> {
  const state = EditorState.create({ doc, extensions: markdownSupport })
  const names = new Set<string>()
  ensureSyntaxTree(state, doc.length, 60_000)?.iterate({ enter: ({ name }) => void names.add(name) })
  return names
}

test('a line of more than 5,000 characters has no formatting, and the lines around it do', () => {
  const names = nodesOf(`# Title\n\n${'**bold** `code` '.repeat(400)}\n\n*leaning*\n`)
  expect([...names]).toEqual(expect.arrayContaining(['ATXHeading1', 'PlainLine', 'Emphasis']))
  expect(names).not.toContain('StrongEmphasis')
})

test('a long line within a paragraph ends the paragraph', () => {
  const names = nodesOf(`some *words*\n${'*'.repeat(6_000)}\nmore **words**`)
  expect([...names]).toEqual(expect.arrayContaining(['Emphasis', 'PlainLine', 'StrongEmphasis']))
})

test('a line in fifty quotes has no formatting, and one in three has', () => {
  expect(nodesOf(`${'> '.repeat(50)}*x*`)).not.toContain('Emphasis')
  expect(nodesOf('> - > *x*')).toContain('Emphasis')
})

test('a line of ordinary length has its formatting in a text of any length', () => {
  expect(nodesOf('Plain words.\n\n'.repeat(5_000) + '*leaning*')).toContain('Emphasis')
})

test('a text of 50 KB in any shape is parsed at once', { timeout: 20_000 }, () => {
  for (const { write } of pathologicalTexts) expect(nodesOf(write(shapeLengths.medium))).toContain('Document')
})
