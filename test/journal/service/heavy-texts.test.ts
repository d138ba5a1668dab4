import { expect, test } from 'vitest'
import { exporters } from '../../../electron/journal/exporters/index.ts'
import { tryHeavyText } from '../../attack/heavy-texts.ts'
import { someEngine } from '../../support/engine.ts'
import { shapeLengths, shapeNamed } from '../../support/pathological-texts.ts'

/** One of each kind, the slowest. All of them, at all lengths, are for the attack. */
const shapes = [
  ['bullets in one line', 'large'],
  ['closing brackets', 'medium'],
  ['pictures within pictures', 'small'],
  ['underlined headings', 'small'],
  ['empty links', 'medium'],
  ['tables in tables', 'medium'],
] as const

/** One that writes with each of the libraries; every target is for the attack. */
const targets = exporters.filter(({ id }) => ['markdown', 'html', 'text', 'wordpress', 'docx', 'epub'].includes(id))

test.for(shapes)('%s (%s) are answered or refused in time everywhere, and block nothing', async ([name, length]) => {
  const engine = await someEngine()
  const attempts = await tryHeavyText(engine, shapeNamed(name).write(shapeLengths[length]), targets)
  expect(attempts.map(({ place }) => place)).toEqual(expect.arrayContaining(['save', 'export to html', 'history']))
  // An unforeseen error would be "internal".
  expect(attempts.filter(({ refused }) => refused === 'internal')).toEqual([])
  expect(attempts.find(({ place }) => place === 'save')).toMatchObject({ refused: null })
  // The limits are 5 s and 50 ms. A machine that also runs other tests is given more.
  expect(attempts.filter(({ ms }) => ms > 10_000)).toEqual([])
  expect(attempts.filter(({ longestBlock }) => longestBlock > 500)).toEqual([])
})
