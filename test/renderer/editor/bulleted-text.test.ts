import { describe, expect, test } from 'vitest'
import { bulletedToMarkdown } from '../../../renderer/editor/bulleted-text.ts'

describe('bulleted text from other programs', () => {
  test('bulleted text becomes a Markdown list', () => {
    expect(bulletedToMarkdown('• one\n• two')).toBe('- one\n- two')
  })

  test('bulleted text is separated from the words before and after it, which would join its items otherwise', () => {
    expect(bulletedToMarkdown('Heard:\n• one\n•\ttwo\nThat was it.')).toBe('Heard:\n\n- one\n- two\n\nThat was it.')
  })

  test('bulleted text keeps a "Term:" and everything else in its items unchanged', () => {
    expect(bulletedToMarkdown('• Infrastructure: [hyperscalers like AWS services] & “more” – all of it')).toBe(
      '- Infrastructure: [hyperscalers like AWS services] & “more” – all of it',
    )
  })

  test('bulleted text is nested by indentation', () => {
    expect(bulletedToMarkdown('• one\n    • inner\n        • innermost\n• two')).toBe(
      '- one\n  - inner\n    - innermost\n- two',
    )
  })

  test('bulleted text is nested by the kind of bullet if all have the same indentation', () => {
    expect(bulletedToMarkdown('• one\n◦ inner\n◦ inner too\n• two')).toBe('- one\n  - inner\n  - inner too\n- two')
  })

  test('bulleted text keeps empty lines between items', () => {
    expect(bulletedToMarkdown('• one\n\n• two\n\nAfter')).toBe('- one\n\n- two\n\nAfter')
  })

  test('an indented line continues its bulleted item', () => {
    expect(bulletedToMarkdown('• one that\n  goes on\n• two')).toBe('- one that\n  goes on\n- two')
  })

  test('dashes and dots count as bullets if there are several', () => {
    expect(bulletedToMarkdown('– one\n– two')).toBe('- one\n- two')
    expect(bulletedToMarkdown('· one\n· two')).toBe('- one\n- two')
  })

  test.each([
    ['a single dash, which may begin what somebody says', '– Bonjour, dit-il.'],
    ['plain lines', 'one\ntwo – and three'],
    ['a Markdown list', '- one\n- two'],
    ['nothing', ''],
  ])('%s is left alone', (_, text) => {
    expect(bulletedToMarkdown(text)).toBe(text)
  })

  test('bulleted text can have the line ends of any system', () => {
    expect(bulletedToMarkdown('• one\r\n• two\r\n')).toBe('- one\n- two\n')
  })
})
