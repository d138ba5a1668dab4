import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { render } from '../../../electron/shared/messages/translate.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { outline } from '../../../electron/journal/markdown/outline.ts'
import { stringifyMarkdown } from '../../../electron/journal/markdown/stringify-markdown.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import {
  defaultReportEntry,
  type Encounter,
  type Entry,
  type Report,
  type ReportEntry,
  type Talk,
  type Trip,
} from '../../../electron/shared/trip.ts'
import { someNote, tripWith } from '../../support/library.ts'
import { photoOf } from '../../support/photos.ts'

function someTalk(changes: Partial<Talk> = {}): Talk {
  const talk = newEntry('talk', '2026-04-14', null)
  if (talk.kind !== 'talk') throw new Error('Not a talk.')
  return { ...talk, ...changes }
}

function someEncounter(changes: Partial<Encounter> = {}): Encounter {
  const encounter = newEntry('encounter', '2026-04-14', null)
  if (encounter.kind !== 'encounter') throw new Error('Not an encounter.')
  return { ...encounter, ...changes }
}

/** A trip from 14 to 16 April 2026 with these entries and this in its report. */
function report(entries: Entry[], changes: Partial<Report> = {}, language = 'en'): Trip {
  const trip = tripWith(entries, { language })
  return { ...trip, report: { ...trip.report, publishedOn: '2026-05-01', ...changes } }
}

/** Records for entries, by what differs from the defaults. */
function records(...changes: [entry: Entry, change: Partial<ReportEntry>][]): Report['entries'] {
  return Object.fromEntries(changes.map(([entry, change]) => [entry.id, { ...defaultReportEntry, ...change }]))
}

function text(trip: Trip): string {
  return stringifyMarkdown(composePost(trip).post.tree)
}

/** The remarks on a report, in words. */
function remarks(trip: Trip) {
  return composePost(trip).remarks.map(({ message, entryId }) => ({ message: render(message), entryId }))
}

function messages(trip: Trip): string[] {
  return composePost(trip).remarks.map(({ message }) => render(message))
}

describe('told by day', () => {
  const before = someNote({ day: '2026-04-13', text: 'The train.' })
  const first = someNote({ title: 'Welcome', text: 'Hello.' })
  const third = someNote({ day: '2026-04-16', text: 'Bye.' })

  test('numbers the days of the conference and gives those of travel their date', () => {
    expect(text(report([first, third, before], { entryHeadings: false }))).toBe(
      '## Monday, 13 April 2026\n\nThe train.\n\n## 1st Day\n\nHello.\n\n## 3rd Day\n\nBye.\n',
    )
  })

  test.each([
    ['ordinal', 'de', '3. Tag'],
    ['number', 'en', 'Day 3'],
    ['number', 'fr', 'Jour 3'],
    ['date', 'de', 'Donnerstag, 16. April 2026'],
  ] as const)('heads days by %s in the language %s', (style, language, heading) => {
    const trip = report([third], { dayHeadings: { style, own: {} } }, language)
    expect(outline(composePost(trip).post.tree)[0]).toMatchObject({ kind: 'heading', text: heading, detail: '2' })
  })

  test("takes the author's own heading for a day, and leaves out one that is empty", () => {
    const own = { '2026-04-14': 'The *first* one', '2026-04-16': '' }
    expect(text(report([first, third], { entryHeadings: false, dayHeadings: { style: 'ordinal', own } }))).toBe(
      '## The *first* one\n\nHello.\n\nBye.\n',
    )
  })

  test('has no heading for a day of which nothing is told', () => {
    expect(text(report([first, third], { entries: records([first, { include: false }]), entryHeadings: false }))).toBe(
      '## 3rd Day\n\nBye.\n',
    )
  })

  test('begins with the lead and ends with the closing under its heading', () => {
    const trip = report([first], {
      lead: 'Lead.',
      closing: { heading: 'Last Remarks', text: 'Thanks.' },
      entryHeadings: false,
    })
    expect(text(trip)).toBe('Lead.\n\n## 1st Day\n\nHello.\n\n## Last Remarks\n\nThanks.\n')
  })

  test('keeps the order of the journal within a day', () => {
    const other = someNote({ text: 'Second.', start: '2026-04-14T08:00:00+02:00' })
    expect(text(report([first, other], { entryHeadings: false }))).toBe('## 1st Day\n\nHello.\n\nSecond.\n')
  })
})

const section = (heading: string, ...entries: Entry[]) => ({
  id: crypto.randomUUID(),
  heading,
  entryIds: entries.map(({ id }) => id),
})

