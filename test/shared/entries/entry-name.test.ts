import { describe, expect, test } from 'vitest'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { entryLabel, entryName, entryTitle, firstWords } from '../../../electron/shared/entries/entry-name.ts'
import { render } from '../../../electron/shared/messages/translate.ts'
import { toRow } from '../../../renderer/journal/entry-row.ts'
import { writtenEncounter, writtenNote, writtenTalk, writtenTrip } from '../../support/written-trip.ts'

describe('the name of an entry', () => {
  test('the name of an entry is its title, or the name of the person, on one line', () => {
    expect(entryName(writtenTalk(1, { title: ' State of\n ML ', text: 'Words.' }))).toBe('State of ML')
    expect(entryTitle(writtenEncounter(1, { who: 'Ada  Example' }))).toBe('Ada Example')
  })

  test('the name of an entry without a title is the first words of its text', () => {
    expect(entryName(writtenNote(1, { title: ' ', text: '## **Late** train' }))).toBe('Late train')
    expect(entryLabel(writtenNote(1, { title: '', text: '> – ' }))).toBe('–')
  })

  test('the name of an empty entry is its kind', () => {
    expect(entryName(writtenTalk(1, { title: '' }))).toBe('Untitled talk')
    expect(entryName(writtenNote(1, { title: '', text: ' \n' }))).toBe('Untitled note')
    expect(entryName(writtenEncounter(1, { who: '' }))).toBe('Unnamed person')
    expect(entryLabel(writtenTalk(1, { title: '' }))).toBe('')
  })

  test('the name of an entry is the same in the journal and in remarks about the report', () => {
    const talk = writtenTalk(1, { title: '' })
    const { remarks } = composePost(writtenTrip({ entries: [talk] }))
    expect(toRow(talk, 'UTC').title).toBe('Untitled talk')
    expect(remarks.map(({ message }) => render(message))).toContain(
      'Untitled talk of Tuesday, 14 April 2026 is empty, so the post leaves it out.',
    )
  })
})

describe('the first words of a text', () => {
  test.each([
    ['- [ ] ask *Ada*', 'ask Ada'],
    ['> “when things change”', '“when things change”'],
    ['\n\n1. Jay Miller Keynote', 'Jay Miller Keynote'],
    ['![](photo:x)\n\nThe hall', 'The hall'],
    ['![The crowd](photo:x)\n\nThe hall', 'The hall'],
    ['![The crowd](photo:x)', 'The crowd'],
    ['**\n\nThe hall', 'The hall'],
    ['See [the slides](https://example.org)', 'See the slides'],
    ['', ''],
  ])('the first words of %j are %j', (text, words) => {
    expect(firstWords(text)).toBe(words)
  })

  test('the first words are cut between two words after 80 characters', () => {
    expect(firstWords('seven by seven '.repeat(6))).toBe(`${'seven by seven '.repeat(5).trim()}…`)
    expect(firstWords('x'.repeat(100))).toHaveLength(81)
  })
})
