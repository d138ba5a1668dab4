import { describe, expect, it } from 'vitest'
import { restoreEntryFromVersion, restoreTrip } from '../../../electron/journal/history/restore.ts'
import { mergeTrips } from '../../../electron/journal/merge/merge-trips.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import {
  edited,
  idOf,
  minute,
  withDeleted,
  writtenNote,
  writtenPhoto,
  writtenTrip,
} from '../../support/written-trip.ts'

const lunch = writtenNote(1, { title: 'Lunch', text: 'Soup.' })
const walk = writtenNote(2, { title: 'Walk' })
const dinner = writtenNote(3, { title: 'Dinner' })
const version = writtenTrip({ entries: [lunch, walk, dinner], city: 'Darmstadt' })
const at = minute(100)

describe('a trip that is restored', () => {
  it('a restored trip has the content of the version', () => {
    const now = edited({ ...version, city: 'Mainz' }, lunch, { text: 'Pizza.' }, minute(9))
    const restored = valueOf(restoreTrip(now, version, at))
    expect(restored.city).toBe('Darmstadt')
    expect(restored.entries.map(({ text }) => text)).toEqual(['Soup.', '', ''])
    expect(restored.updatedAt).toBe(at)
  })

  it('a restored trip has what was added later among the deleted entries', () => {
    const later = writtenNote(4, { title: 'Later' })
    const restored = valueOf(restoreTrip({ ...version, entries: [...version.entries, later] }, version, at))
    expect(restored.entries).toHaveLength(3)
    expect(restored.deleted).toEqual([{ entry: later, deletedAt: at, next: null }])
  })

  it('a restored trip has what was deleted since in its place again, and only there', () => {
    const restored = valueOf(restoreTrip(withDeleted(version, walk.id, minute(9)), version, at))
    expect(restored.entries.map(({ id }) => id)).toEqual([lunch.id, walk.id, dinner.id])
    expect(restored.deleted).toEqual([])
  })

  it('a restored trip keeps every picture, with its details from the version', () => {
    const [old, recent] = [writtenPhoto(7, { caption: 'Then' }), writtenPhoto(8)]
    const now = { ...version, photos: [{ ...old, caption: 'Now' }, recent] }
    expect(valueOf(restoreTrip(now, { ...version, photos: [old] }, at)).photos).toEqual([old, recent])
  })

  it('restoring the previous state undoes a restore', () => {
    const now = edited(version, lunch, { text: 'Pizza.' }, minute(9))
    const back = valueOf(restoreTrip(valueOf(restoreTrip(now, version, at)), now, minute(101)))
    expect(back.entries.map(({ text }) => text)).toEqual(['Pizza.', '', ''])
  })

  it('a restored trip stays restored when it is merged with a computer that does not know about it', () => {
    const now = withDeleted(edited(version, lunch, { text: 'Pizza.' }, minute(9)), walk.id, minute(10))
    const restored = valueOf(restoreTrip(now, version, at))
    expect(mergeTrips(now, restored, now).trip).toEqual(restored)
    const unsure = mergeTrips(null, restored, now).trip.entries
    expect(unsure.find(({ id }) => id === lunch.id)?.text).toBe('Soup.')
    expect(unsure.map(({ id }) => id)).toContain(walk.id)
  })
})

describe('an entry that is restored', () => {
  it('a restored entry has its earlier content in its current place, and the rest of the trip stays', () => {
    const now = edited(edited(version, lunch, { text: 'Pizza.' }, minute(9)), dinner, { text: 'Bread.' }, minute(10))
    const restored = valueOf(restoreEntryFromVersion(now, version, lunch.id, at))
    expect(restored.entries.map(({ text }) => text)).toEqual(['Soup.', '', 'Bread.'])
    expect(restored.entries[0]?.updatedAt).toBe(at)
  })

  it('a deleted entry is restored to its place', () => {
    const restored = valueOf(restoreEntryFromVersion(withDeleted(version, walk.id, minute(9)), version, walk.id, at))
    expect(restored.entries.map(({ id }) => id)).toEqual([lunch.id, walk.id, dinner.id])
    expect(restored.deleted).toEqual([])
  })

  it('an entry that was moved is restored to its day', () => {
    const moved = edited(version, walk, { day: '2026-04-16' }, minute(9))
    const restored = valueOf(restoreEntryFromVersion(moved, version, walk.id, at))
    expect(restored.entries.map(({ id, day }) => [id, day])).toEqual(
      [lunch.id, walk.id, dinner.id].map((id) => [id, '2026-04-14']),
    )
  })

  it('a restored entry brings back the pictures that it shows', () => {
    const photo = writtenPhoto(7)
    const shown = {
      ...version,
      entries: [{ ...lunch, text: `![](photo:${photo.id})` }],
      photos: [photo, writtenPhoto(8)],
    }
    expect(valueOf(restoreEntryFromVersion(version, shown, lunch.id, at)).photos).toEqual([photo])
  })

  it('restoring an entry that the version does not have is refused', () => {
    expect(codeOf(restoreEntryFromVersion(version, version, idOf(99), at))).toBe('entry.not-in-version-here')
  })
})
