import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkTrip } from '../../../electron/journal/check/check-trip.ts'
import { writtenTargets } from '../../support/exports.ts'
import { runExport } from '../../../electron/journal/exporters/run-export.ts'
import { openLibrary } from '../../../electron/journal/sync/open-library.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { readProgramme } from '../../../electron/journal/programmes/programme-store.ts'
import { addSample } from '../../../electron/journal/sample/index.ts'
import { render } from '../../../electron/shared/messages/translate.ts'
import { findClashes, plannedSessions } from '../../../electron/shared/programme/clashes.ts'
import { eveningOf } from '../../../electron/shared/programme/evening.ts'
import { indexSessions } from '../../../electron/shared/programme/index-sessions.ts'
import { dayAt, daysFromTo } from '../../../electron/shared/time.ts'
import { type Trip, tripSchema } from '../../../electron/shared/trip.ts'

let folder: string
let trips: Trip[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanyard-sample-'))
  trips = await add()
  return () => rm(folder, { recursive: true, force: true })
})

/** In a library that is opened just for this, as after a new start. */
async function add(): Promise<Trip[]> {
  const library = openLibrary({ folder })
  const added = await addSample(library)
  await library.close()
  if (!added.ok) throw new Error(render(added.error))
  return added.value
}

const PICTURE_BYTES = 60 * 1024

describe('the sample', () => {
  test('the sample has two trips, one by day and one by theme', () => {
    expect(trips.map((trip) => trip.report.arrangement)).toEqual(['day', 'theme'])
    for (const trip of trips) expect(tripSchema.parse(trip)).toEqual(trip)
  })

  test('the sample is written into the library with its pictures', async () => {
    const folders = (await readdir(folder)).filter((name) => !name.startsWith('.'))
    expect(folders.toSorted()).toEqual(['2026-05-18-tidewater-2026', '2026-09-24-commonplace-2026'])
    for (const [index, name] of folders.toSorted().entries()) {
      const files = await readdir(join(folder, name, 'photos'))
      expect(files.toSorted()).toEqual(trips[index]?.photos.map((photo) => photo.file).toSorted())
      for (const file of files) {
        const data = await readFile(join(folder, name, 'photos', file))
        expect(data.subarray(1, 4).toString('latin1')).toBe('PNG')
        expect(data.byteLength).toBeLessThan(PICTURE_BYTES)
      }
    }
  })

  test('the sample is not added twice, and one that was edited is left alone', async () => {
    const library = openLibrary({ folder })
    const [first] = trips
    if (first === undefined) throw new Error('There is no sample.')
    await library.update(first.id, (trip) => ({ ok: true, value: { ...trip, title: 'Mine now' } }))
    await library.close()
    const again = await add()
    expect(again.map((trip) => trip.id)).toEqual(trips.map((trip) => trip.id))
    expect(again[0]?.title).toBe('Mine now')
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toHaveLength(2)
  })

  test('the sample has each kind of entry and each element of a text', () => {
    for (const trip of trips) {
      expect(trip.entries.length).toBeGreaterThanOrEqual(12)
      expect(new Set(trip.entries.map((entry) => entry.kind)).size).toBe(3)
      expect(trip.entries.some((entry) => entry.private)).toBe(true)
      expect(trip.entries.some((entry) => entry.highlight)).toBe(true)
      expect(trip.entries.some((entry) => entry.kind === 'talk' && entry.own && entry.links.length > 0)).toBe(true)
      const texts = trip.entries.map((entry) => entry.text).join('\n\n')
      for (const thing of [/^> /m, /“/, /^- /m, /^1\. /m, /^\| :-/m, /^- \[ \] /m, /^- \[x\] /m, /^~~~\w+$/m]) {
        expect(texts).toMatch(thing)
      }
      expect(trip.report.lead + trip.report.closing.text).not.toBe('')
    }
    const [byDay, byTheme] = trips
    expect(byDay?.report.lead).toMatch(/\]\(https:/)
    expect(byTheme?.report.sections.length).toBeGreaterThan(4)
  })

  test('the sample has every entry on the day of its start, during the trip or next to it, ordered by time', () => {
    for (const trip of trips) {
      const days = daysFromTo(trip.firstDay, trip.lastDay)
      expect(new Set(trip.entries.map((entry) => entry.day)).size).toBeGreaterThan(days.length)
      const starts = trip.entries.map((entry) => entry.start ?? '')
      expect(starts.toSorted()).toEqual(starts)
      for (const { day, start } of trip.entries) expect(start === null ? day : dayAt(start, trip.timeZone)).toBe(day)
    }
  })

  test('the sample shows each picture in one text, with an alternative text', () => {
    for (const trip of trips) {
      const texts = trip.entries.map((entry) => entry.text).join('\n\n')
      expect(trip.photos.length).toBeGreaterThanOrEqual(3)
      for (const { id, alt, caption } of trip.photos) {
        expect(alt).not.toBe('')
        expect(texts.split(`![${alt}](photo:${id} "${caption}")`)).toHaveLength(2)
      }
    }
  })

  test('the sample includes every entry that is not private, each in one place', () => {
    const [, byTheme] = trips
    const told = byTheme?.report.sections.flatMap((section) => section.entryIds)
    expect(told?.toSorted()).toEqual(
      byTheme?.entries
        .filter((entry) => !entry.private)
        .map((entry) => entry.id)
        .toSorted(),
    )
    for (const trip of trips) {
      const ids = new Set(trip.entries.map((entry) => entry.id))
      for (const id of Object.keys(trip.report.entries)) expect(ids).toContain(id)
    }
  })

  test('the reports of the sample have no remarks, and each target exports them completely', async () => {
    const library = openLibrary({ folder })
    const exports = await mkdtemp(join(tmpdir(), 'lanyard-sample-exports-'))
    for (const trip of trips) {
      expect(composePost(trip)).toMatchObject({ remarks: [], unplaced: [] })
      for (const { id: target } of writtenTargets) {
        const exported = await runExport({
          trip,
          library,
          target,
          folder: join(exports, target),
          replace: false,
          signal: new AbortController().signal,
          onProgress: () => {},
        })
        expect(exported).toMatchObject({
          ok: true,
          value: { differences: [], census: { pictures: trip.photos.length } },
        })
      }
    }
    const told = await readFile(
      join(exports, 'markdown', 'software-salt-three-days-at-tidewater-2026', 'index.md'),
      'utf8',
    )
    expect(told).toContain('## Getting There')
    expect(told).not.toContain('Hanne')
    await library.close()
    await rm(exports, { recursive: true })
  })
})

