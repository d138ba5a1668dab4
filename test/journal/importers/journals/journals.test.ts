import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../../electron/shared/trip.ts'
import { render } from '../../../../electron/shared/messages/translate.ts'
import { applyPlan } from '../../../../electron/journal/importers/apply-plan.ts'
import { planOf } from '../../../../electron/shared/import-draft.ts'
import { dateOf } from '../../../../electron/shared/journal-days.ts'
import { lostWords, readJournal, writtenJournals } from '../../../support/journals.ts'
import { addReport } from '../../../../electron/journal/importers/add-report.ts'
import { someNote, tripWith, valueOf } from '../../../support/library.ts'

const textOf = (entry: Entry, title: string): string => `${title}\n${entry.text}`

describe.for(writtenJournals.map((journal) => [journal.format, journal] as const))('a journal of %s', ([, journal]) => {
  test('it is read with its days, times, titles, tags, stars and pictures, and no word is lost', async () => {
    const read = valueOf(await readJournal(journal.files()))
    const { draft, trip } = read
    expect(read.format).toBe(journal.format)
    const times = draft.entries.map((entry) => [dateOf(entry), entry.start].filter(Boolean).join(' '))
    expect(times).toEqual(journal.times)
    expect(draft.entries.map(({ title }) => title)).toEqual(journal.titles)
    expect(new Set(trip.entries.flatMap(({ tags }) => tags))).toEqual(new Set(journal.tags))
    expect(trip.entries.filter(({ highlight }) => highlight)).toHaveLength(journal.starred)
    expect(trip.photos.map(({ originalName }) => originalName).toSorted()).toEqual(journal.pictures.toSorted())
    for (const { id } of trip.photos) expect(trip.entries.some(({ text }) => text.includes(`](photo:${id}`))).toBe(true)
    const lost = journal.words.map((words, index) => {
      const entry = trip.entries[index]
      return entry === undefined ? words : lostWords(words, textOf(entry, draft.entries[index]?.title ?? ''))
    })
    expect(lost.flat()).toEqual([])
  })

  test('what Lanyard has no place for is named', async () => {
    const { remarks } = valueOf(await readJournal(journal.files()))
    const sentences = remarks.map((one) => render(one)).join('\n')
    for (const expected of journal.leftOut) expect(sentences).toMatch(expected)
  })
})

test('only the entries in the chosen days become entries of the trip, with only their pictures and in their zone', async () => {
  const dayOne = writtenJournals.find(({ format }) => format === 'day-one')
  const read = valueOf(await readJournal(dayOne?.files() ?? []))
  const tokyo = planOf(read.draft, { firstDay: '2026-04-15', lastDay: '2026-04-15' })
  expect(tokyo.entries.map((entry) => entry?.day ?? null)).toEqual([null, '2026-04-15'])
  const second = valueOf(applyPlan(read, tokyo, tokyo.details.timeZone))
  expect(second).toMatchObject({
    timeZone: 'Asia/Tokyo',
    photos: [],
    entries: [{ start: '2026-04-15T16:00:00+09:00' }],
  })
  const first = valueOf(applyPlan(read, planOf(read.draft, { firstDay: '2026-04-14', lastDay: '2026-04-14' }), 'UTC'))
  expect(first).toMatchObject({
    entries: [{ day: '2026-04-14', start: '2026-04-14T00:30:00+02:00', highlight: true, tags: ['travel', 'pycon'] }],
  })
  expect(first.photos).toHaveLength(2)
})

test('entries of a journal that are added to a trip appear in its report like those that are written there', async () => {
  const read = valueOf(await readJournal(writtenJournals[0]?.files() ?? []))
  const { firstDay, lastDay } = { firstDay: '2026-04-14', lastDay: '2026-04-15' }
  const added = valueOf(applyPlan(read, planOf(read.draft, { firstDay, lastDay }), 'Europe/Berlin'))
  const trip = tripWith([someNote({ title: 'Before' })])
  const result = addReport(trip, added)
  expect(result.report).toEqual(trip.report)
  expect(result.entries.map(({ day }) => day)).toEqual([...trip.entries.map(({ day }) => day), firstDay, lastDay])
})
