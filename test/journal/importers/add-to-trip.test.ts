import { describe, expect, test } from 'vitest'
import type { ImportFile } from '../../../electron/journal/importers/importer.ts'
import { stringifyMarkdown } from '../../../electron/journal/markdown/stringify-markdown.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { addTrip, codeOf, someLibrary, someNote, tripWith, valueOf } from '../../support/library.ts'
import { importInto } from '../../support/import-into.ts'
import { file, importDefaults } from '../../support/reports.ts'
import { onePixel } from '../../support/trips.ts'

const report = file(
  'more.md',
  '---\ntitle: "More"\n---\nLead.\n\n## A\n\nIntro.\n\n### A1\n\n![x](x.png)\n\n## B\n\nOther.\n',
)

function add(library: Library, tripId: string, ...files: ImportFile[]) {
  return importInto({ files, tripId, library, defaults: importDefaults })
}

function told(trip: Trip): string {
  return stringifyMarkdown(composePost(trip).post.tree)
}

describe('a report added to a trip', () => {
  test('a report by theme is added with its sections, and everything else stays', async () => {
    const library = await someLibrary()
    const note = someNote({ text: 'Mine.' })
    const before = tripWith([note])
    before.report = {
      ...before.report,
      arrangement: 'theme',
      lead: 'My lead.',
      sections: [{ id: crypto.randomUUID(), heading: 'Mine', entryIds: [note.id] }],
      entries: { [note.id]: { include: true, heading: '', excerpt: null, talk: null } },
    }
    valueOf(await library.create(before))
    const added = valueOf(await add(library, before.id, report, file('x.png', onePixel)))
    const [photo] = added.trip.photos
    expect([added.entryIds.length, added.photos]).toEqual([4, 1])
    expect(added.trip).toMatchObject({ id: before.id, title: before.title, firstDay: before.firstDay })
    expect(told(added.trip)).toBe(
      `My lead.\n\n## Mine\n\nMine.\n\nLead.\n\n## A\n\nIntro.\n\n### A1\n\n![x](photo:${photo?.id})\n\n## B\n\nOther.\n`,
    )
    expect(valueOf(await library.readPhoto(before.id, photo?.id ?? '')).data).toEqual(onePixel)
    expect(valueOf(await library.open(before.id))).toEqual(added.trip)
  })

  test('a report by day is added with its headings as those of entries', async () => {
    const library = await someLibrary()
    const before = await addTrip(library, [someNote({ day: '2026-06-01', title: 'Mine', text: 'Mine.' })], {
      lastDay: '2026-06-01',
    })
    const added = valueOf(await add(library, before.id, report))
    expect(told(added.trip)).toBe(
      '## 1st Day\n\nLead.\n\n### A\n\nIntro.\n\n### A1\n\n![x](x.png)\n\n### B\n\nOther.\n\n## 49th Day\n\n### Mine\n\nMine.\n',
    )
  })

  test('an unreadable report changes nothing', async () => {
    const library = await someLibrary()
    const before = await addTrip(library)
    expect(codeOf(await add(library, before.id, file('a.md', '')))).toBe('import.empty')
    expect(valueOf(await library.open(before.id))).toEqual(before)
  })

  test('a report cannot be added to a missing trip', async () => {
    const library = await someLibrary()
    expect(codeOf(await add(library, crypto.randomUUID(), report))).toBe('trip.missing')
  })
})

test('a report becomes a whole trip in the library, with its pictures', async () => {
  const library = await someLibrary()
  const made = valueOf(
    await importInto({ files: [report, file('x.png', onePixel)], tripId: null, library, defaults: importDefaults }),
  )
  expect([made.entryIds.length, made.photos]).toEqual([3, 1])
  const [summary] = valueOf(await library.list()).trips
  expect(summary).toMatchObject({ id: made.trip.id, title: 'More', entries: 3 })
  expect(valueOf(await library.open(made.trip.id))).toEqual(made.trip)
})
