import { describe, expect, it } from 'vitest'
import { newReport } from '../../../electron/shared/report/new-report.ts'
import type { Report, ReportChanges } from '../../../electron/shared/trip.ts'
import { takeBack } from '../../../renderer/state/report-undo.ts'
import { someTrip } from '../../support/trips.ts'

const section = (id: string, heading: string, entryIds: string[] = []) => ({ id, heading, entryIds })
const before: Report = {
  ...newReport(someTrip()),
  sections: [section('a', 'Keynotes', ['1']), section('b', 'People', ['2'])],
}

/** The report after an edit, perhaps further edits, and an undo of the first. */
function undone(edit: ReportChanges, since: ReportChanges = {}, from = before): Report {
  const now = { ...from, ...edit, ...since }
  return { ...now, ...takeBack(from, edit)(now).changes }
}

type Sections = Report['sections']

/** The sections after an edit, what others did since, and an undo of the edit. */
const sectionsOf = (edit: Sections, since: Sections, from = before): Sections =>
  undone({ sections: edit }, { sections: since }, from).sections

describe('undoing an edit of the report', () => {
  it('undo resets what the edit had set', () => {
    expect(undone({ arrangement: 'theme', numberedSections: true })).toEqual(before)
  })

  it('undo keeps everything else as it is by now', () => {
    expect(undone({ arrangement: 'theme' }, { lead: 'Typed since.' }).lead).toBe('Typed since.')
  })

  it('undo forgets an entry that was included where only chosen ones are, and keeps what was set since', () => {
    const memo: Report = { ...before, includesNew: false }
    const included = { include: true, heading: null, excerpt: null, talk: null }
    expect(undone({ entries: { 1: included } }, {}, memo)).toEqual(memo)
    const renamed = { ...included, heading: 'Models' }
    expect(undone({ entries: { 1: included } }, { entries: { 1: renamed } }, memo).entries).toEqual({
      1: { ...renamed, include: false },
    })
  })

  it('undo restores a section that was removed, with its entries', () => {
    expect(undone({ sections: [section('b', 'People', ['2'])] })).toEqual(before)
  })

  it('undo resets the order and keeps a heading that was typed since', () => {
    const moved = [section('b', 'People', ['2']), section('a', 'Keynotes', ['1'])]
    const typed = [section('b', 'People I met', ['2']), section('a', 'Keynotes', ['1'])]
    expect(undone({ sections: moved }, { sections: typed }).sections).toEqual([
      section('a', 'Keynotes', ['1']),
      section('b', 'People I met', ['2']),
    ])
  })

  it('undo resets a heading that the edit itself had set', () => {
    const renamed = [section('a', 'Talks', ['1']), section('b', 'People', ['2'])]
    expect(undone({ sections: renamed })).toEqual(before)
  })

  it('undo takes back the text of a section, and keeps one that was typed since', () => {
    const people = section('b', 'People', ['2'])
    const written = [{ ...section('a', 'Keynotes', ['1']), text: 'In short.' }, people]
    expect(undone({ sections: written })).toEqual(before)
    const since = [{ ...section('a', 'Keynotes'), text: 'In short.' }, people]
    expect(undone({ sections: [section('a', 'Keynotes'), people] }, { sections: since }).sections).toEqual(written)
  })

  it('undo resets only the fields of an entry’s record that the edit had set', () => {
    const record = { include: false, heading: null, excerpt: null, talk: null }
    const since = { entries: { '1': { ...record, heading: 'Typed since' }, '2': { ...record, include: true } } }
    expect(undone({ entries: { '1': record } }, since).entries).toEqual({
      '1': { ...record, include: true, heading: 'Typed since' },
      '2': { ...record, include: true },
    })
  })
})

/** What another computer did, or a later edit, before the undo. */
describe('undoing an edit of the report after others have changed it, too', () => {
  const [keynotes, people] = [section('a', 'Keynotes', ['1']), section('b', 'People', ['2'])]

  it('undo keeps a section that was added since', () => {
    const food = section('c', 'Food', ['3'])
    const renamed = section('a', 'Talks', ['1'])
    expect(sectionsOf([renamed, people], [renamed, food, people])).toEqual([keynotes, food, people])
    expect(sectionsOf([people, keynotes], [people, keynotes, food])).toEqual([keynotes, food, people])
  })

  it('undo leaves a section away that was deleted since', () => {
    expect(sectionsOf([section('a', 'Talks', ['1']), people], [people])).toEqual([people])
  })

  it('undo removes the section that it had added, unless something was put into it since', () => {
    const food = section('c', 'Food')
    expect(sectionsOf([keynotes, people, food], [people, keynotes, food])).toEqual([people, keynotes])
    const filled = section('c', 'Food', ['3'])
    expect(sectionsOf([keynotes, people, food], [keynotes, people, filled])).toEqual([keynotes, people, filled])
  })

  it('undo keeps the order into which sections were moved since', () => {
    const renamed = section('a', 'Talks', ['1'])
    expect(sectionsOf([renamed, people], [people, renamed])).toEqual([people, keynotes])
  })

  it('undo puts a moved entry back, and leaves those where they are that were moved since', () => {
    const from = { ...before, sections: [section('a', 'Keynotes', ['1', '2', '3']), section('b', 'People')] }
    const made = [section('a', 'Keynotes', ['2', '3']), section('b', 'People', ['1'])]
    const since = [section('a', 'Keynotes', ['3', '4']), section('b', 'People', ['1', '2'])]
    expect(sectionsOf(made, since, from)).toEqual([
      section('a', 'Keynotes', ['1', '3', '4']),
      section('b', 'People', ['2']),
    ])
  })

  it('undo restores a removed section without the entries that are in another one by now', () => {
    expect(sectionsOf([people], [section('b', 'People', ['2', '1'])])).toEqual([
      section('a', 'Keynotes'),
      section('b', 'People', ['2', '1']),
    ])
  })

  it('undo keeps words that others wrote into the same text', () => {
    const from = { ...before, lead: 'It rained.' }
    expect(undone({ lead: 'It rained. We danced.' }, { lead: 'Monday. It rained. We danced.' }, from).lead).toBe(
      'Monday. It rained.',
    )
    const written = [{ ...keynotes, text: 'In short.' }, people]
    const theirs = [{ ...keynotes, text: 'At length.' }, people]
    expect(sectionsOf(written, theirs)).toEqual(theirs)
  })

  it('undo changes nothing, and says so, where others have set the same thing since', () => {
    const answer = takeBack(before, { arrangement: 'theme', publishedOn: '2026-04-20' })
    const now: Report = { ...before, arrangement: 'theme', publishedOn: '2026-04-21' }
    expect(answer(now)).toEqual({ changes: { arrangement: before.arrangement }, isOvertaken: true })
    expect(answer({ ...now, publishedOn: '2026-04-20' })).toMatchObject({ isOvertaken: false })
  })

  it('undo resets one heading of a day, one tag and one name, and keeps the others', () => {
    const own = { '2026-04-14': 'Trains' }
    const made: ReportChanges = { dayHeadings: { ...before.dayHeadings, own }, tags: ['rain', 'soup'] }
    const since: ReportChanges = {
      dayHeadings: { ...before.dayHeadings, own: { ...own, '2026-04-15': 'Soup' } },
      tags: ['rain', 'soup', 'tea'],
    }
    expect(undone(made, since, { ...before, tags: ['rain'] })).toMatchObject({
      dayHeadings: { own: { '2026-04-15': 'Soup' } },
      tags: ['rain', 'tea'],
    })
  })
})
