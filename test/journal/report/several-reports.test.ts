import { describe, expect, it } from 'vitest'
import { putReport, removeReport, saveReport } from '../../../electron/journal/edits/save-report.ts'
import { saveTrip } from '../../../electron/journal/edits/save-trip.ts'
import { compareVersions } from '../../../electron/journal/history/compare-versions.ts'
import { mergeTrips } from '../../../electron/journal/merge/merge-trips.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { stringifyMarkdown } from '../../../electron/journal/markdown/stringify-markdown.ts'
import { checkTrip } from '../../../electron/journal/trip-file/check-trip.ts'
import { createTripEncoder } from '../../../electron/journal/trip-file/encode-trip.ts'
import { decodeTrip } from '../../../electron/journal/trip-file/trip-file.ts'
import { inReport, reportIdOf, reportsOf } from '../../../electron/shared/report/in-report.ts'
import { daysWithoutReport, makeReport } from '../../../electron/shared/report/report-kinds.ts'
import { emptyPlan } from '../../../electron/shared/programme.ts'
import { type ReportKind, reportKinds, type Trip } from '../../../electron/shared/trip.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { edited, idOf, minute, writtenNote, writtenTalk, writtenTrip } from '../../support/written-trip.ts'

const lunch = writtenNote(1, { title: 'Lunch', text: 'Soup. And bread.' })
const keynote = writtenTalk(2, { title: 'Keynote', text: 'Small models win. Nobody knew.', highlight: true })
const diary = writtenNote(3, { title: 'Diary', text: 'I was tired.', highlight: true, private: true })
const late = writtenTalk(4, { title: 'Late talk', day: '2026-04-15', text: 'It was **late. Very** late. Then bed.' })
const plain = writtenTrip({ entries: [lunch, keynote, diary, late] })

const at = (state: Trip, minutes: number) => ({ ...state, updatedAt: minute(minutes) })

function withReport(trip: Trip, kind: ReportKind, first: number, day = '2026-04-15'): Trip {
  let next = first
  const report = makeReport(kind, '', { trip, plan: emptyPlan, day, newId: () => idOf(next++) })
  return valueOf(putReport(trip, report, null))
}

const memo = idOf(102)
const trip = withReport(plain, 'memo', 102)
const other = (of: Trip, id = memo) => of.reports?.find((report) => report.id === id)
const postOf = (of: Trip, id: string) => stringifyMarkdown(composePost(inReport(of, id) ?? of).post.tree)

describe('a trip seen in one of its reports', () => {
  it('a trip that is seen in another report and then in its first one again is what it was', () => {
    const two = withReport(trip, 'talks', 200)
    for (const { id } of reportsOf(two)) {
      const seen = inReport(two, id) ?? two
      expect(reportIdOf(seen)).toBe(id)
      expect(reportsOf(seen)).toEqual(reportsOf(two))
      expect(inReport(seen, two.id)).toEqual(two)
    }
    expect(inReport(two, idOf(999))).toBeNull()
  })

  it('an edit of one report leaves the others and the journal as they are', () => {
    const after = valueOf(saveReport(trip, { lead: 'For the boss.' }, memo))
    expect(other(after)).toEqual({ ...other(trip), lead: 'For the boss.' })
    expect({ ...after, reports: trip.reports }).toEqual(trip)
    expect(codeOf(saveReport(trip, { lead: '' }, idOf(999)))).toBe('report.missing')
  })

  it('the first report cannot be removed, and the last of the others leaves nothing behind', () => {
    expect(codeOf(removeReport(trip, trip.id))).toBe('report.first')
    expect(valueOf(removeReport(trip, memo))).toEqual(plain)
  })

  it('the titles of all reports that are the title of the trip follow it', () => {
    const after = valueOf(saveTrip(withReport(trip, 'bluesky', 200), { title: 'PyCon' }))
    expect(reportsOf(after).map(({ title }) => title)).toEqual(['PyCon', 'Memo: PyCon DE 2026', 'PyCon'])
  })
})

