import { expect, test } from 'vitest'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import type { Hit, NameKind, SearchQuery } from '../../../electron/shared/search.ts'
import type { Encounter, Entry, Talk } from '../../../electron/shared/trip.ts'
import { SearchIndex } from '../../../electron/journal/search/search-index.ts'
import { someNote, tripWith } from '../../support/library.ts'

/** A talk, with the fields that the test is about. */
function someTalk(changes: Partial<Talk>): Talk {
  const talk = newEntry('talk', '2026-04-14', null)
  if (talk.kind !== 'talk') throw new Error('Not a talk.')
  return { ...talk, ...changes }
}

function somePerson(changes: Partial<Encounter>): Encounter {
  const encounter = newEntry('encounter', '2026-04-15', null)
  if (encounter.kind !== 'encounter') throw new Error('Not an encounter.')
  return { ...encounter, ...changes }
}

/** The index of one trip, whose title has none of the words that are searched. */
function indexOf(entries: Entry[]): SearchIndex {
  const index = new SearchIndex()
  const trip = tripWith(entries, { title: 'PyCon DE 2026' })
  index.list([{ tripId: trip.id, stamp: '1' }])
  index.put(trip, '1')
  return index
}

const find = (index: SearchIndex, query: string, more: Partial<SearchQuery> = {}): Hit[] =>
  index.find({ mode: 'words', tripId: null, filter: {}, limit: 100, ...more, query }).hits

test('a search that knows which trips have a word finds the same as one that looks through all of them', () => {
  const index = new SearchIndex()
  const trips = ['train', 'trains and trams', 'a tram, very late', 'nothing', 'the very, very late train'].map(
    (text, number) =>
      tripWith([someNote({ text }), someTalk({ title: `Talk about ${text}`, highlight: true })], {
        title: `Trip ${number}`,
      }),
  )
  index.list(trips.map(({ id }) => ({ tripId: id, stamp: '1' })))
  for (const trip of trips) index.put(trip, '1')
  const questions: Partial<SearchQuery>[] = [
    ...['a', 'tra', 'train', 'tran', 'late very', '"very late"', 'about tram', 'xyz', 'late xyz', '2'].map((query) => ({
      query,
    })),
    { query: '', filter: { starred: true } },
    { query: 'tra', filter: { starred: true } },
    { query: 'tra', mode: 'names' },
    { query: 'tra', limit: 2 },
    { query: 'tra', tripId: trips[1]?.id ?? null },
  ]
  const answers = () =>
    questions.map((question) =>
      index.find({ query: '', mode: 'words', tripId: null, filter: {}, limit: 100, ...question }),
    )
  const before = answers()
  expect(before.map(({ total }) => total > 0)).toEqual(questions.map(({ query }) => !query?.includes('x')))
  index.prepare()
  expect(answers()).toEqual(before)
  // What changes is found at once.
  const [first, ...others] = trips
  if (first === undefined) throw new Error('There is no trip.')
  index.put({ ...first, entries: [someNote({ text: 'A xylophone.' })] }, '2')
  expect(find(index, 'xylo')).toHaveLength(1)
  index.list(others.map(({ id }) => ({ tripId: id, stamp: '1' })))
  expect(find(index, 'xylo')).toEqual([])
})

/** The marked words in the sentence of a hit. */
const marked = ({ sentence, sentenceMarks }: Hit) => sentenceMarks.map(([from, to]) => sentence.slice(from, to))

test('a text that was cut in the middle of a character has the words before it', () => {
  const text = 'Words in other letters: 𝒶𝒷'.slice(0, -1)
  const index = indexOf([someNote({ text })])
  expect(find(index, 'letters').map((hit) => hit.entryId)).toHaveLength(1)
  expect(find(index, '"a"').map((hit) => marked(hit))).toEqual([['𝒶']])
})

test('a word that is too long is found by its beginning, in which no character is cut in two', () => {
  const [key, other] = ['k'.repeat(70), 'x' + '𝒷'.repeat(40)]
  const index = indexOf([someNote({ text: `The key ${key} and ${other}.` })])
  expect(find(index, 'kkkkk').map((hit) => marked(hit))).toEqual([['kkkkk']])
  expect(find(index, key).map((hit) => marked(hit))).toEqual([['k'.repeat(64)]])
  expect(find(index, `"${other}"`).map((hit) => marked(hit))).toEqual([['x' + '𝒷'.repeat(31)]])
  expect(find(index, '"kkkkk"')).toEqual([])
})

