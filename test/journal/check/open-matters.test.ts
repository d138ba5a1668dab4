import { describe, expect, test } from 'vitest'
import { checkDoubledWords } from '../../../electron/journal/check/check-doubled-words.ts'
import { checkedTexts } from '../../../electron/journal/check/checked-texts.ts'
import { blockingFirst } from '../../../electron/shared/check/remark.ts'
import { message } from '../../../electron/shared/messages/message.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import type { Entry, Talk } from '../../../electron/shared/trip.ts'
import { remarksOf, tripWithReport } from '../../support/composed-posts.ts'
import { someNote } from '../../support/library.ts'

const doubledIn = (text: string) =>
  checkedTexts(tripWithReport([someNote({ title: 'Arrival', text })]))
    .flatMap(checkDoubledWords)
    .map((found) => [found.text, found.suggestion])

describe('words that are written twice', () => {
  test.each([
    ['We met at the the station.', 'the the', 'the'],
    ['The the station was full.', 'The the', 'The'],
    ['We took a\na taxi.', 'a\na', 'a'],
    ['Das ist ein ein Bahnhof.', 'ein ein', 'ein'],
    ['- in in a list', 'in in', 'in'],
  ])('words written twice by mistake are found in %j', (text, found, right) => {
    expect(doubledIn(text)).toEqual([[found, right]])
  })

  test.each([
    'They had had enough, and that that was so.',
    'Ob sie sie kennt, und Leute, die die Stadt besuchten.',
    'Nous nous sommes vus, vous vous souvenez.',
    'Duran Duran played in Walla Walla.',
    'It took 10 10-minute talks, no. 7 7 times.',
    'The word, word for word. So it was. Was it?',
    'Use `the` the right way, and https://example.org/the the way.',
    '# About pictures\npictures are here',
    'one\n\none more',
    '| a | a |\n|---|---|\n| b | b |',
    'Words of code:\n\n```\nfor for\n```',
  ])('words that are right twice, or in two places, are not found in %j', (text) => {
    expect(doubledIn(text)).toEqual([])
  })
})

function someTalk(title: string): Talk {
  const talk = newEntry('talk', '2026-04-14', null)
  if (talk.kind !== 'talk') throw new Error('Not a talk.')
  return { ...talk, title, text: 'Words.' }
}

const remarksAt = (entries: Entry[], key: string, report = {}) =>
  remarksOf(tripWithReport(entries, report)).filter(({ message: said }) => said.includes(key))

describe('what is left to do before an export', () => {
  test('a link and a picture that are still to be found are named with their entry, and lead to it', () => {
    const entry = someNote({ title: 'Arrival', text: 'See [the slides](), [x]() and\n\n![the stage]()' })
    expect(remarksAt([entry], 'Arrival')).toEqual([
      { message: '“Arrival” has 2 links without an address.', at: `entry ${entry.id}` },
      { message: '“Arrival” has a place for a picture still to come.', at: `entry ${entry.id}` },
    ])
  })

  test('an open task is no fault of a report', () => {
    expect(remarksAt([someNote({ title: 'Arrival', text: '- [ ] Pack' })], 'Arrival')).toEqual([])
  })

  test('a talk without speakers is named, and a break or an opening is not', () => {
    const talk = someTalk('Pair & Share')
    const opening = someTalk('Opening Session')
    expect(remarksAt([talk, opening], 'no speakers')).toEqual([
      { message: 'The talk “Pair & Share” has no speakers.', at: `entry ${talk.id}` },
    ])
  })

  test('a sentence of a private entry that the report contains is named, however it is marked up there', () => {
    const secret = 'They want to close the office in Darmstadt by the end of the year.'
    const hidden = someNote({ id: crypto.randomUUID(), title: 'Dinner', text: `Quiet talk. ${secret}`, private: true })
    const told = someNote({
      title: 'Arrival',
      text: `> They want to **close** the [office](https://example.org) in\n> Darmstadt by the end of the year.`,
    })
    expect(remarksAt([hidden, told], 'private entry')).toMatchObject([{ at: `entry ${told.id}` }])
    expect(remarksAt([hidden, someNote({ text: 'They want to close.' })], 'private entry')).toEqual([])
    expect(remarksAt([hidden], 'private entry', { lead: secret })).toMatchObject([{ at: 'lead' }])
  })

  test('a report without tags says so, and leads to them', () => {
    expect(remarksAt([someNote({ text: 'x' })], 'tags', { tags: [] })).toMatchObject([{ at: 'tags' }])
    expect(remarksAt([someNote({ text: 'x' })], 'tags')).toEqual([])
  })

  test('a heading that skips a level is found within a text, and not across texts', () => {
    const skipping = someNote({ title: 'A', text: '# One\n\n### Three' })
    expect(remarksAt([skipping], 'skips a level')).toMatchObject([{ at: `entry ${skipping.id}` }])
    expect(remarksAt([someNote({ title: 'A', text: '### Three\n\n# One\n\n## Two' })], 'skips a level')).toEqual([])
  })

  test('what nobody would see, or what is private, is listed before the rest', () => {
    const remarks = [
      { message: message('report.remark.no-tags') },
      { message: message('report.remark.picture-to-come', { count: 1, name: 'A' }) },
      { message: message('report.remark.no-date') },
      { message: message('report.remark.private-quoted', { name: 'A', words: 'b' }) },
    ]
    expect(blockingFirst(remarks).map(({ message: { key } }) => key.replace('report.remark.', ''))).toEqual([
      'picture-to-come',
      'private-quoted',
      'no-tags',
      'no-date',
    ])
  })
})
