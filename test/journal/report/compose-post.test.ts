import { describe, expect, test } from 'vitest'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { outline } from '../../../electron/journal/markdown/outline.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import type { Encounter, Entry, Talk } from '../../../electron/shared/trip.ts'
import { postText, records, remarkMessages, remarksOf, tripWithReport } from '../../support/composed-posts.ts'
import { someNote } from '../../support/library.ts'

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

  test('a section has a text of its own below its heading, even without entries', () => {
    const sections = [
      { ...section('Talks', one), text: 'In *short*:\n\n# Mine' },
      { ...section('City'), text: 'Grey.' },
    ]
    const trip = tripWithReport([one], { ...byTheme, sections })
    expect(postText(trip)).toBe('## Talks\n\nIn *short*:\n\n### Mine\n\nFirst.\n\n## City\n\nGrey.\n')
    expect(remarkMessages(trip)).toEqual([])
  })

  test('a section that is left out has a place where its text can be written', () => {
    const sections = [section('Talks', one), section('Gossip', someNote({ title: 'x' })), section('City', two)]
    const { spans } = composePost(tripWithReport([one, two], { ...byTheme, sections }))
    const parts = spans.filter(({ part }) => part.startsWith('section')).map(({ part, role }) => `${part} ${role}`)
    const [talks, gossip, city] = sections.map(({ id }) => `section ${id}`)
    expect(parts).toEqual([`${talks} heading`, `${talks} text`, `${gossip} text`, `${city} heading`, `${city} text`])
  })

  test('the entries of a section are numbered by their headings', () => {
    const sections = [{ ...section('Keynotes', one, three, two), numberedEntries: true }]
    const entries = records([three, { heading: '' }], [two, { heading: 'Simon *Willison*' }])
    expect(postText(tripWithReport([one, two, three], { arrangement: 'theme', sections, entries }))).toBe(
      '## Keynotes\n\n### 1. One\n\nFirst.\n\nThird.\n\n### 2. Simon *Willison*\n\nSecond.\n',
    )
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

test('the remarks name what a report still lacks, and where it can be changed', () => {
  const [empty, talk] = [someNote({ title: 'Lunch' }), someTalk({ title: 'Heat', speakers: [speaker('Ada')] })]
  const trip = tripWithReport([empty, talk], { title: ' ', publishedOn: null })
  expect(remarksOf(trip)).toEqual([
    { message: 'The report has no title yet; the trip’s stands in for it.', at: 'title' },
    { message: 'The report has no publication date yet.', at: 'date' },
    { message: '“Lunch” has nothing but a title, so the post leaves it out.', at: `entry ${empty.id}` },
    { message: '“Heat” is in the report and has no text yet.', at: `entry ${talk.id}` },
  ])
})

const speaker = (name: string, role = '') => ({ name, role, affiliation: '' })

describe('what has nothing to tell', () => {
  test('an entry with nothing but a title is left out, and its day with it', () => {
    const [note, talk] = [someNote({ title: 'Lunch' }), someTalk({ title: 'Heat', day: '2026-04-15', text: ' \n' })]
    expect(postText(tripWithReport([note, talk]))).toBe('')
  })

  test.each([
    ['speakers', { speakers: [speaker('Ada')] }, '### Heat\n\nAda\n'],
    [
      'links',
      { links: [{ label: 'slides', url: 'https://example.org' }] },
      '### Heat\n\n[slides](https://example.org)\n',
    ],
    ['a picture', { text: '![](https://example.org/a.png)' }, '### Heat\n\n![](https://example.org/a.png)\n'],
  ])('a talk without a word that has %s keeps its heading', (_, changes, told) => {
    expect(postText(tripWithReport([someTalk({ title: 'Heat', ...changes })]))).toBe(`## 1st Day\n\n${told}`)
  })

  test('a heading that was written for the post stays without a text', () => {
    const entry = someNote({ title: 'Lunch' })
    expect(postText(tripWithReport([entry], { entries: records([entry, { heading: 'Food' }]) }))).toBe(
      '## 1st Day\n\n### Food\n',
    )
  })

  test('a section whose entries have nothing to tell is left out', () => {
    const entry = someNote({ title: 'Lunch' })
    const sections = [section('Food', entry)]
    expect(postText(tripWithReport([entry], { arrangement: 'theme', sections }))).toBe('')
  })

  test('an empty quote is not in the post, and a remark says so', () => {
    const entry = someNote({ title: 'E', text: 'Before.\n\n> \n\n- a\n\n  > >\n\n> Said.' })
    const trip = tripWithReport([entry], { entryHeadings: false })
    expect(postText(trip)).toBe('## 1st Day\n\nBefore.\n\n- a\n\n> Said.\n')
    expect(remarkMessages(trip)).toEqual(['2 empty quotes are left out of the post.'])
  })

  test('an entry whose text is nothing but an empty quote is left out', () => {
    expect(postText(tripWithReport([someNote({ title: 'E', text: '> \n>\n' })]))).toBe('')
  })
})

const talkBy = (name: string, role: string) =>
  someTalk({ title: 'Simon  Willison', text: 'x', speakers: [speaker(name, role)] })
const toldAs = (talks: 'heading' | 'sentence', talk: Talk) => postText(tripWithReport([talk], { talks }))

test('a speaker whose name is the heading is not named again', () => {
  expect(toldAs('heading', talkBy('simon willison', ''))).toBe('## 1st Day\n\n### Simon Willison\n\nx\n')
  expect(toldAs('heading', talkBy('Simon Willison', 'author'))).toContain('### Simon Willison\n\nauthor\n')
  expect(toldAs('sentence', talkBy('Simon Willison', ''))).toContain('“Simon Willison”.\n')
  expect(toldAs('heading', talkBy('Jay Miller', ''))).toContain('Jay Miller\n')
})

test('every block of a post belongs to one part, in the order of the post', () => {
  const note = someNote({ title: 'Lunch', text: 'One.\n\nTwo.' })
  const talk = someTalk({ title: 'Heat', text: 'x', speakers: [speaker('Ada')] })
  const { post, spans } = composePost(
    tripWithReport([note, talk], { lead: 'Lead.', closing: { heading: 'Last', text: '' } }),
  )
  expect(spans.map(({ part, role, from, to }) => `${part} ${role} ${from}-${to}`)).toEqual([
    'lead text 0-1',
    'day 2026-04-14 heading 1-2',
    `entry ${note.id} heading 2-3`,
    `entry ${note.id} text 3-5`,
    `entry ${talk.id} heading 5-6`,
    `entry ${talk.id} details 6-7`,
    `entry ${talk.id} text 7-8`,
    'closing heading 8-9',
    'closing text 9-9',
  ])
  expect(spans.at(-1)?.to).toBe(post.tree.children.length)
})

test('an unknown language does not prevent a report', () => {
  const talk = someTalk({ title: 'T', speakers: [{ name: 'A', role: '', affiliation: '' }], day: '2026-04-10' })
  expect(postText(tripWithReport([talk], {}, 'xx-ab-cd'))).toBe('## Friday, April 10, 2026\n\n### T\n\nA\n')
})