test.each([
  ['zurich', 'We changed trains in Zürich.', 'Zürich'],
  ['ZÜRICH', 'We changed trains in Zurich.', 'Zurich'],
  ['strasse', 'The Straße was closed.', 'Straße'],
  ['conf', 'A conference about paper.', 'conf'],
  ['speker', 'The speaker was late.', 'speaker'],
  ['spaeker', 'The speaker was late.', 'speaker'],
  ['speakerr', 'The speaker was late.', 'speaker'],
  ['schiff', 'Die Donaudampfschifffahrt fiel aus.', 'schiff'],
  ['東京', '来年は東京大学で会いましょう。', '東京'],
  ['大学で', '来年は東京大学で会いましょう。', '大学で'],
  ['会', '来年は東京大学で会いましょう。', '会'],
  ['컨퍼런스', '컨퍼런스에서 만났다.', '컨퍼런스'],
  ['"very, very few"', '“Very, very few of you need this”, she said.', 'Very, very few'],
  ['"few of you"', 'A few saw few of you there.', 'few of you'],
  ['"会 大学"', '会、会 大学', '会 大学'],
  ['in-brow', 'It was about in-browser models.', 'in-browser'],
  ["don't", 'They don’t know.', 'don’t'],
])('searching for %s finds the sentence "%s" and marks "%s"', (query, sentence, word) => {
  const index = indexOf([
    someNote({ text: `Nothing here.\n\n${sentence}\n\nNor here.` }),
    someNote({ text: 'Another note.' }),
  ])
  const hits = find(index, query)
  expect(hits.map((hit) => hit.sentence)).toEqual([sentence])
  expect(hits.map(marked)).toEqual([[word]])
})

test.each([
  ['form', 'They came from Lisbon.', 'a typo of a word that others have'],
  ['xqzw', 'Something else.', 'a word that is nowhere'],
  ['cat', 'The cut was deep.', 'another letter in a word of three'],
  ['"very few"', 'Very, very good and few.', 'a phrase whose words are apart'],
  ['speaker train', 'The speaker was late.', 'two words of which one is missing'],
])('searching for %s does not find "%s": it is %s', (query, text) => {
  const others = Array.from({ length: 12 }, () => someNote({ text: 'A form was filled in.' }))
  const index = indexOf([someNote({ text }), ...others])
  expect(find(index, query).filter((hit) => hit.sentence === text)).toEqual([])
})

test('words are found in titles, speakers, tags, encounters and pictures, and the best match comes first', () => {
  const index = indexOf([
    someNote({ title: 'Lunch', text: 'We talked about lanterns.' }),
    someTalk({
      title: 'Lanterns of the north',
      speakers: [{ name: 'Oleh Kostromin', role: 'host', affiliation: 'Barrieria' }],
    }),
    somePerson({ who: 'Ada Lantern', context: 'in the queue' }),
    someNote({ title: 'Evening', tags: ['lantern'] }),
    someNote({ title: 'Night', text: '![the crowd](photo:11111111-1111-1111-1111-111111111111 "With a lantern")' }),
  ])
  const titles = find(index, 'lantern').map(({ title }) => title)
  expect(titles.slice(0, 2)).toEqual(['Ada Lantern', 'Lanterns of the north'])
  expect(titles.toSorted()).toEqual(['Ada Lantern', 'Evening', 'Lanterns of the north', 'Lunch', 'Night'])
  const [speaker] = find(index, 'kostromin')
  expect(speaker).toMatchObject({
    title: 'Lanterns of the north',
    sentence: 'Oleh Kostromin, host, Barrieria',
    field: 'person',
  })
})

test('where a word itself is found, words that contain it or look like it are not marked', () => {
  const [hit] = find(indexOf([someNote({ text: 'A team in the tram, and a streetcar like a tramway.' })]), 'tram')
  expect(hit && marked(hit)).toEqual(['tram', 'tram'])
  const [other] = find(indexOf([someNote({ text: 'The other boat, there.' })]), 'the')
  expect(other && marked(other)).toEqual(['The', 'the'])
})

test('a hit says where in the text its first word is', () => {
  const text = 'First line.\n\n- See [the **slides**](https://example.org/x) again'
  const [hit] = find(indexOf([someNote({ text })]), 'slides')
  expect(hit).toMatchObject({ sentence: 'See the slides again', field: 'text' })
  expect(text.slice(...(hit?.at ?? []))).toBe('slides')
})

