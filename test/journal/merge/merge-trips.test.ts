import { describe, expect, it } from 'vitest'
import { mergeTrips } from '../../../electron/journal/merge/merge-trips.ts'
import { OTHER_VERSION_TAG } from '../../../electron/journal/merge/other-version.ts'
import type { Entry, Trip } from '../../../electron/shared/trip.ts'
import {
  edited,
  idOf,
  minute,
  withDeleted,
  writtenEncounter,
  writtenNote,
  writtenPhoto,
  writtenTalk,
  writtenTrip,
} from '../../support/written-trip.ts'

const lunch = writtenNote(1, { title: 'Lunch', text: 'Soup.' })
const keynote = writtenTalk(2, { title: 'Keynote', text: 'It began.\n\nIt went on.\n\nIt ended.' })
const ada = writtenEncounter(3, { who: 'Ada' })
const base = writtenTrip({ entries: [lunch, keynote, ada] })

const texts = (trip: Trip) => trip.entries.map(({ text }) => text)
const names = (trip: Trip) => trip.entries.map((entry) => (entry.kind === 'encounter' ? entry.who : entry.title))
const find = (trip: Trip, id: string): Entry | undefined => trip.entries.find((entry) => entry.id === id)

const inOrder = (trip: Trip, order: number[], at: string): Trip => ({
  ...trip,
  updatedAt: at,
  entries: order.flatMap((number) => trip.entries.find(({ id }) => id === idOf(number)) ?? []),
})

const noteAt = (number: number, clock: string) => writtenNote(number, { start: `2026-04-14T${clock}:00+02:00` })

const section = (id: number, heading: string, entryIds: string[]) => ({ id: idOf(id), heading, entryIds })

const sections = (first: string[], second: string[]) => [section(50, 'Tools', first), section(51, 'People', second)]

const withText = (text: string | undefined, at: string, numberedEntries?: boolean): Trip => {
  const written = { ...(text !== undefined && { text }), ...(numberedEntries !== undefined && { numberedEntries }) }
  const [tools, people] = [section(50, 'Tools', [lunch.id]), section(51, 'People', [])]
  return { ...base, updatedAt: at, report: { ...base.report, sections: [{ ...tools, ...written }, people] } }
}

describe('the cover of a trip', () => {
  it('the cover that one side chose is kept, and of two the newer one', () => {
    const ours = { ...base, cover: idOf(61), updatedAt: minute(5) }
    const theirs = { ...base, city: 'Mainz', updatedAt: minute(9) }
    expect(mergeTrips(base, ours, theirs).trip).toMatchObject({ cover: idOf(61), city: 'Mainz' })
    expect(mergeTrips(base, ours, { ...theirs, cover: idOf(62) }).trip.cover).toBe(idOf(62))
    expect(
      mergeTrips(ours, { ...ours, cover: null, updatedAt: minute(7) }, { ...ours, city: 'Mainz' }).trip.cover,
    ).toBeNull()
    expect(mergeTrips(base, { ...base, city: 'Worms', updatedAt: minute(5) }, theirs).trip).not.toHaveProperty('cover')
  })
})

