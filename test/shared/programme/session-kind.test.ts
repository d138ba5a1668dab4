import { expect, test } from 'vitest'
import { sessionKindOf } from '../../../electron/shared/programme/session-kind.ts'

test.each([
  ['Keynote', 'The next ten years', 'keynote'],
  ['Talk (30 min)', 'Keynotes considered harmful', 'talk'],
  ['Lightning talk', 'One', 'lightning'],
  ['lightning_talk', 'One', 'lightning'],
  ['Conférence éclair', 'Une', 'lightning'],
  ['Atelier', 'Des types', 'tutorial'],
  ['Workshop [Sponsored]', 'Types', 'tutorial'],
  ['Panel', 'Who maintains it?', 'panel'],
  ['Talk', 'Opening session', 'opening'],
  ['', 'Lunch', 'social'],
  ['', 'Coffee break', 'social'],
  ['break', 'Pause', 'social'],
  ['', 'Closing the gap between notebooks and production', 'talk'],
  ['Poster', 'Types', 'booth'],
  ['Devroom', 'Types', 'talk'],
])('a session of the kind “%s” called “%s” becomes a talk of the kind %s', (type, title, kind) => {
  expect(sessionKindOf({ type, title })).toBe(kind)
})
