import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { outline } from '../../../electron/journal/markdown/outline.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import type { Encounter, Entry, Talk } from '../../../electron/shared/trip.ts'
import { postText, records, remarkMessages, remarksOf, tripWithReport } from '../../support/composed-posts.ts'
import { someNote } from '../../support/library.ts'
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

describe('a report by day', () => {
  const before = someNote({ day: '2026-04-13', text: 'The train.' })
  const first = someNote({ title: 'Welcome', text: 'Hello.' })
  const third = someNote({ day: '2026-04-16', text: 'Bye.' })

  test('days of the conference are numbered, and days of travel have their date', () => {
    expect(postText(tripWithReport([first, third, before], { entryHeadings: false }))).toBe(
      '## Monday, 13 April 2026\n\nThe train.\n\n## 1st Day\n\nHello.\n\n## 3rd Day\n\nBye.\n',
    )
  })

  test.each([
    ['ordinal', 'de', '3. Tag'],
    ['number', 'en', 'Day 3'],
    ['number', 'fr', 'Jour 3'],
    ['date', 'de', 'Donnerstag, 16. April 2026'],
  ] as const)('headings of days have the style %s in the language %s', (style, language, heading) => {
    const trip = tripWithReport([third], { dayHeadings: { style, own: {} } }, language)
    expect(outline(composePost(trip).post.tree)[0]).toMatchObject({ kind: 'heading', text: heading, detail: '2' })
  })

  test("the author's heading for a day is used, and an empty one omits the heading", () => {
    const own = { '2026-04-14': 'The *first* one', '2026-04-16': '' }
    expect(
      postText(tripWithReport([first, third], { entryHeadings: false, dayHeadings: { style: 'ordinal', own } })),
    ).toBe('## The *first* one\n\nHello.\n\nBye.\n')
  })

  test('a day without included entries has no heading', () => {
    expect(
      postText(tripWithReport([first, third], { entries: records([first, { include: false }]), entryHeadings: false })),
    ).toBe('## 3rd Day\n\nBye.\n')
  })

  test('a report begins with the lead and ends with the closing under its heading', () => {
    const trip = tripWithReport([first], {
      lead: 'Lead.',
      closing: { heading: 'Last Remarks', text: 'Thanks.' },
      entryHeadings: false,
    })
    expect(postText(trip)).toBe('Lead.\n\n## 1st Day\n\nHello.\n\n## Last Remarks\n\nThanks.\n')
  })

  test('entries of a day keep the order of the journal', () => {
    const other = someNote({ text: 'Second.', start: '2026-04-14T08:00:00+02:00' })
    expect(postText(tripWithReport([first, other], { entryHeadings: false }))).toBe('## 1st Day\n\nHello.\n\nSecond.\n')
  })
})

const section = (heading: string, ...entries: Entry[]) => ({
  id: crypto.randomUUID(),
  heading,
  entryIds: entries.map(({ id }) => id),
})

describe('a report by theme', () => {
  const one = someNote({ title: 'One', text: 'First.' })
  const two = someNote({ title: 'Two', text: 'Second.', day: '2026-04-15' })
  const three = someNote({ title: 'Three', text: 'Third.' })
  const byTheme = { arrangement: 'theme', entryHeadings: false } as const

  test('sections and their entries have the order that the user chose', () => {
    const trip = tripWithReport([one, two, three], {
      ...byTheme,
      sections: [section('B', three, one), section('A', two)],
    })
    expect(postText(trip)).toBe('## B\n\nThird.\n\nFirst.\n\n## A\n\nSecond.\n')
  })

  test('sections with a heading are numbered, and a number in the heading stays text', () => {
    const trip = tripWithReport([one, two, three], {
      ...byTheme,
      numberedSections: true,
      sections: [section('Jay Keynote', one), section('', two), section('*Simon*', three)],
    })
    expect(postText(trip)).toBe('## 1. Jay Keynote\n\nFirst.\n\nSecond.\n\n## 2. *Simon*\n\nThird.\n')
  })

  test('entries in no section are listed in the order of the journal, and not exported', () => {
    const trip = tripWithReport([two, one, three], { ...byTheme, sections: [section('A', three)] })
    expect(composePost(trip).unplaced).toEqual([one.id, two.id])
    expect(postText(trip)).toBe('## A\n\nThird.\n')
    expect(remarkMessages(trip)).toContain('2 entries stand in no section and are left out.')
  })

  test('private and excluded entries are not listed', () => {
    const secret = someNote({ text: 'Secret.', private: true })
    const trip = tripWithReport([secret, one], { ...byTheme, entries: records([one, { include: false }]) })
    expect(composePost(trip).unplaced).toEqual([])
  })

  test('an entry appears once, even if several sections name it', () => {
    const trip = tripWithReport([one], { ...byTheme, sections: [section('A', one), section('B', one)] })
    expect(postText(trip)).toBe('## A\n\nFirst.\n')
  })

  test('a section is hidden if all of its entries are, but not if it has never had any', () => {
    const secret = someNote({ text: 'Secret.', private: true })
    const trip = tripWithReport([secret], { ...byTheme, sections: [section('Gossip', secret), section('Food')] })
    expect(postText(trip)).toBe('## Food\n')
    expect(remarkMessages(trip)).toContain('The section “Food” has no entries yet.')
  })
})