describe('entries that were changed apart', () => {
  it('changes of different entries are all kept', () => {
    const ours = edited(base, lunch, { text: 'Soup and bread.' }, minute(5))
    const theirs = edited(base, ada, { role: 'programmer' }, minute(3))
    const { trip, conflicts } = mergeTrips(base, ours, theirs)
    expect(find(trip, lunch.id)).toEqual({ ...lunch, text: 'Soup and bread.', updatedAt: minute(5) })
    expect(find(trip, ada.id)).toEqual({ ...ada, role: 'programmer', updatedAt: minute(3) })
    expect(conflicts).toEqual([])
  })

  it('changes of the same entry on both sides are merged field by field', () => {
    const ours = edited(base, keynote, { room: 'Europium', tags: ['opening'] }, minute(5))
    const theirs = edited(base, keynote, { title: 'Opening keynote', tags: ['ethics'] }, minute(9))
    const { trip, conflicts } = mergeTrips(base, ours, theirs)
    expect(find(trip, keynote.id)).toMatchObject({ room: 'Europium', title: 'Opening keynote' })
    expect(find(trip, keynote.id)?.tags.toSorted()).toEqual(['ethics', 'opening'])
    expect(conflicts).toEqual([])
  })

  it('changes of the same text on both sides are merged paragraph by paragraph', () => {
    const ours = edited(base, keynote, { text: 'It began late.\n\nIt went on.\n\nIt ended.' }, minute(5))
    const theirs = edited(base, keynote, { text: 'It began.\n\nIt went on.\n\nIt ended.\n\nApplause.' }, minute(4))
    const { trip } = mergeTrips(base, ours, theirs)
    expect(texts(trip)).toEqual(['Soup.', 'It began late.\n\nIt went on.\n\nIt ended.\n\nApplause.', ''])
  })

  it('two versions are no conflict if one contains everything of the other', () => {
    const ours = edited(base, lunch, { text: 'Soup. Bread.' }, minute(5))
    const theirs = edited(base, lunch, { text: 'Soup. Bread. And tea.' }, minute(6))
    const { trip, conflicts } = mergeTrips(base, ours, theirs)
    expect(texts(trip)[0]).toBe('Soup. Bread. And tea.')
    expect(conflicts).toEqual([])
  })
})

describe('one field that was changed on both sides', () => {
  const ours = edited(base, lunch, { text: 'Salad.' }, minute(5))
  const theirs = edited(base, lunch, { text: 'Pizza.' }, minute(9))

  it('a field keeps its latest version, and the other version is placed right after it', () => {
    const { trip, conflicts } = mergeTrips(base, ours, theirs)
    expect(texts(trip)).toEqual(['Pizza.', 'Salad.', keynote.text, ''])
    expect(trip.entries[1]?.tags).toEqual([OTHER_VERSION_TAG])
    expect(conflicts).toEqual([
      { of: 'entry', entryId: lunch.id, title: 'Lunch', fields: ['text'], otherId: trip.entries[1]?.id ?? 'none' },
    ])
  })

  it('the other version is not in any report automatically', () => {
    const { trip, conflicts } = mergeTrips(base, ours, theirs)
    expect(trip.report.entries[conflicts[0]?.otherId ?? '']?.include).toBe(false)
  })

  it('the other version is private if the entry is', () => {
    const hidden = edited(theirs, { ...lunch, text: 'Pizza.' }, { private: true }, minute(10))
    const { trip } = mergeTrips(base, ours, hidden)
    expect(trip.entries.slice(0, 2).map((entry) => entry.private)).toEqual([true, true])
  })

  it('there is only one other version, however often it is merged', () => {
    const { trip } = mergeTrips(base, ours, theirs)
    expect(mergeTrips(base, trip, ours)).toEqual({ trip, conflicts: [] })
    expect(mergeTrips(null, theirs, trip)).toEqual({ trip, conflicts: [] })
  })

  it('the other version does not come back after it was deleted', () => {
    const { trip, conflicts } = mergeTrips(base, ours, theirs)
    const decided = withDeleted(trip, conflicts[0]?.otherId ?? '', minute(20))
    expect(mergeTrips(base, decided, ours).trip.entries).toHaveLength(3)
  })

  it('an entry that was moved to two different days is in one of them', () => {
    const here = edited(base, lunch, { day: '2026-04-15' }, minute(5))
    const there = edited(base, lunch, { day: '2026-04-16' }, minute(6))
    const { trip } = mergeTrips(base, here, there)
    const days = trip.entries.filter(({ text }) => text === 'Soup.').map(({ day }) => day)
    expect(days.toSorted()).toEqual(['2026-04-15', '2026-04-16'])
  })
})

