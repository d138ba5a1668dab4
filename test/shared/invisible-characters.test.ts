import { expect, test } from 'vitest'
import { removeControls, replaceHidden } from '../../electron/shared/invisible-characters.ts'

/** Spelled with joiners or marks: Persian, a family of emoji, Hindi, and a Hebrew name beside a sign. */
const spelled = ['می\u200cخواهم', '👩‍👩‍👧', '👩🏽‍💻', '❤️‍🔥', 'क्‍ष']

test.each(spelled)('%s keeps the joiners that it is written with, in a terminal and in a text file', (word) => {
  expect(replaceHidden(word)).toBe(word)
  expect(removeControls(word)).toBe(word)
})

test('marks that turn words round are gone from both, and the words are still there', () => {
  for (const mark of '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069') {
    expect(removeControls(`a${mark}b`)).toBe('ab')
    expect(replaceHidden(`a${mark}b`)).toBe('a\ufffdb')
  }
})

test('the marks of Hebrew and Arabic names stay in a text file, and are left out in a terminal', () => {
  expect(removeControls('שלום!\u200f (C++\u200e)')).toBe('שלום!\u200f (C++\u200e)')
  expect(replaceHidden('שלום!\u200f (C++\u200e)')).toBe('שלום! (C++)')
})

test('no control character is left in either, and line breaks of any kind become ordinary ones in a text file', () => {
  const all = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join('')
  expect(removeControls(all)).not.toMatch(/(?![\n\t])\p{Cc}/u)
  expect(replaceHidden(all)).not.toMatch(/(?![\n\t])\p{Cc}/u)
  expect(removeControls('a\r\nb\rc\u2028d\u2029e\u0085f')).toBe('a\nb\nc\nd\ne\nf')
  expect(replaceHidden('a\u2028b\u2029c\ud800d\u{e0041}e\ufffef')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf')
})
