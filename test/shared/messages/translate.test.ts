import { afterEach, describe, expect, test } from 'vitest'
import { chooseLanguage } from '../../../electron/shared/messages/languages.ts'
import { message, messageSchema } from '../../../electron/shared/messages/message.ts'
import { everyMessage, listOf, render, speak, spokenLanguage, t } from '../../../electron/shared/messages/translate.ts'

afterEach(() => speak('en'))

test('a message with a plural says one and many as English does', () => {
  expect(t('library.trip-count', { count: 1 })).toBe('1 trip')
  expect(t('library.trip-count', { count: 1200 })).toBe('1,200 trips')
})

test('a message that was made elsewhere is rendered with its parameters', () => {
  const made = message('library.trip-count', { count: 2 })
  expect(messageSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
  expect(render(made)).toBe('2 trips')
})

test('items are joined as the language joins them', () => {
  expect(listOf(['quotes', 'photos', 'people'])).toBe('quotes, photos and people')
  expect(listOf(['Merge', 'Keep both'], 'disjunction')).toBe('Merge or Keep both')
})

describe('the pseudo-language', () => {
  test('accents every letter of ours, makes messages a third longer, and leaves parameters alone', async () => {
    await speak('en-XA')
    expect(t('library.trip-count', { count: 3 })).toMatch(/^3 [^a-zA-Z]{7}$/)
  })

  test('is chosen by its tag, and a language that Lanyard does not speak becomes English', async () => {
    expect(chooseLanguage('en-XA')).toBe('en-XA')
    expect(chooseLanguage('en-AU')).toBe('en')
    expect(chooseLanguage('tlh')).toBe('en')
    expect(chooseLanguage(undefined)).toBe('en')
    await speak('en-XA')
    expect(spokenLanguage()).toBe('en-XA')
    await everyMessage()
    expect(t('library.trip-count', { count: 3 })).toMatch(/^3 [^a-zA-Z]{7}$/)
  })
})