describe('told by theme', () => {
  const one = someNote({ title: 'One', text: 'First.' })
  const two = someNote({ title: 'Two', text: 'Second.', day: '2026-04-15' })
  const three = someNote({ title: 'Three', text: 'Third.' })
  const byTheme = { arrangement: 'theme', entryHeadings: false } as const

  test('tells sections and their entries in the order in which they were put', () => {
    const trip = report([one, two, three], { ...byTheme, sections: [section('B', three, one), section('A', two)] })
    expect(text(trip)).toBe('## B\n\nThird.\n\nFirst.\n\n## A\n\nSecond.\n')
  })

  test('numbers sections that have a heading, and keeps the numbers text', () => {
    const trip = report([one, two, three], {
      ...byTheme,
      numberedSections: true,
      sections: [section('Jay Keynote', one), section('', two), section('*Simon*', three)],
    })
    expect(text(trip)).toBe('## 1. Jay Keynote\n\nFirst.\n\nSecond.\n\n## 2. *Simon*\n\nThird.\n')
  })

  test('lists what is in no section, in the order of the journal, and leaves it out', () => {
    const trip = report([two, one, three], { ...byTheme, sections: [section('A', three)] })
    expect(composePost(trip).unplaced).toEqual([one.id, two.id])
    expect(text(trip)).toBe('## A\n\nThird.\n')
    expect(messages(trip)).toContain('2 entries stand in no section and are left out.')
  })

  test('does not list private entries and those that are not included', () => {
    const secret = someNote({ text: 'Secret.', private: true })
    const trip = report([secret, one], { ...byTheme, entries: records([one, { include: false }]) })
    expect(composePost(trip).unplaced).toEqual([])
  })

  test('tells an entry once, however often it is named', () => {
    const trip = report([one], { ...byTheme, sections: [section('A', one), section('B', one)] })
    expect(text(trip)).toBe('## A\n\nFirst.\n')
  })

  test('hides a section of which all entries are hidden, and shows one that is still to be filled', () => {
    const secret = someNote({ text: 'Secret.', private: true })
    const trip = report([secret], { ...byTheme, sections: [section('Gossip', secret), section('Food')] })
    expect(text(trip)).toBe('## Food\n')
    expect(messages(trip)).toContain('The section “Food” has no entries yet.')
  })
})

test('what is private or not included leaves no trace', () => {
  const secret = someNote({
    title: 'SECRET',
    text: 'SECRET ![SECRET](photo:11111111-1111-4111-8111-111111111111)',
    private: true,
  })
  const skipped = someNote({ title: 'SECRET', text: 'SECRET' })
  const excerpted = someNote({ title: 'Open', text: 'SECRET' })
  const trip = report([secret, skipped, excerpted], {
    entries: records(
      [skipped, { include: false }],
      [excerpted, { excerpt: 'Public.' }],
      [secret, { excerpt: 'SECRET' }],
    ),
  })
  const composed = composePost({ ...trip, photos: [photoOf()] })
  expect(JSON.stringify(composed)).not.toContain('SECRET')
  expect(composed.post.photos).toEqual([])
})

describe('the heading of an entry', () => {
  test('is the title of a note and the name of somebody met, one level below the day', () => {
    const entries = [someNote({ title: 'Lunch', text: 'Good.' }), someEncounter({ who: 'Ada', text: 'Hi.' })]
    expect(text(report(entries))).toBe('## 1st Day\n\n### Lunch\n\nGood.\n\n### Ada\n\nHi.\n')
  })

  test('is left out where the report has none, and still told where the author wrote one', () => {
    const [plain, own] = [someNote({ title: 'Lunch', text: 'Good.' }), someNote({ title: 'Walk', text: 'Far.' })]
    const trip = report([plain, own], { entryHeadings: false, entries: records([own, { heading: 'A *long* walk' }]) })
    expect(text(trip)).toBe('## 1st Day\n\nGood.\n\n### A *long* walk\n\nFar.\n')
  })

  test('is none where the author emptied it', () => {
    const entry = someNote({ title: 'Lunch', text: 'Good.' })
    expect(text(report([entry], { entries: records([entry, { heading: '' }]) }))).toBe('## 1st Day\n\nGood.\n')
  })

  test('takes a title for plain words', () => {
    const entry = someNote({ title: '__init__ & *args, [all] of them #', text: 'x' })
    const { tree } = composePost(report([entry])).post
    expect(outline(tree)[1]).toMatchObject({ kind: 'heading', text: '__init__ & *args, [all] of them #', detail: '3' })
  })

  test('keeps its number and its signs', () => {
    const entry = someNote({ text: 'x' })
    for (const heading of ['1. Keynote', '- dash', 'C #', '> told', '2) two', '#']) {
      const { tree } = composePost(report([entry], { entries: records([entry, { heading }]) })).post
      expect(outline(tree)[1]).toMatchObject({ kind: 'heading', text: heading })
    }
  })
})

