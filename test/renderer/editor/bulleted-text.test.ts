import { describe, expect, test } from 'vitest'
import { bulletedToMarkdown } from '../../../renderer/editor/bulleted-text.ts'

describe('bulleted text from other programs', () => {
  test('becomes a Markdown list', () => {
    expect(bulletedToMarkdown('• one\n• two')).toBe('- one\n- two')
  })

  test('is set apart from the words before and after it, which would join its items otherwise', () => {
    expect(bulletedToMarkdown('Heard:\n• one\n•\ttwo\nThat was it.')).toBe('Heard:\n\n- one\n- two\n\nThat was it.')
  })

  test('keeps a "Term:" and everything else in its items as it stands', () => {
    expect(bulletedToMarkdown('• Infrastructure: [hyperscalers like AWS services] & “more” – all of it')).toBe(
      '- Infrastructure: [hyperscalers like AWS services] & “more” – all of it',
    )
  })

  test('nests by how far the bullets stand in', () => {
    expect(bulletedToMarkdown('• one\n    • inner\n        • innermost\n• two')).toBe(
      '- one\n  - inner\n    - innermost\n- two',
    )
  })

  test('nests by the kind of bullet where all stand on one margin', () => {
    expect(bulletedToMarkdown('• one\n◦ inner\n◦ inner too\n• two')).toBe('- one\n  - inner\n  - inner too\n- two')
  })

  test('keeps an empty line between items', () => {
    expect(bulletedToMarkdown('• one\n\n• two\n\nAfter')).toBe('- one\n\n- two\n\nAfter')
  })

  test('takes a line that is set in for the rest of its item', () => {
    expect(bulletedToMarkdown('• one that\n  goes on\n• two')).toBe('- one that\n  goes on\n- two')
  })

  test('takes dashes and dots for bullets where there are several', () => {
    expect(bulletedToMarkdown('– one\n– two')).toBe('- one\n- two')
    expect(bulletedToMarkdown('· one\n· two')).toBe('- one\n- two')
  })

  test.each([
    ['a single dash, which may begin what somebody says', '– Bonjour, dit-il.'],
    ['plain lines', 'one\ntwo – and three'],
    ['a Markdown list', '- one\n- two'],
    ['nothing', ''],
  ])('leaves %s alone', (_, text) => {
    expect(bulletedToMarkdown(text)).toBe(text)
  })

  test('reads the line ends of every system', () => {
    expect(bulletedToMarkdown('• one\r\n• two\r\n')).toBe('- one\n- two\n')
  })
})