describe('merging without a common state', () => {
  it('an entry that only one side has is kept', () => {
    const ours = writtenTrip({ entries: [lunch], updatedAt: minute(5) })
    const theirs = writtenTrip({ entries: [ada], updatedAt: minute(6) })
    expect(names(mergeTrips(null, ours, theirs).trip).toSorted()).toEqual(['Ada', 'Lunch'])
  })

  it('an entry in the trash stays there if the other side has not changed it since', () => {
    const theirs = withDeleted(base, lunch.id, minute(6))
    const { trip } = mergeTrips(null, base, theirs)
    expect(names(trip)).toEqual(['Keynote', 'Ada'])
    expect(trip.deleted.map(({ entry }) => entry.id)).toEqual([lunch.id])
  })

  it('an entry in the trash is restored if the other side has changed it since', () => {
    const ours = edited(base, lunch, { text: 'Soup, and then cake.' }, minute(9))
    const { trip } = mergeTrips(null, ours, withDeleted(base, lunch.id, minute(6)))
    expect(texts(trip)[0]).toBe('Soup, and then cake.')
    expect(trip.deleted).toEqual([])
  })

  it('what one side keeps private stays private', () => {
    const ours = edited(base, lunch, { private: true }, minute(5))
    const theirs = edited(base, lunch, { text: 'Soup. Cake.' }, minute(6))
    expect(mergeTrips(null, ours, theirs).trip.entries[0]).toMatchObject({ private: true, text: 'Soup. Cake.' })
  })
})

describe('an entry that one side deleted', () => {
  it('an entry that one side deleted and the other left alone is deleted, and can be restored', () => {
    const ours = edited(base, ada, { role: 'programmer' }, minute(9))
    const { trip } = mergeTrips(base, ours, withDeleted(base, lunch.id, minute(5)))
    expect(names(trip)).toEqual(['Keynote', 'Ada'])
    expect(trip.deleted[0]?.entry).toEqual(lunch)
  })

  it('a deleted entry stays if the other side edited it in the meantime, whatever the clocks say', () => {
    const ours = edited(base, lunch, { text: 'Soup, and then cake.' }, minute(5))
    const { trip } = mergeTrips(base, ours, withDeleted(base, lunch.id, minute(60)))
    expect(texts(trip)[0]).toBe('Soup, and then cake.')
  })

  it('a deleted entry stays if the other side has restored it', () => {
    const before = withDeleted(base, lunch.id, minute(5))
    const ours = { ...before, updatedAt: minute(8), entries: base.entries, deleted: [] }
    const theirs = edited(before, ada, { role: 'programmer' }, minute(9))
    const { trip } = mergeTrips(before, ours, theirs)
    expect(names(trip)).toEqual(['Lunch', 'Keynote', 'Ada'])
    expect(trip.deleted).toEqual([])
  })

  it('an entry that both sides edited and deleted is kept with both texts', () => {
    const ours = withDeleted(edited(base, lunch, { text: 'Salad.' }, minute(3)), lunch.id, minute(5))
    const theirs = withDeleted(edited(base, lunch, { text: 'Pizza.' }, minute(4)), lunch.id, minute(6))
    const { trip, conflicts } = mergeTrips(base, ours, theirs)
    expect(trip.deleted.map(({ entry }) => entry.text)).toEqual(['Pizza.', 'Salad.'])
    expect(conflicts).toEqual([])
  })
})

describe('the order of entries', () => {
  const four = [1, 2, 3, 4].map((number) => writtenNote(number))
  const start = writtenTrip({ entries: four })

  it('the order is that of the side which rearranged the entries, even if the other added some', () => {
    const ours = inOrder(start, [4, 3, 2, 1], minute(3))
    const added = writtenNote(5, { createdAt: minute(9), updatedAt: minute(9) })
    const theirs = { ...start, updatedAt: minute(9), entries: four.toSpliced(2, 0, added) }
    expect(names(mergeTrips(start, ours, theirs).trip)).toEqual(['Note 4', 'Note 3', 'Note 2', 'Note 5', 'Note 1'])
  })

  it('the order is merged day by day, so that each side can rearrange a different day', () => {
    const days = four.map((entry, index) => ({ ...entry, day: index < 2 ? '2026-04-14' : '2026-04-15' }))
    const both = writtenTrip({ entries: days })
    const { trip } = mergeTrips(both, inOrder(both, [2, 1, 3, 4], minute(3)), inOrder(both, [1, 2, 4, 3], minute(5)))
    expect(names(trip)).toEqual(['Note 2', 'Note 1', 'Note 4', 'Note 3'])
  })

  it('entries that both sides added in the same place are ordered by time', () => {
    const ours = { ...start, updatedAt: minute(3), entries: [...four, noteAt(7, '17:00')] }
    const theirs = { ...start, updatedAt: minute(5), entries: [...four, noteAt(8, '18:00')] }
    expect(names(mergeTrips(start, ours, theirs).trip).slice(4)).toEqual(['Note 7', 'Note 8'])
  })
})

