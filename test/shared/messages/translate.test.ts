import { afterEach, describe, expect, test } from 'vitest'
import { chooseLanguage } from '../../../electron/shared/messages/languages.ts'
import { message } from '../../../electron/shared/messages/message.ts'
import { messageSchema } from '../../../electron/shared/messages/message-schema.ts'
import { everyMessage, listOf, render, speak, spokenLanguage, t } from '../../../electron/shared/messages/translate.ts'

afterEach(() => speak('en'))

test('a message with a plural has the English forms for one and many', () => {
  expect(t('library.trip-count', { count: 1 })).toBe('1 trip')
  expect(t('library.trip-count', { count: 1200 })).toBe('1,200 trips')
})

test('a message that was made elsewhere is rendered with its parameters', () => {
  const made = message('library.trip-count', { count: 2 })
  expect(messageSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
  expect(render(made)).toBe('2 trips')
})

test('lists are formatted for the language', () => {
  expect(listOf(['quotes', 'photos', 'people'])).toBe('quotes, photos and people')
  expect(listOf(['Merge', 'Keep both'], 'disjunction')).toBe('Merge or Keep both')
})

describe('the pseudo-language', () => {
  test('the pseudo-language accents every letter, makes messages a third longer, and leaves parameters alone', async () => {
    await speak('en-XA')
    expect(t('library.trip-count', { count: 3 })).toMatch(/^3 [^a-zA-Z]{7}$/)
  })

  test('the pseudo-language is chosen by its tag, and an unsupported language becomes English', async () => {
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
