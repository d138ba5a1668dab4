import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recogniseTalks } from '../../../electron/journal/importers/talks/recognise-talks.ts'
import { readNames } from '../../../electron/journal/importers/talks/read-names.ts'
import { compareOutlines } from '../../../electron/journal/markdown/compare-outlines.ts'
import { outline } from '../../../electron/journal/markdown/outline.ts'
import { dayOfEntry, type DraftEntry } from '../../../electron/shared/import-draft.ts'
import { exportImported, file, importReport, readFixture, readOriginal } from '../../support/reports.ts'
import { type ReportTruth, truths } from './talks-truth.ts'

const load = async (name: string) => file(name, await readFixture(join('talks', name)))

const written = ({ title, speakers }: Pick<DraftEntry, 'title' | 'speakers'>) =>
  `${title} | ${speakers.map(({ name }) => name).join(', ')}`

async function compare({ name, talks }: ReportTruth) {
  const { draft } = importReport(await load(name))
  const days = draft.days ?? { firstDay: '', lastDay: '' }
  const found = draft.entries.filter(({ kind }) => kind === 'talk')
  const wanted = new Map(talks.map(([title, names, day]) => [`${title} | ${names}`, day]))
  return {
    wanted: talks.length,
    found: found.length,
    wrong: found.map(written).filter((talk) => !wanted.has(talk)),
    missed: [...wanted.keys()].filter((talk) => !found.some((one) => written(one) === talk)),
    wrongDays: found.filter((talk) => {
      const day = wanted.get(written(talk))
      return day !== undefined && day !== dayOfEntry(talk, days)
    }),
  }
}

test('at least nine of ten talks in hand-written reports are recognised, and hardly anything else is', async () => {
  const results = await Promise.all(truths.map(compare))
  const sum = (of: (result: (typeof results)[number]) => number) => results.reduce((all, one) => all + of(one), 0)
  const [wanted, found, wrong] = [sum((one) => one.wanted), sum((one) => one.found), sum((one) => one.wrong.length)]
  expect(wanted).toBeGreaterThanOrEqual(60)
  expect((found - wrong) / found).toBeGreaterThanOrEqual(0.9)
  expect((found - wrong) / wanted).toBeGreaterThanOrEqual(0.9)
  expect(results.flatMap((one) => one.wrongDays)).toEqual([])
})

test.each(truths)('the days, the place and the words of $name are kept', async ({ name, days, source, city }) => {
  const report = await load(name)
  const imported = importReport(report)
  const [firstDay, lastDay] = days
  expect(imported.draft.days).toEqual({ firstDay, lastDay, source })
  expect(imported.draft.details.city).toBe(city)
  const { tree, differences } = await exportImported(imported, 'markdown')
  expect(differences).toEqual([])
  const body = new TextDecoder().decode(report.data).replace(/^Title: [^]*?\n\n/, '')
  expect(compareOutlines(outline(readOriginal(body)), outline(tree))).toEqual([])
})

const titled = (words: string[], language = 'en') =>
  recogniseTalks(
    words.map((one) => ({ words: one, isLink: false, text: '', parent: '' })),
    language,
  ).map((talk) => (talk === null ? null : `${talk.title} | ${talk.speakers.map(({ name }) => name).join(', ')}`))

test('words that only look like speakers stay in the title', () => {
  const headings = [
    'Python - the good parts',
    'Kubernetes - Lessons Learned',
    'Death by a Thousand Services',
    'Learning by Doing',
    'Side by Side',
    'Rust (Part Two)',
    'The Venue (Castle Hill)',
    'Dinner hosted by Jane Doe',
    'Visual Studio: A History',
    'Apache Kafka: what is new',
    'San Francisco: A Love Story',
    'Powered by Apache Kafka',
    'Friday Night: Beer',
    'Social event: Boat Trip',
    '3.11 – what is new',
  ]
  expect(titled(headings)).toEqual(headings.map(() => null))
})

test('one heading of a kind is believed only if it is clear, and several are', () => {
  expect(titled(['Clocks - Jane Doe'])).toEqual([null])
  expect(titled(['Clocks - Jane Doe', 'Boats - Ola Nordmann'])).toEqual(['Clocks | Jane Doe', 'Boats | Ola Nordmann'])
  expect(titled(['Clocks by Jane Doe'])).toEqual(['Clocks | Jane Doe'])
  expect(titled(['Keynote: Clocks (Jane Doe)'])).toEqual(['Clocks | Jane Doe'])
})

test.each([
  ['Jane Doe, Mozilla', ['Jane Doe <Mozilla>']],
  ['Jane Doe (Mozilla), Bob Li (Google)', ['Jane Doe <Mozilla>', 'Bob Li <Google>']],
  ['Jane Doe from Red Hat', ['Jane Doe <Red Hat>']],
  ['Jane Doe, Bob Li & Ana Sá', ['Jane Doe', 'Bob Li', 'Ana Sá']],
  ['Jane Doe und Karl-Heinz von der Au', ['Jane Doe', 'Karl-Heinz von der Au']],
  ['Ursula K. Le Guin', ['Ursula K. Le Guin']],
  ['Part Two', null],
  ['Open Source', null],
  ['jane doe', null],
])('the names in %j are %j', (text, names) => {
  const read = readNames(text)?.map(({ name, affiliation }) => name + (affiliation && ` <${affiliation}>`)) ?? null
  expect(read).toEqual(names)
})