describe('what a new report includes', () => {
  it('a memo begins with the starred entries, and later ones are left out until they are chosen', () => {
    const later = { ...trip, entries: [...trip.entries, writtenNote(9, { text: 'A late secret.', highlight: true })] }
    const post = postOf(later, memo)
    expect(post).toContain('I attended PyCon DE 2026')
    expect(post).toMatch(/## Findings[^]*Small models win[^]*## Recommendations[^]*## Cost/)
    for (const words of ['Soup', 'tired', 'late']) expect(post).not.toContain(words)
  })

  it('a report of attended talks has each in a sentence, and not those that were missed', () => {
    const session = idOf(50)
    const mark = { star: null, starredAt: null, attendance: 'missed' as const, attendedAt: null }
    const missed = writtenTalk(8, { title: 'Missed', text: 'I slept.', sessionId: session })
    const source = { ...plain, entries: [...plain.entries, missed] }
    const plan = { ...emptyPlan, marks: { [session]: mark } }
    let next = 300
    const report = makeReport('talks', '', { trip: source, plan, day: '', newId: () => idOf(next++) })
    const post = postOf(valueOf(putReport(source, report, null)), report.id)
    expect(post).toContain('Small models win.')
    expect(post).toContain('It was **late. Very** late.')
    for (const words of ['Soup', 'Nobody', 'bed', 'slept']) expect(post).not.toContain(words)
  })

  it('a report of one day has the entries of that day, even if another one is included by hand', () => {
    const day = idOf(200)
    const entries = { [lunch.id]: { include: true, heading: null, excerpt: null, talk: null } }
    const after = valueOf(saveReport(withReport(plain, 'day', 200), { entries }, day))
    expect(postOf(after, day)).toContain('late')
    expect(postOf(after, day)).not.toContain('Soup')
    expect(daysWithoutReport(after)).toEqual(['2026-04-14'])
  })

  it('no report has private entries', () => {
    for (const kind of reportKinds) {
      const made = withReport(plain, kind, 200, '2026-04-14')
      for (const { id } of reportsOf(made)) expect(postOf(made, id)).not.toContain('tired')
    }
  })
})

describe('several reports on the disk', () => {
  it('a trip with several reports is written and read back as it was', () => {
    const two = withReport(trip, 'talks', 200)
    const bytes = Buffer.concat([...createTripEncoder()(two)])
    expect(valueOf(decodeTrip(bytes, 'trip.json'))).toEqual(two)
    expect(bytes.toString().replace(/ {2}"checksum.*\n/, '')).toBe(`${JSON.stringify(two, null, 2)}\n`)
  })

  it('two reports with the same id are refused', () => {
    const twice = { ...trip, reports: [...(trip.reports ?? []), ...(trip.reports ?? [])] }
    expect(codeOf(checkTrip(twice, trip))).toBe('input.repeated')
  })

  it('each report is compared with a version on its own', () => {
    const after = valueOf(saveReport(trip, { lead: 'For the boss.' }, memo))
    expect(compareVersions(trip, after, null)).toMatchObject([
      { of: 'other-report', what: 'changed', reportId: memo, fields: [{ field: 'lead' }] },
    ])
    expect(compareVersions(plain, trip, null)).toMatchObject([{ of: 'other-report', what: 'added' }])
    expect(compareVersions(trip, plain, null)).toMatchObject([{ of: 'other-report', what: 'deleted' }])
  })
})

describe('several reports that were changed apart', () => {
  it('each report has the changes of both sides', () => {
    const ours = at(valueOf(saveReport(trip, { lead: 'For the boss.' }, memo)), 5)
    const theirs = at(valueOf(saveReport(trip, { title: 'A memo' }, memo)), 3)
    const { trip: merged, conflicts } = mergeTrips(trip, ours, theirs)
    expect(conflicts).toEqual([])
    expect(other(merged)).toMatchObject({ lead: 'For the boss.', title: 'A memo' })
    expect(merged.report).toEqual(trip.report)
  })

  it('a report that one side deleted is gone, unless the other side changed it', () => {
    const without = at(valueOf(removeReport(trip, memo)), 5)
    const written = at(valueOf(saveReport(trip, { lead: 'For the boss.' }, memo)), 3)
    expect(mergeTrips(trip, without, at(trip, 3)).trip.reports).toBeUndefined()
    expect(other(mergeTrips(trip, without, written).trip)?.lead).toBe('For the boss.')
  })

  it('a conflict copy is in no report', () => {
    const blog = idOf(200)
    const two = withReport(trip, 'blog', 200)
    const { trip: merged, conflicts } = mergeTrips(
      two,
      edited(two, lunch, { text: 'Ours was a stew.' }, minute(5)),
      edited(two, lunch, { text: 'Theirs had noodles.' }, minute(3)),
    )
    const [copy] = conflicts
    expect(copy).toBeDefined()
    for (const report of reportsOf(merged)) expect(report.entries[copy?.otherId ?? '']?.include).toBe(false)
    expect(postOf(merged, blog)).not.toContain('noodles')
  })
})