test('private and excluded entries leave no trace in the post', () => {
  const secret = someNote({
    title: 'SECRET',
    text: 'SECRET ![SECRET](photo:11111111-1111-4111-8111-111111111111)',
    private: true,
  })
  const skipped = someNote({ title: 'SECRET', text: 'SECRET' })
  const excerpted = someNote({ title: 'Open', text: 'SECRET' })
  const trip = tripWithReport([secret, skipped, excerpted], {
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
  test('the heading is the title of a note or the name of a person, one level below the day', () => {
    const entries = [someNote({ title: 'Lunch', text: 'Good.' }), someEncounter({ who: 'Ada', text: 'Hi.' })]
    expect(postText(tripWithReport(entries))).toBe('## 1st Day\n\n### Lunch\n\nGood.\n\n### Ada\n\nHi.\n')
  })

  test('entries have no headings if the report has none, except for those that the author wrote', () => {
    const [plain, own] = [someNote({ title: 'Lunch', text: 'Good.' }), someNote({ title: 'Walk', text: 'Far.' })]
    const trip = tripWithReport([plain, own], {
      entryHeadings: false,
      entries: records([own, { heading: 'A *long* walk' }]),
    })
    expect(postText(trip)).toBe('## 1st Day\n\nGood.\n\n### A *long* walk\n\nFar.\n')
  })

  test('an entry has no heading if the author cleared it', () => {
    const entry = someNote({ title: 'Lunch', text: 'Good.' })
    expect(postText(tripWithReport([entry], { entries: records([entry, { heading: '' }]) }))).toBe(
      '## 1st Day\n\nGood.\n',
    )
  })

  test('a title is not parsed as Markdown', () => {
    const entry = someNote({ title: '__init__ & *args, [all] of them #', text: 'x' })
    const { tree } = composePost(tripWithReport([entry])).post
    expect(outline(tree)[1]).toMatchObject({ kind: 'heading', text: '__init__ & *args, [all] of them #', detail: '3' })
  })

  test('a heading keeps its number and its signs', () => {
    const entry = someNote({ text: 'x' })
    for (const heading of ['1. Keynote', '- dash', 'C #', '> told', '2) two', '#']) {
      const { tree } = composePost(tripWithReport([entry], { entries: records([entry, { heading }]) })).post
      expect(outline(tree)[1]).toMatchObject({ kind: 'heading', text: heading })
    }
  })
})

describe('a talk in a report', () => {
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

  test('a talk with a heading has its speakers and links below it', () => {
    expect(postText(tripWithReport([talk], { talks: 'heading' }))).toBe(
      '## 1st Day\n\n### Pair & Share\n\nAxel B. (author of Pairs, REWE) and Ada ([slides](https://example.org/s), code)\n\nI liked it.\n',
    )
  })

  test('a talk in a sentence has its title, speakers and links in it', () => {
    expect(postText(tripWithReport([talk], { talks: 'sentence' }))).toBe(
      '## 1st Day\n\n“Pair & Share” by Axel B. (author of Pairs, REWE) and Ada ([slides](https://example.org/s), code).\n\nI liked it.\n',
    )
  })

  test('the sentence about a talk is in the trip’s language', () => {
    const short = { ...talk, links: [] }
    expect(postText(tripWithReport([short], { talks: 'sentence' }, 'de'))).toContain(
      '„Pair & Share“ von Axel B. (author of Pairs, REWE) und Ada.',
    )
    expect(postText(tripWithReport([short], { talks: 'sentence' }, 'fr'))).toContain(
      '«\u00A0Pair & Share\u00A0» par Axel B.',
    )
  })

  test('a talk can consist of its text alone', () => {
    expect(postText(tripWithReport([talk], { talks: 'none' }))).toBe('## 1st Day\n\nI liked it.\n')
  })

  test('a talk can have a different style from the others', () => {
    const trip = tripWithReport([talk], {
      talks: 'none',
      entries: records([talk, { talk: 'sentence', heading: 'Mine' }]),
    })
    expect(postText(trip)).toContain('### Mine\n\n“Pair & Share” by')
  })

  test('a talk of one’s own needs no speakers', () => {
    const own = someTalk({ title: 'Ansible', own: true, text: 'Few came.' })
    expect(postText(tripWithReport([own], { talks: 'sentence' }))).toBe('## 1st Day\n\n“Ansible”.\n\nFew came.\n')
    expect(postText(tripWithReport([own], { talks: 'heading' }))).toBe('## 1st Day\n\n### Ansible\n\nFew came.\n')
  })

  test('an address in the title of a talk becomes a link, as everywhere', () => {
    const linked = someTalk({ title: 'Why www.example.org is slow', text: 'x' })
    expect(outline(composePost(tripWithReport([linked])).post.tree)[2]).toMatchObject({
      kind: 'link',
      text: 'www.example.org',
      detail: 'http://www.example.org',
    })
  })
})

test('the remarks name what a report still lacks', () => {
  const empty = someNote({ title: 'Lunch' })
  const trip = tripWithReport([empty], { title: ' ', publishedOn: null })
  expect(remarksOf(trip)).toEqual([
    { message: 'The report has no title yet; the trip’s stands in for it.', entryId: null },
    { message: 'The report has no publication date yet.', entryId: null },
    { message: '“Lunch” is in the report and has no text yet.', entryId: empty.id },
  ])
})

test('the number of words counts what readers see', () => {
  const entry = someNote({
    title: 'Two words',
    text: '[one](https://example.org/not-counted) *two* `three` ![not](x.png)',
  })
  expect(composePost(tripWithReport([entry], { lead: 'A lead.' })).words).toBe(2 + 2 + 2 + 3)
})

test('the metadata of the post comes from the report', () => {
  const trip = tripWithReport(
    [],
    { title: ' Über  alles & mehr: 2026 ', authors: ['Ada', ' ', 'Ada'], tags: ['a', ''] },
    'de',
  )
  expect(composePost(trip).post.meta).toEqual({
    title: 'Über  alles & mehr: 2026',
    authors: ['Ada'],
    tags: ['a'],
    date: '2026-05-01',
    language: 'de',
    slug: 'uber-alles-mehr-2026',
  })
})

test('an unknown language does not prevent a report', () => {
  const talk = someTalk({ title: 'T', speakers: [{ name: 'A', role: '', affiliation: '' }], day: '2026-04-10' })
  expect(postText(tripWithReport([talk], {}, 'xx-ab-cd'))).toBe('## Friday, April 10, 2026\n\n### T\n\nA\n')
})

test('composing modifies neither the trip nor cached texts', () => {
  const entry = someNote({ title: 'E', text: '# A\n\n[x][1][^1]\n\n[1]: https://example.org\n\n[^1]: Note.' })
  const trip = freeze(tripWithReport([entry, { ...entry, id: crypto.randomUUID() }]))
  const before = JSON.stringify(composePost(trip).post)
  composePost({ ...trip, report: { ...trip.report, headingLevel: 3 } })
  expect(JSON.stringify(composePost(trip).post)).toBe(before)
})

test('a tree that is sent to the page has no positions in it', () => {
  const { tree } = composePost(tripWithReport([someNote({ title: 'E', text: 'A [b](https://c.example)\n\n- d' })])).post
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
