import { expect, test } from 'vitest'
import { messageTypes } from '../../../build/messages/message-types.ts'
import { namedIn } from '../../../build/messages/ship-messages.ts'

test('the parameters of a message become types: counted, chosen, marked up, or anything that can be shown', () => {
  const types = messageTypes({
    'a.plain': { message: 'Trips' },
    'a.shown': { message: 'Open {title}' },
    'a.counted': { message: '{count, plural, one {# trip in {place}} other {# trips in {place}}}' },
    'a.chosen': { message: '{what, select, quote {A quote} other {A text}}' },
    'a.marked': { message: 'Press <key>{name}</key>' },
  })
  expect(types).toContain(`'a.plain': NoParams`)
  expect(types).toContain(`'a.shown': { title: ParamValue }`)
  expect(types).toContain(`'a.counted': { count: number; place: ParamValue }`)
  expect(types).toContain(`'a.chosen': { what: 'quote' | 'other' }`)
  expect(types).toMatch(/RichParams<Part> \{\n {2}'a.marked': \{ key: \(inside: string\) => Part; name: ParamValue \}/)
})

test('a message that is not ICU MessageFormat is refused with its key', () => {
  expect(() => messageTypes({ 'a.broken': { message: 'Open {title' } })).toThrow(/^a\.broken: /)
})

const isForLater = (key: string) => key === 'kind.note'

test('the first file of the page contains the messages that it uses, by key, by prefix or by the code of a failure', () => {
  const messages = { 'library.title': 'Trips', 'kind.talk': 'Talk', 'kind.note': 'Note', 'failure.disk.full': 'Full' }
  expect(namedIn('t("library.title")', messages)).toEqual({ 'library.title': 'Trips' })
  expect(namedIn('t(`kind.${kind}`)', messages)).toEqual({ 'kind.talk': 'Talk', 'kind.note': 'Note' })
  expect(namedIn('fail("disk.full")', messages)).toEqual({ 'failure.disk.full': 'Full' })
  expect(namedIn('write(`failure.${code}`)', messages)).toEqual({})
  expect(namedIn('t(`kind.${kind}`)', messages, isForLater)).toEqual({ 'kind.talk': 'Talk' })
  expect(namedIn('t("kind.note")', messages, isForLater)).toEqual({ 'kind.note': 'Note' })
})
