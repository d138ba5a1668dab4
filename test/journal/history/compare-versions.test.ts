import { describe, expect, it } from 'vitest'
import { compareEntries } from '../../../electron/journal/history/compare-entries.ts'
import { compareVersions } from '../../../electron/journal/history/compare-versions.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import {
  edited,
  idOf,
  minute,
  withDeleted,
  writtenNote,
  writtenPhoto,
  writtenTalk,
  writtenTrip,
} from '../../support/written-trip.ts'

const notes = [1, 2, 3, 4].map((number) => writtenNote(number, { text: `Text ${number}.` }))
const [first, second] = [writtenNote(1, { text: 'Text 1.' }), writtenNote(2, { text: 'Text 2.' })]
const before = writtenTrip({ entries: notes })

const told = (earlier: Trip, later: Trip) =>
  compareEntries(earlier, later).map((change) => `${change.what} ${change.of === 'entry' ? change.title : change.of}`)

describe('the changes between two versions', () => {
  it('versions that differ only in their time of saving have no changes', () => {
    expect(told(before, { ...before, updatedAt: minute(9), ancestors: [minute(0)] })).toEqual([])
  })

  it('the changes name entries that were added, changed and deleted', () => {
    const added = writtenTalk(9, { title: 'Keynote' })
    const changed = edited(before, second, { text: 'Other.' }, minute(3))
    const after = withDeleted({ ...changed, entries: [...changed.entries, added] }, first.id, minute(4))
    expect(told(before, after)).toEqual(['changed Note 2', 'added Keynote', 'deleted Note 1'])
  })

  it('the changes name as few moved entries as possible', () => {
    const order = [2, 3, 4, 1].flatMap((number) => notes.find(({ id }) => id === idOf(number)) ?? [])
    expect(told(before, { ...before, entries: order })).toEqual(['moved Note 1'])
    expect(told(before, edited(before, first, { day: '2026-04-15' }, minute(2)))).toEqual(['moved Note 1'])
  })

  it('the changes name the report, the pictures and the details as a whole', () => {
    const after = { ...before, city: 'Mainz', report: { ...before.report, lead: 'Three days.' } }
    expect(told(before, after)).toEqual(['changed details', 'changed report'])
  })
})

describe('the difference to an earlier version', () => {
  it('the chosen cover is compared by the words of the picture', () => {
    const photos = [
      writtenPhoto(60, { caption: 'The hall' }),
      writtenPhoto(61, { caption: '', originalName: 'tarts.jpg' }),
    ]
    const earlier: Trip = { ...before, photos, cover: idOf(60) }
    const [difference] = compareVersions(earlier, { ...earlier, cover: idOf(61) }, null)
    expect(difference?.of).toBe('details')
    expect(difference?.fields).toMatchObject([{ field: 'cover' }])
    expect(difference?.fields[0]?.segments.map(({ text }) => text)).toEqual(['The hall', 'tarts.jpg'])
  })

  it('an earlier version is compared field by field', () => {
    const after = edited(before, first, { title: 'Lunch', tags: ['food'] }, minute(3))
    expect(compareVersions(before, after, null)).toEqual([
      {
        of: 'entry',
        what: 'changed',
        entryId: first.id,
        title: 'Lunch',
        fields: [
          {
            field: 'title',
            segments: [
              { kind: 'removed', text: 'Note 1' },
              { kind: 'added', text: 'Lunch' },
            ],
          },
          { field: 'tags', segments: [{ kind: 'added', text: 'food' }] },
        ],
      },
    ])
  })

  it('a single entry is compared without the others', () => {
    const after = edited(edited(before, first, { text: 'One.' }, minute(3)), second, { text: 'Two.' }, minute(4))
    expect(compareVersions(before, after, second.id)).toMatchObject([{ entryId: second.id }])
    expect(compareVersions(before, after, idOf(4))).toEqual([])
  })

  it('the comparison shows the whole content of a deleted entry', () => {
    const [difference] = compareVersions(before, withDeleted(before, first.id, minute(3)), first.id)
    expect(difference?.fields).toContainEqual({ field: 'text', segments: [{ kind: 'removed', text: 'Text 1.' }] })
  })

  it("the comparison shows times in the trip's zone", () => {
    const talk = writtenTalk(7, { start: '2026-04-14T08:45:00Z' })
    const trip = writtenTrip({ entries: [talk] })
    const [difference] = compareVersions(trip, edited(trip, talk, { start: '2026-04-14T09:00:00Z' }, minute(3)), null)
    expect(difference?.fields.map(({ field }) => field)).toEqual(['when'])
    expect(JSON.stringify(difference)).toContain('10:45')
  })

  it('the comparison shows changes of the report, with sections by the names of their entries', () => {
    const sections = [{ id: idOf(50), heading: 'Tools', entryIds: [first.id] }]
    const after = { ...before, report: { ...before.report, sections } }
    expect(compareVersions(before, after, null)[0]?.fields).toEqual([
      { field: 'sections', segments: [{ kind: 'added', text: 'Tools · Note 1' }] },
    ])
  })

  it('the comparison lists entries that were left out of the report, and those with a custom heading or style', () => {
    const plain = { include: true, heading: null, excerpt: null, talk: null }
    const entries = {
      [first.id]: { ...plain, include: false },
      [second.id]: { ...plain, heading: 'A break', talk: 'none' as const },
    }
    const after = { ...before, report: { ...before.report, entries, arrangement: 'theme' as const } }
    expect(compareVersions(before, after, null)[0]?.fields).toEqual([
      {
        field: 'arrangement',
        segments: [
          { kind: 'removed', text: 'day' },
          { kind: 'added', text: 'theme' },
        ],
      },
      { field: 'entryTexts', segments: [{ kind: 'added', text: 'Note 2 · A break' }] },
      { field: 'entryTalks', segments: [{ kind: 'added', text: 'Note 2 · none' }] },
      { field: 'leftOut', segments: [{ kind: 'added', text: 'Note 1' }] },
    ])
  })
})
