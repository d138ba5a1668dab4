import { expect, test } from 'vitest'
import { usualLanguages } from '../../electron/main/spelling-languages.ts'

test('the spelling is checked in the languages of the system, in their order', () => {
  expect(usualLanguages(['fr-CA', 'en-CA'])).toEqual(['fr', 'en-GB'])
  expect(usualLanguages(['de-AT', 'de', 'en-US'])).toEqual(['de', 'en-US'])
})

test('English is always checked, in the closest regional spelling', () => {
  expect(usualLanguages(['nl-BE'])).toEqual(['nl', 'en-US'])
  expect(usualLanguages(['en-IE'])).toEqual(['en-GB'])
  expect(usualLanguages(['en-GB', 'en'])).toEqual(['en-GB', 'en-US'])
  expect(usualLanguages(['en'])).toEqual(['en-US'])
  expect(usualLanguages([])).toEqual(['en-US'])
})

test('Portuguese is that of Brazil or that of Portugal', () => {
  expect(usualLanguages(['pt', 'en'])).toEqual(['pt-BR', 'en-US'])
  expect(usualLanguages(['pt_AO', 'en'])).toEqual(['pt-PT', 'en-US'])
})

test('a language without a dictionary, and an invalid one, are left out', () => {
  expect(usualLanguages(['ja-JP', 'C', 'POSIX', '', 'en_US'])).toEqual(['en-US'])
})