async function programmeOf(tripId: string) {
  const library = openLibrary({ folder })
  const state = await readProgramme(library, tripId)
  await library.close()
  if (!state.ok) throw new Error(render(state.error))
  return state.value
}

describe('the programme of the sample', () => {
  test('the programme of the sample is connected to its talks, and has stars and a clash', async () => {
    const [first] = trips
    if (first === undefined) throw new Error('There is no sample.')
    const { programme, plan } = await programmeOf(first.id)
    const sessions = programme?.sessions ?? []
    const ids = new Set(sessions.map(({ id }) => id))
    expect(ids.size).toBe(sessions.length)
    const talks = first.entries.filter((entry) => entry.kind === 'talk')
    expect(talks.every(({ sessionId = '' }) => ids.has(sessionId))).toBe(true)
    expect(Object.keys(plan.marks).every((id) => ids.has(id))).toBe(true)
    expect(findClashes(plannedSessions(indexSessions(sessions), plan)).size).toBeGreaterThan(0)
    for (const { day } of sessions) expect(daysFromTo(first.firstDay, first.lastDay)).toContain(day)
  })

  test('somebody met on the first trip of the sample gives a talk on the second', async () => {
    const [first, second] = trips
    const met = first?.entries.flatMap((entry) => (entry.kind === 'encounter' ? [entry.who] : [])) ?? []
    const speakers = second?.entries.flatMap((entry) => (entry.kind === 'talk' ? entry.speakers : [])) ?? []
    expect(speakers.map(({ name }) => name).filter((name) => met.includes(name))).toEqual(['Theo Marchetti'])
  })

  test('the evenings of the sample are told, except for one talk that was attended', async () => {
    const [first] = trips
    if (first === undefined) throw new Error('There is no sample.')
    const { programme, plan } = await programmeOf(first.id)
    const evening = eveningOf({ programme, plan }, first.entries, '2026-05-19')
    expect(evening.attended.filter(({ isTold }) => !isTold).map(({ title }) => title)).toEqual([
      'Small Screens, Cold Hands',
    ])
    expect(Object.keys(plan.evenings)).toEqual(['2026-05-18', '2026-05-20'])
  })

  test('the check finds one misspelt name in the sample, and nothing else', async () => {
    const remarks = await Promise.all(
      trips.map(async (trip) => checkTrip({ trip, programme: (await programmeOf(trip.id)).programme, choices: null })),
    )
    expect(remarks.flat().map(({ text }) => text)).toEqual(['Beatrix Fontão'])
  })
})
