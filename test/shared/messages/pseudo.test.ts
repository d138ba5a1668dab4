import compile from 'icu-minify/compile'
import format from 'icu-minify/format'
import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { accent, pseudo } from '../../../electron/shared/messages/pseudo.ts'

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
}

const accented = (message: string, values: Parameters<typeof format>[2]) =>
  format(pseudo(() => compile(message))('any') ?? '', 'en', values, { formatters })

test('an accented text has no plain letter and is at least a third longer', () => {
  assert(
    property(string(), (text) => {
      const letters = text.replaceAll(/[^a-zA-Z]/g, '').length
      const result = accent(text)
      expect(result).not.toMatch(/[a-zA-Z]/)
      expect(result.length).toBe(text.length + Math.ceil(letters / 3))
    }),
  )
})

test('the branches of a message are accented, and its parameters are not', () => {
  const message =
    'in {place}: {count, plural, =0 {none} one {# talk} other {# talks}} {how, select, live {live} other {later}}'
  expect(accented(message, { place: 'Berlin', count: 2, how: 'live' })).toMatch(/^[^a-z]+ Berlin: 2 [^a-z]+ [^a-z]+$/)
  expect(accented(message, { place: 'Berlin', count: 0, how: 'x' })).toMatch(/^[^a-z]+ Berlin: [^a-z0-9]+ [^a-z]+$/)
})

test('the content of a tag is accented too', () => {
  const values = { key: (chunks: unknown[]) => `[${chunks.join('')}]` }
  expect(accented('Press <key>Enter</key> now', values)).toMatch(/^[^a-z]+ \[[^a-z]+\] [^a-z]+$/)
})
