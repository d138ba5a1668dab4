import { describe, expect, it } from 'vitest'
import { formatValue, nameField } from '../../../renderer/history/format-fields.ts'

describe('a field of a difference', () => {
  it('every field of an entry, the trip or the report has a name', () => {
    expect(nameField('shortTitle')).toBe('Short title')
    expect(nameField('timeZone')).toBe('Time zone')
    expect(nameField('leftOut')).toBe('Left out of the report')
  })

  it('days and times are shown in words', () => {
    expect(formatValue('when', '2026-04-14 10:45')).toBe('Tue 14 April, 10:45')
    expect(formatValue('when', '2026-04-14')).toBe('Tue 14 April')
    expect(formatValue('days', '2026-04-14 – 2026-04-16')).toBe('Tue 14 April – Thu 16 April')
  })

  it('choices are shown in words', () => {
    expect(formatValue('private', 'yes')).toBe('yes')
    expect(formatValue('arrangement', 'theme')).toBe('by theme')
    expect(formatValue('entryTalks', 'Keynote · sentence\nFind the heading · none')).toBe(
      'Keynote · in a sentence\nFind the heading · text only',
    )
  })

  it('typed text is shown unchanged', () => {
    expect(formatValue('text', 'On 2026-04-14 10:45 it rained.')).toBe('On 2026-04-14 10:45 it rained.')
    expect(formatValue('lead', 'yes')).toBe('yes')
  })
})