describe('the rest of a trip', () => {
  it('a merged trip has the details and the pictures of both sides', () => {
    const [mine, yours] = [writtenPhoto(7), writtenPhoto(8)]
    const ours = { ...base, city: 'Mainz', photos: [mine], updatedAt: minute(5) }
    const theirs = { ...base, tags: ['python', 'data'], photos: [yours], updatedAt: minute(6) }
    const { trip } = mergeTrips(base, ours, theirs)
    expect(trip).toMatchObject({ city: 'Mainz', tags: ['python', 'data'] })
    expect(trip.photos.map(({ id }) => id).toSorted()).toEqual([mine.id, yours.id])
  })

  it('the other version of a lead that both sides wrote is kept in a private note', () => {
    const lead = (text: string, at: string) => ({ ...base, updatedAt: at, report: { ...base.report, lead: text } })
    const { trip, conflicts } = mergeTrips(base, lead('A fine week.', minute(5)), lead('Three days.', minute(6)))
    expect(trip.report.lead).toBe('Three days.')
    expect(conflicts).toMatchObject([{ of: 'trip', text: 'lead' }])
    const note = trip.entries.find(({ id }) => id === conflicts[0]?.otherId)
    expect(note).toMatchObject({
      kind: 'note',
      private: true,
      text: 'A fine week.',
      title: 'Other version of the lead',
    })
  })

  it('an entry is in the section into which it was moved last', () => {
    const withSections = (first: string[], second: string[], at: string) => ({
      ...base,
      updatedAt: at,
      report: { ...base.report, sections: sections(first, second) },
    })
    const before = withSections([lunch.id, ada.id], [], minute(1))
    const ours = withSections([lunch.id], [ada.id], minute(3))
    const theirs = withSections([ada.id, lunch.id, keynote.id], [], minute(5))
    expect(mergeTrips(before, ours, theirs).trip.report.sections).toEqual(sections([lunch.id, keynote.id], [ada.id]))
  })

  it('the text of a section is merged by paragraphs, and where both changed one, a note keeps the other', () => {
    const before = withText('One.\n\nTwo.', minute(1))
    const apart = mergeTrips(before, withText('1.\n\nTwo.', minute(3)), withText('One.\n\n2.', minute(5), true))
    expect(apart.trip.report.sections[0]).toMatchObject({ text: '1.\n\n2.', numberedEntries: true })
    const both = mergeTrips(before, withText('A.', minute(3)), withText('B.', minute(5))).trip
    expect(both.report.sections[0]?.text).toBe('B.')
    expect(both.entries.find(({ tags }) => tags.includes(OTHER_VERSION_TAG))?.text).toBe('A.')
    const [first, second, third] = [1, 3, 5].map((at) => withText(undefined, minute(at))) as [Trip, Trip, Trip]
    const untouched = mergeTrips(first, second, third).trip
    expect(untouched.report.sections[0]).not.toHaveProperty('text')
  })

  it('a merged trip is newer than both sides, so that it is recognized as following them', () => {
    const ours = edited(base, lunch, { text: 'Soup and bread.' }, minute(5))
    const theirs = edited(base, ada, { role: 'programmer' }, minute(3))
    expect(mergeTrips(base, ours, theirs).trip.updatedAt).toBe(new Date(Date.parse(minute(5)) + 1).toISOString())
  })
})
