import { expect, test } from 'vitest'
import { fullAddress, linkAt, writeLink, writtenWords } from '../../../renderer/editor/link-at.ts'
import { marked, stateOf } from './commands.ts'

function linked(text: string, address: string, words = ''): string {
  const state = stateOf(text)
  const link = linkAt(state)
  return marked(state.update(writeLink(link, link.words || writtenWords(words), address)).state)
}

test('the selected words become a link, with the cursor behind it', () => {
  expect(linked('see «this» there', 'https://example.org')).toBe('see [this](https://example.org)| there')
  expect(linked('see «this » there', 'https://example.org')).toBe('see [this](https://example.org)|  there')
})

test('without a selection, the word at the cursor becomes a link', () => {
  expect(linked('see th|is there', 'https://example.org')).toBe('see [this](https://example.org)| there')
})

test('a selection over several lines becomes a link within the first', () => {
  expect(linked('«- one\n- two»', 'https://example.org')).toBe('- [one](https://example.org)|\n- two')
})

test('an existing link keeps its words and gets another address, wherever the cursor is in it', () => {
  expect(linkAt(stateOf('see [th|is](https://example.org/a)')).address).toBe('https://example.org/a')
  expect(linked('see [this](https://exam|ple.org/a)', 'https://example.org/b')).toBe(
    'see [this](https://example.org/b)|',
  )
  expect(linked('[*all* of |it](<https://example.org/(a)>)', '')).toBe('[*all* of it]()|')
  expect(linked('see [this|]()', 'https://example.org')).toBe('see [this](https://example.org)|')
})

test('an address that stands in the text keeps it, and gets words', () => {
  expect(linkAt(stateOf('«https://example.org»'))).toMatchObject({ words: '', address: 'https://example.org' })
  expect(linked('«https://example.org»', 'https://example.org', 'the [1] site')).toBe(
    String.raw`[the \[1\] site](https://example.org)|`,
  )
  expect(linked('<https://exam|ple.org>', 'https://example.org')).toBe('[https://example.org](https://example.org)|')
})

test('an address with parentheses is written so that Markdown finds its end', () => {
  expect(linked('«Go»', 'https://example.org/Go_(language)')).toBe('[Go](<https://example.org/Go_(language)>)|')
})

test('an address is completed, and anything else is refused', () => {
  expect(fullAddress(' example.org/a?b=1 ')).toBe('https://example.org/a?b=1')
  expect(fullAddress('www.example.org')).toBe('https://www.example.org')
  expect(fullAddress('ada@example.org')).toBe('mailto:ada@example.org')
  expect(fullAddress('')).toBe('')
  expect(fullAddress('on the website')).toBeNull()
  expect(fullAddress('slides')).toBeNull()
})
