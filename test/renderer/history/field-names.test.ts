import { describe, expect, it } from 'vitest'
import { nameField, sayValue } from '../../../renderer/history/field-names.ts'

describe('a field of a difference', () => {
  it('has a name for people, also one that nobody thought of', () => {
    expect(nameField('shortTitle')).toBe('Short title')
    expect(nameField('coverPhoto')).toBe('Cover photo')
  })

  it('tells days and times as people do', () => {
    expect(sayValue('when', '2026-04-14 10:45')).toBe('Tue 14 April, 10:45')
    expect(sayValue('when', '2026-04-14')).toBe('Tue 14 April')
    expect(sayValue('days', '2026-04-14 – 2026-04-16')).toBe('Tue 14 April – Thu 16 April')
  })

  it('leaves alone what somebody wrote', () => {
    expect(sayValue('text', 'On 2026-04-14 10:45 it rained.')).toBe('On 2026-04-14 10:45 it rained.')
  })
})