test('each filter keeps the entries that it names, together with the words', () => {
  const index = indexOf([
    someNote({ title: 'One', text: 'tram', highlight: true, day: '2026-04-14' }),
    someNote({ title: 'Two', text: 'tram', private: true, tags: ['City life'], day: '2026-04-15' }),
    someTalk({ title: 'Three', text: 'tram', speakers: [{ name: 'Jürgen Bley', role: '', affiliation: '' }] }),
  ])
  const titles = (filter: SearchQuery['filter'], query = 'tram') =>
    find(index, query, { filter }).map(({ title }) => title)
  expect(titles({ starred: true })).toEqual(['One'])
  expect(titles({ private: true })).toEqual(['Two'])
  expect(titles({ private: false, kind: 'note' })).toEqual(['One'])
  expect(titles({ kind: 'talk' })).toEqual(['Three'])
  expect(titles({ day: '2026-04-15' })).toEqual(['Two'])
  expect(titles({ tag: 'city  LIFE' })).toEqual(['Two'])
  expect(titles({ person: 'jurgen bley' }, '')).toEqual(['Three'])
  expect(titles({ person: 'Bley' })).toEqual([])
})

test('the mode for names finds titles, people and tags, and no words of texts', () => {
  const index = indexOf([
    someNote({ title: 'The tram', text: 'A ride.' }),
    someNote({ title: 'Lunch', text: 'We missed the tram.' }),
  ])
  expect(find(index, 'tram', { mode: 'names' }).map(({ title }) => title)).toEqual(['The tram'])
})

test('people and tags are found by the beginnings of their words, the most frequent first', () => {
  const index = indexOf([
    somePerson({ who: 'Ada Meyer' }),
    someTalk({ speakers: [{ name: 'Ada Meyer', role: '', affiliation: '' }] }),
    someTalk({ speakers: [{ name: 'Meinrad Áda', role: '', affiliation: '' }], tags: ['adaptive'] }),
  ])
  const names = index.names({ query: 'ada', kinds: ['person', 'tag'], tripId: null, limit: 10 })
  expect(names).toEqual([
    { kind: 'person', name: 'Ada Meyer', entries: 2 },
    { kind: 'person', name: 'Meinrad Áda', entries: 1 },
    { kind: 'tag', name: 'adaptive', entries: 1 },
  ])
})

test('rooms and affiliations are found by their names, only if they are asked for', () => {
  const index = indexOf([
    someTalk({ room: 'Europium 2', speakers: [{ name: 'Ada', role: '', affiliation: 'Uni Graz' }] }),
    someTalk({ room: 'Europium 2' }),
    someTalk({ room: 'Helium' }),
  ])
  const names = (query: string, kind: NameKind) => index.names({ query, kinds: [kind], tripId: null, limit: 10 })
  expect(names('eur', 'room')).toEqual([{ kind: 'room', name: 'Europium 2', entries: 2 }])
  expect(names('graz', 'affiliation')).toEqual([{ kind: 'affiliation', name: 'Uni Graz', entries: 1 }])
  expect(names('eur', 'person')).toEqual([])
})

test('every report of a trip is found by its own words, and a hit says which report it leads to', () => {
  const trip = tripWith([someNote({ text: 'Nothing of that.' })], { title: 'PyCon DE 2026' })
  const section = { id: crypto.randomUUID(), heading: 'Findings', text: 'A *walrus* on stage.', entryIds: [] }
  const memo = {
    ...trip.report,
    id: crypto.randomUUID(),
    name: 'For Grace',
    lead: 'Why the gulls.',
    sections: [section],
  }
  const index = new SearchIndex()
  index.list([{ tripId: trip.id, stamp: '1' }])
  index.put({ ...trip, report: { ...trip.report, lead: 'Before the storm.' }, reports: [memo] }, '1')
  const led = (query: string) =>
    find(index, query).map(({ place, reportId, field, sentence }) => ({ place, reportId, field, sentence }))
  const place = 'report'
  expect(led('storm')).toEqual([{ place, reportId: trip.id, field: 'lead', sentence: 'Before the storm.' }])
  expect(led('gulls')).toEqual([{ place, reportId: memo.id, field: 'lead', sentence: 'Why the gulls.' }])
  expect(led('walrus')).toEqual([{ place, reportId: memo.id, field: 'lead', sentence: 'A walrus on stage.' }])
  expect(led('grace')).toEqual([{ place, reportId: memo.id, field: 'detail', sentence: 'For Grace' }])
})
