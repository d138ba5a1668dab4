import { describe, expect, test } from 'vitest'
import { newTrip } from '../../../electron/journal/edits/new-trip.ts'
import { addPhoto, savePhoto } from '../../../electron/journal/edits/save-photo.ts'
import { saveReport } from '../../../electron/journal/edits/save-report.ts'
import { checkDetails, saveTrip } from '../../../electron/journal/edits/save-trip.ts'
import { describePhoto } from '../../../electron/journal/library/photo-data.ts'
import { defaultReportEntry, tripSchema } from '../../../electron/shared/trip.ts'
import { codeOf, messageOf, someNote, tripWith, valueOf } from '../../support/library.ts'
import { onePixel, someTrip } from '../../support/trips.ts'

const newId = () => crypto.randomUUID()

describe('a new trip', () => {
  test("a new trip matches its schema, and its report has the trip's title", () => {
    const trip = newTrip(someTrip())
    expect(tripSchema.parse(trip)).toEqual(trip)
    expect(trip.report).toMatchObject({
      title: trip.title,
      authors: trip.authors,
      tags: trip.tags,
      arrangement: 'day',
      dayHeadings: { style: 'ordinal', own: {} },
      headingLevel: 2,
      entryHeadings: true,
      talks: 'heading',
      numberedSections: false,
      publishedOn: null,
      published: false,
    })
  })

  test.for([
    [{ lastDay: '2026-04-13' }, 'The last day (2026-04-13) is before the first (2026-04-14).'],
    [{ title: ' \t' }, 'The trip needs a title.'],
    [
      { firstDay: '0206-04-14' },
      'From 0206-04-14 to 2026-04-16 are more than 400 days, the most that a trip can have. Nothing was changed. Is the year right?',
    ],
  ] as const)('a new trip with %j is refused with a sentence', ([changes, sentence]) => {
    expect(messageOf(checkDetails(someTrip(changes)))).toBe(sentence)
  })

  test('a new trip can last one day, or 400', () => {
    expect(checkDetails(someTrip({ lastDay: '2026-04-14' })).ok).toBe(true)
    expect(checkDetails(someTrip({ lastDay: '2027-05-18' })).ok).toBe(true)
    expect(checkDetails(someTrip({ lastDay: '2027-05-19' })).ok).toBe(false)
  })
})

describe('changing the details of a trip', () => {
  test.for([{ lastDay: '2126-04-16' }, { firstDay: '1026-04-14' }, { lastDay: '2026-04-01' }])(
    'the days %j are refused',
    (changes) => {
      expect(saveTrip(tripWith([]), changes).ok).toBe(false)
    },
  )

  test('a trip that is too long already can be renamed and shortened', () => {
    const long = { ...tripWith([]), firstDay: '0206-04-14' }
    expect(valueOf(saveTrip(long, { title: 'Lantern 26', firstDay: '0206-04-14' })).title).toBe('Lantern 26')
    expect(valueOf(saveTrip(long, { firstDay: '2026-04-14' })).firstDay).toBe('2026-04-14')
    expect(saveTrip(long, { lastDay: '2026-04-17' }).ok).toBe(false)
  })

  test('report fields that match the trip change with it', () => {
    const changed = valueOf(saveTrip(tripWith([]), { title: 'Lantern 26', authors: ['Bob'], tags: ['js', 'web'] }))
    expect(changed.report).toMatchObject({ title: 'Lantern 26', authors: ['Bob'], tags: ['js', 'web'] })
  })

  test('report fields that were edited stay', () => {
    const trip = tripWith([])
    const own = { ...trip, report: { ...trip.report, title: 'Three days of light', tags: ['essay'] } }
    const changed = valueOf(saveTrip(own, { title: 'Lantern 26', authors: ['Bob'], tags: ['js'] }))
    expect(changed).toMatchObject({ title: 'Lantern 26', tags: ['js'] })
    expect(changed.report).toMatchObject({ title: 'Three days of light', authors: ['Bob'], tags: ['essay'] })
  })

  test('fields that are not named stay, even if they are named without a value', () => {
    const trip = tripWith([someNote()])
    expect(valueOf(saveTrip(trip, { city: 'Ulm', venue: undefined }))).toEqual({ ...trip, city: 'Ulm' })
  })

  test('entries on days that are no longer in the trip stay', () => {
    const trip = tripWith([someNote({ day: '2026-04-14' })])
    const changed = valueOf(saveTrip(trip, { firstDay: '2026-05-01', lastDay: '2026-05-02' }))
    expect(changed.entries).toEqual(trip.entries)
  })

  test.for([
    [{ lastDay: '2026-04-01' }, 'input.days-reversed'],
    [{ firstDay: '2026-04-17' }, 'input.days-reversed'],
    [{ title: '' }, 'input.title-missing'],
  ] as const)('to %j is refused', ([changes, code]) => {
    expect(codeOf(saveTrip(tripWith([]), changes))).toBe(code)
  })
})

describe('changing a report', () => {
  test('each key of the report is replaced as a whole, and the others stay', () => {
    const trip = tripWith([])
    const dayHeadings = { style: 'date', own: { '2026-04-14': 'Arrival' } } as const
    const changed = valueOf(saveReport(trip, { lead: 'It rained.', dayHeadings, title: undefined }))
    expect(changed.report).toEqual({ ...trip.report, lead: 'It rained.', dayHeadings })
  })

  test('an entry is in the first section that names it, and unknown entries are dropped', () => {
    const [a, b, c] = [someNote(), someNote(), someNote()]
    const trip = { ...tripWith([a, b]), deleted: [{ entry: c, deletedAt: a.createdAt, next: null }] }
    const section = (...entryIds: string[]) => ({ id: newId(), heading: 'S', entryIds })
    const changed = valueOf(
      saveReport(trip, { sections: [section(b.id, newId(), b.id, a.id), section(a.id, c.id), section()] }),
    )
    expect(changed.report.sections.map(({ entryIds }) => entryIds)).toEqual([[b.id, a.id], [c.id], []])
  })

  test('only records of existing and deleted entries are kept', () => {
    const [a, c] = [someNote(), someNote()]
    const trip = { ...tripWith([a]), deleted: [{ entry: c, deletedAt: a.createdAt, next: null }] }
    const entries = { [a.id]: defaultReportEntry, [c.id]: defaultReportEntry, [newId()]: defaultReportEntry }
    expect(Object.keys(valueOf(saveReport(trip, { entries })).report.entries)).toEqual([a.id, c.id])
  })
})

describe('changing the details of a picture', () => {
  test('the details of a picture change, and the picture does not', () => {
    const photo = valueOf(describePhoto(onePixel, 'stage.png'))
    const trip = valueOf(addPhoto(tripWith([]), photo))
    const changed = valueOf(savePhoto(trip, photo.id, { caption: 'The stage', alt: undefined }))
    expect(changed.photos).toEqual([{ ...photo, caption: 'The stage' }])
  })

  test('changing the details of a missing picture is refused', () => {
    expect(codeOf(savePhoto(tripWith([]), newId(), { alt: 'x' }))).toBe('photo.not-in-trip')
  })
})
