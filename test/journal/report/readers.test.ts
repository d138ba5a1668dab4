import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { putReport } from '../../../electron/journal/edits/save-report.ts'
import type { Pictures } from '../../../electron/journal/exporters/exporter.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { optionValuesSchema } from '../../../electron/shared/export-options.ts'
import { inReport, reportsOf } from '../../../electron/shared/report/in-report.ts'
import { newReport } from '../../../electron/shared/report/new-report.ts'
import type { Entry, OtherReport, Trip } from '../../../electron/shared/trip.ts'
import { writtenTargets } from '../../support/exports.ts'
import { valueOf } from '../../support/library.ts'
import { photoOf } from '../../support/photos.ts'
import { onePixel } from '../../support/trips.ts'
import { unpackAll } from '../../support/unpack-all.ts'
import { idOf, writtenNote, writtenTalk, writtenTrip } from '../../support/written-trip.ts'

const days = ['2026-04-14', '2026-04-15'] as const
const photo = photoOf()
const pictures: Pictures = new Map([[photo.id, { photo, data: new Uint8Array(onePixel) }]])

/** A word that occurs nowhere else, for each text that some reader may get. */
const mark = (name: string) => `mark${name}z`
const marks = /mark[a-y0-9]+z/g

const someEntry = fc.record({
  isTalk: fc.boolean(),
  day: fc.constantFrom(...days),
  private: fc.boolean(),
  hasPicture: fc.boolean(),
})
/** What a report says about an entry; `null` for nothing. */
const someRecord = fc.option(fc.record({ include: fc.boolean(), hasExcerpt: fc.boolean() }))
const someReport = fc.record({
  includesNew: fc.boolean(),
  only: fc.constantFrom(undefined, { day: days[0] }, { kind: 'talk' as const }),
  texts: fc.constantFrom('whole' as const, 'first-sentence' as const),
  arrangement: fc.constantFrom('day' as const, 'theme' as const),
  records: fc.array(someRecord, { minLength: 6, maxLength: 6 }),
  /** Which entries are in a section of a report by theme. */
  filed: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
})
const situation = fc.record({
  entries: fc.array(someEntry, { minLength: 3, maxLength: 6 }),
  reports: fc.array(someReport, { minLength: 2, maxLength: 3 }),
})
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never

function entryOf(made: Situation['entries'][number], index: number): Entry {
  const shown = made.hasPicture ? `\n\n![${mark(`alt${index}`)}](photo:${photo.id} "${mark(`caption${index}`)}")` : ''
  const text = `First ${mark(`first${index}`)}. Then ${mark(`rest${index}`)}.${shown}`
  const fields = { day: made.day, private: made.private, title: mark(`title${index}`), text }
  return made.isTalk ? writtenTalk(index, fields) : writtenNote(index, fields)
}

function reportOf(trip: Trip, made: Situation['reports'][number], number: number): OtherReport {
  const of = (name: string) => mark(`${name}r${number}`)
  const records = trip.entries.flatMap(({ id }, index) => {
    const record = made.records[index]
    if (!record) return []
    const excerpt = record.hasExcerpt ? `Short ${of(`excerpt${index}`)}.` : null
    return [[id, { include: record.include, heading: null, excerpt, talk: null }] as const]
  })
  const section = {
    id: idOf(900 + number),
    heading: of('section'),
    text: of('sectiontext'),
    entryIds: trip.entries.flatMap(({ id }, index) => (made.filed[index] ? id : [])),
  }
  const { includesNew, only, texts, arrangement } = made
  return {
    ...newReport(trip),
    id: idOf(800 + number),
    kind: 'memo',
    includesNew,
    ...(only && { only }),
    texts,
    // Some targets leave the title of the post to the form that takes the text.
    title: `Report ${number}`,
    lead: of('lead'),
    closing: { heading: of('end'), text: of('closing') },
    arrangement,
    sections: [section],
    entries: Object.fromEntries(records),
  }
}

function tripOf({ entries, reports }: Situation): Trip {
  const empty = writtenTrip({ entries: entries.map(entryOf), photos: [photo] })
  return reports.reduce((trip, made, number) => valueOf(putReport(trip, reportOf(trip, made, number), null)), empty)
}

/** What the readers of a report may get, told apart from how the program decides it. */
function meantFor({ entries, reports }: Situation, number: number): Set<string> {
  const made = reports[number]
  if (!made) throw new Error('There is no such report.')
  const of = (name: string) => mark(`${name}r${number}`)
  const meant = new Set(['lead', 'end', 'closing'].map(of))
  if (made.arrangement === 'theme') for (const name of ['section', 'sectiontext']) meant.add(of(name))
  for (const [index, entry] of entries.entries()) {
    const record = made.records[index] ?? null
    const isMeant =
      !entry.private &&
      (record?.include ?? made.includesNew) &&
      (made.only?.day === undefined || made.only.day === entry.day) &&
      (made.only?.kind === undefined || entry.isTalk) &&
      (made.arrangement === 'day' || made.filed[index] === true)
    if (!isMeant) continue
    meant.add(mark(`title${index}`))
    if (record?.hasExcerpt) meant.add(of(`excerpt${index}`))
    else {
      meant.add(mark(`first${index}`))
      if (made.texts === 'whole') {
        meant.add(mark(`rest${index}`))
        if (entry.hasPicture) for (const name of ['alt', 'caption']) meant.add(mark(`${name}${index}`))
      }
    }
  }
  return meant
}

/** The marks in each output of a report, by target. */
async function foundIn(trip: Trip): Promise<Map<string, Set<string>>> {
  const { post } = composePost(trip)
  const found = new Map<string, Set<string>>()
  for (const exporter of writtenTargets) {
    const writer = await exporter.load()
    const { files } = valueOf(await writer.write(post, pictures, optionValuesSchema(exporter.options).parse({})))
    const texts = files.flatMap(({ data }) => unpackAll(Buffer.from(data)).map((bytes) => bytes.toString('latin1')))
    found.set(exporter.id, new Set(texts.flatMap((text) => text.match(marks) ?? [])))
  }
  return found
}

const sorted = (set: ReadonlySet<string>) => [...set].toSorted()
const runs = { numRuns: Number(process.env['LANYARD_RUNS'] ?? 4), seed: 12 }

test('in every output, each report has the sentences that it includes, and none of any other report or entry', async () => {
  await fc.assert(
    fc.asyncProperty(situation, async (made) => {
      const trip = tripOf(made)
      for (const [number, { id }] of reportsOf(trip).slice(1).entries()) {
        const meant = sorted(meantFor(made, number))
        for (const [target, found] of await foundIn(inReport(trip, id) ?? trip)) {
          expect([target, sorted(found)]).toEqual([target, meant])
        }
      }
    }),
    runs,
  )
})

test('a sentence that reaches a reader it was not included for is found in every output', async () => {
  const made: Situation = {
    entries: [{ isTalk: false, day: days[0], private: false, hasPicture: false }],
    reports: [
      { includesNew: false, only: undefined, texts: 'whole', arrangement: 'day', records: [], filed: [] },
      { includesNew: true, only: undefined, texts: 'whole', arrangement: 'day', records: [], filed: [] },
    ],
  }
  const trip = tripOf(made)
  const seen = inReport(trip, idOf(800)) ?? trip
  const careless = { ...seen, report: { ...seen.report, includesNew: true } }
  for (const found of (await foundIn(careless)).values()) {
    const leaked = sorted(found).filter((sentence) => !meantFor(made, 0).has(sentence))
    expect(leaked).toEqual([mark('first0'), mark('rest0'), mark('title0')])
  }
})