describe('a talk', () => {
  const talk = someTalk({
    title: 'Pair & Share',
    text: 'I liked it.',
    speakers: [
      { name: 'Axel B.', role: 'author of Pairs', affiliation: 'REWE' },
      { name: 'Ada', role: '', affiliation: '' },
    ],
    links: [
      { label: 'slides', url: 'https://example.org/s' },
      { label: 'code', url: 'javascript:alert(1)' },
    ],
  })

  test('told as a heading has its speakers and links below it', () => {
    expect(text(report([talk], { talks: 'heading' }))).toBe(
      '## 1st Day\n\n### Pair & Share\n\nAxel B. (author of Pairs, REWE) and Ada ([slides](https://example.org/s), code)\n\nI liked it.\n',
    )
  })

  test('told in a sentence names title, speakers and links', () => {
    expect(text(report([talk], { talks: 'sentence' }))).toBe(
      '## 1st Day\n\n“Pair & Share” by Axel B. (author of Pairs, REWE) and Ada ([slides](https://example.org/s), code).\n\nI liked it.\n',
    )
  })

  test('told in a sentence speaks the language of the trip', () => {
    const short = { ...talk, links: [] }
    expect(text(report([short], { talks: 'sentence' }, 'de'))).toContain(
      '„Pair & Share“ von Axel B. (author of Pairs, REWE) und Ada.',
    )
    expect(text(report([short], { talks: 'sentence' }, 'fr'))).toContain('«\u00A0Pair & Share\u00A0» par Axel B.')
  })

  test('can be told by its text alone', () => {
    expect(text(report([talk], { talks: 'none' }))).toBe('## 1st Day\n\nI liked it.\n')
  })

  test('can be told otherwise than the others', () => {
    const trip = report([talk], { talks: 'none', entries: records([talk, { talk: 'sentence', heading: 'Mine' }]) })
    expect(text(trip)).toContain('### Mine\n\n“Pair & Share” by')
  })

  test('of one’s own needs no speakers', () => {
    const own = someTalk({ title: 'Ansible', own: true, text: 'Few came.' })
    expect(text(report([own], { talks: 'sentence' }))).toBe('## 1st Day\n\n“Ansible”.\n\nFew came.\n')
    expect(text(report([own], { talks: 'heading' }))).toBe('## 1st Day\n\n### Ansible\n\nFew came.\n')
  })

  test('with an address in its title has a link there, as everywhere', () => {
    const linked = someTalk({ title: 'Why www.example.org is slow', text: 'x' })
    expect(outline(composePost(report([linked])).post.tree)[2]).toMatchObject({
      kind: 'link',
      text: 'www.example.org',
      detail: 'http://www.example.org',
    })
  })
})

const headings = (trip: Trip): string[] =>
  outline(composePost(trip).post.tree).flatMap(({ kind, detail, text: words }) =>
    kind === 'heading' ? [`${detail} ${words}`] : [],
  )

describe('headings inside a text', () => {
  test('move below the heading that they stand under, together', () => {
    const entry = someNote({ title: 'E', text: '# A\n\n### B\n\n## C' })
    expect(headings(report([entry]))).toEqual(['2 1st Day', '3 E', '4 A', '6 B', '5 C'])
  })

  test('stay where they are below it already', () => {
    const entry = someNote({ text: '#### A\n\n##### B' })
    expect(headings(report([entry]))).toEqual(['2 1st Day', '4 A', '5 B'])
  })

  test('stop at the sixth level', () => {
    const entry = someNote({ title: 'E', text: '# A\n\n###### B' })
    expect(headings(report([entry], { headingLevel: 3 }))).toEqual(['3 1st Day', '4 E', '5 A', '6 B'])
  })

  test('stay in the lead, which stands under the title alone', () => {
    expect(headings(report([], { lead: '# A\n\n## B' }))).toEqual(['1 A', '2 B'])
  })
})

describe('texts that are joined', () => {
  test('keep their own links where they use the same names', () => {
    const one = someNote({ text: 'See [slides][1].\n\n[1]: https://one.example "One"' })
    const two = someNote({ text: 'See [slides][1] and [1].\n\n[1]: https://two.example' })
    expect(text(report([one, two], { entryHeadings: false }))).toBe(
      '## 1st Day\n\nSee [slides](https://one.example "One").\n\nSee [slides](https://two.example) and [1](https://two.example).\n',
    )
  })

  test('keep their own footnotes where they use the same names', () => {
    const one = someNote({ text: 'A[^1].\n\n[^1]: Of one[^2].\n\n[^2]: Deep.' })
    const two = someNote({ text: 'B[^1].\n\n[^1]: Of two.' })
    const three = someNote({ text: 'C[^1].\n\n[^1]: Of two.' })
    expect(text(report([one, two, three], { entryHeadings: false }))).toBe(
      '## 1st Day\n\nA[^1].\n\n[^1]: Of one[^2].\n\n[^2]: Deep.\n\nB[^1-2].\n\n[^1-2]: Of two.\n\nC[^1-2].\n',
    )
  })

  test('leave a bracket that is no link a bracket', () => {
    const entry = someNote({ text: 'He said “few need [hyperscalers like AWS services]”.\n' })
    const other = someNote({ text: '[hyperscalers like AWS services]: https://example.org' })
    const { tree } = composePost(report([entry, other], { entryHeadings: false })).post
    expect(outline(tree).map(({ kind }) => kind)).toEqual(['heading', 'paragraph'])
  })
})

