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
  return { ...now, ...takeBack(from, edit)(now) }
}

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
