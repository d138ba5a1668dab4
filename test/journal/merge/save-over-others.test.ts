import { describe, expect, test } from 'vitest'
import { deleteEntry } from '../../../electron/journal/edits/delete-entry.ts'
import { moveEntry } from '../../../electron/journal/edits/move-entry.ts'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import { saveOverOthers } from '../../../electron/journal/merge/save-over-others.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { codeOf, someNote, tripWith, valueOf } from '../../support/library.ts'

const shown = someNote({ title: 'Lunch', text: 'One.\n\nTwo.\n\nThree.' })
const other = someNote({ title: 'Other' })
const trip = tripWith([shown, other])

const theirs = (changes: object): Trip => valueOf(saveEntry(trip, shown.id, { kind: 'note', ...changes }))
const save = (there: Trip, changes: object) =>
  valueOf(saveOverOthers(there, shown.id, { kind: 'note', ...changes }, shown))

const saveUnseen = (text: string) =>
  valueOf(saveOverOthers(theirs({ text: 'Theirs.' }), shown.id, { kind: 'note', text }, undefined))

describe('saving an entry that somebody else has changed since it was shown', () => {
  test('a change of another field is kept', () => {
    const { trip: merged, conflicts } = save(theirs({ title: 'Late lunch' }), { text: 'New.' })
    expect(merged.entries).toMatchObject([{ title: 'Late lunch', text: 'New.' }, { id: other.id }])
    expect(conflicts).toEqual([])
  })

  test('a change of another paragraph is kept', () => {
    const { trip: merged } = save(theirs({ text: 'One!\n\nTwo.\n\nThree.' }), { text: 'One.\n\nTwo.\n\nThree?' })
    expect(merged.entries[0]?.text).toBe('One!\n\nTwo.\n\nThree?')
  })

  test('if both rewrote the same text, ours replaces the other one, which is kept beside it', () => {
    const { trip: merged, conflicts } = save(theirs({ text: 'Theirs.' }), { text: 'Mine.' })
    expect(merged.entries.map(({ text }) => text)).toEqual(['Mine.', 'Theirs.', ''])
    expect(conflicts).toMatchObject([{ entryId: shown.id, otherId: merged.entries[1]?.id, fields: ['text'] }])
  })

  test("our change is newer even if the other computer's clock is ahead", () => {
    const there = theirs({ text: 'Theirs.' })
    const later = new Date(Date.now() + 86_400_000).toISOString()
    const ahead = {
      ...there,
      updatedAt: later,
      entries: there.entries.map((entry) => (entry.id === shown.id ? { ...entry, updatedAt: later } : entry)),
    }
    const { trip: merged, mine } = save(ahead, { text: 'Mine.' })
    expect(merged.entries.map(({ text }) => text)).toEqual(['Mine.', 'Theirs.', ''])
    expect(Date.parse(mine?.updatedAt ?? '')).toBeGreaterThan(Date.parse(later))
  })

  test('the entry stays where it was moved to', () => {
    const { trip: merged } = save(valueOf(moveEntry(trip, shown.id, '2026-04-15', null)), { text: 'New.' })
    expect(merged.entries).toMatchObject([{ id: other.id }, { id: shown.id, day: '2026-04-15', text: 'New.' }])
  })

  test('an entry that was deleted is restored', () => {
    const { trip: merged } = save(valueOf(deleteEntry(trip, shown.id)), { text: 'New.' })
    expect(merged.entries.find(({ id }) => id === shown.id)?.text).toBe('New.')
    expect(merged.deleted).toEqual([])
  })

  test('no word of the other is lost if it is unknown what was shown', () => {
    expect(saveUnseen('Mine.').trip.entries.map(({ text }) => text)).toEqual(['Mine.', 'Theirs.', ''])
    expect(saveUnseen('Theirs. And mine.').trip.entries.map(({ text }) => text)).toEqual(['Theirs. And mine.', ''])
  })

  test('saving is refused if the entry is no longer in the trip, not even among the deleted', () => {
    expect(codeOf(saveOverOthers(tripWith([other]), shown.id, { kind: 'note', text: 'New.' }, shown))).toBe(
      'entry.missing',
    )
  })

  test('the result includes the entry as it would be without the other change', () => {
    const { mine } = save(theirs({ title: 'Late lunch' }), { text: 'New.' })
    expect(mine).toMatchObject({ id: shown.id, title: 'Lunch', text: 'New.' })
  })
})