describe('pictures', () => {
  const first = photoOf({ alt: 'A lantern', caption: 'At night', credit: 'Ada' })
  const second = photoOf({ id: '22222222-2222-4222-8222-222222222222' })
  const trip = (...texts: string[]): Trip => ({
    ...report(
      texts.map((words) => someNote({ text: words })),
      { entryHeadings: false },
    ),
    photos: [first, second],
  })

  test('are listed in the order in which they appear', () => {
    const composed = composePost(trip(`![x](photo:${second.id})`, `![](photo:${first.id}) ![x](photo:${second.id})`))
    expect(composed.post.photos).toEqual([second, first])
  })

  test('get what the trip knows of them where the text says nothing', () => {
    const words = text(trip(`![](photo:${first.id})`, `![Own](photo:${first.id} "Mine")`))
    expect(words).toContain(`![A lantern](photo:${first.id} "At night (Ada)")`)
    expect(words).toContain(`![Own](photo:${first.id} "Mine (Ada)")`)
  })

  test('that the trip does not have are left out, and said to be', () => {
    const absent = trip('Before.\n\n![Gone](photo:33333333-3333-4333-8333-333333333333)\n\nAfter.')
    expect(text(absent)).toBe('## 1st Day\n\nBefore.\n\nAfter.\n')
    expect(messages(absent)).toContain('The picture “Gone” is no longer among the trip’s photos, and is left out.')
  })

  test('without an alternative text are remarked on', () => {
    const silent = trip(`![](photo:${second.id})`)
    expect(remarks(silent)).toEqual([
      {
        message: 'The picture Lantern.png has no alternative text for those who cannot see it.',
        entryId: silent.entries[0]?.id,
      },
    ])
  })
})

test('a report says what it still lacks', () => {
  const empty = someNote({ title: 'Lunch' })
  const trip = report([empty], { title: ' ', publishedOn: null })
  expect(remarks(trip)).toEqual([
    { message: 'The report has no title yet; the trip’s stands in for it.', entryId: null },
    { message: 'The report has no publication date yet.', entryId: null },
    { message: '“Lunch” is in the report and has no text yet.', entryId: empty.id },
  ])
})

test('the words are those that one reads', () => {
  const entry = someNote({
    title: 'Two words',
    text: '[one](https://example.org/not-counted) *two* `three` ![not](x.png)',
  })
  expect(composePost(report([entry], { lead: 'A lead.' })).words).toBe(2 + 2 + 2 + 3)
})

test('what stands above the post comes from the report', () => {
  const trip = report([], { title: ' Über  alles & mehr: 2026 ', authors: ['Ada', ' ', 'Ada'], tags: ['a', ''] }, 'de')
  expect(composePost(trip).post.meta).toEqual({
    title: 'Über  alles & mehr: 2026',
    authors: ['Ada'],
    tags: ['a'],
    date: '2026-05-01',
    language: 'de',
    slug: 'uber-alles-mehr-2026',
  })
})

test('a language that computers do not know does not stop a report', () => {
  const talk = someTalk({ title: 'T', speakers: [{ name: 'A', role: '', affiliation: '' }], day: '2026-04-10' })
  expect(text(report([talk], {}, 'xx-ab-cd'))).toBe('## Friday, April 10, 2026\n\n### T\n\nA\n')
})

test('composing changes neither the trip nor what was read before', () => {
  const entry = someNote({ title: 'E', text: '# A\n\n[x][1][^1]\n\n[1]: https://example.org\n\n[^1]: Note.' })
  const trip = freeze(report([entry, { ...entry, id: crypto.randomUUID() }]))
  const before = JSON.stringify(composePost(trip).post)
  composePost({ ...trip, report: { ...trip.report, headingLevel: 3 } })
  expect(JSON.stringify(composePost(trip).post)).toBe(before)
})

test('a tree that crosses to the page has no positions in it', () => {
  const { tree } = composePost(report([someNote({ title: 'E', text: 'A [b](https://c.example)\n\n- d' })])).post
  const check = (node: Nodes): void => {
    expect(node).not.toHaveProperty('position')
    if ('children' in node) node.children.forEach(check)
  }
  check(tree)
})

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze)
  return Object.freeze(value)
}
