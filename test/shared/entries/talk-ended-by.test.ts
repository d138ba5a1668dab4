import { describe, expect, test } from 'vitest'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { talkEndedBy } from '../../../electron/shared/entries/talk-ended-by.ts'
import type { Entry, EntryKind } from '../../../electron/shared/trip.ts'

const at = (clock: string) => `2026-04-14T${clock}:00+02:00`
const entry = (kind: EntryKind, clock: string | null, day = '2026-04-14'): Entry =>
  newEntry(kind, day, clock === null ? null : at(clock))

describe('the talk that ends as the next entry begins', () => {
  const next = entry('talk', '11:25')

  test('is the one before it', () => {
    const talks = [entry('talk', '09:00'), entry('talk', '10:45')]
    expect(talkEndedBy([...talks, next], next)).toBe(talks[1])
  })

  test.each<[string, Entry]>([
    ['a note', entry('note', '10:45')],
    ['a talk that began at the same time', entry('talk', '11:25')],
    ['a talk that began later', entry('talk', '11:30')],
    ['a talk that began too long ago', entry('talk', '07:00')],
    ['a talk without a start', entry('talk', null)],
    ['a talk of another day', entry('talk', '10:45', '2026-04-13')],
    ['a talk with an end', { ...entry('talk', '10:45'), end: at('11:00') } as Entry],
  ])('is not %s', (_, before) => {
    expect(talkEndedBy([before, next], next)).toBeNull()
  })

  test('is not one after which something else began', () => {
    expect(talkEndedBy([entry('talk', '10:45'), entry('note', '11:15'), next], next)).toBeNull()
  })

  test('no talk is ended by an entry without a start', () => {
    const untimed = entry('note', null)
    expect(talkEndedBy([entry('talk', '10:45'), untimed], untimed)).toBeNull()
  })
})
