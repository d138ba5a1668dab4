import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { darmstadt, flags, makePlace, type Place } from './lanyard.ts'

let place: Place
let trip: string
beforeEach(async () => {
  place = await makePlace()
  trip = ((await place.json(['new', ...darmstadt])) as { trip: string }).trip
  return () => rm(place.folder, { recursive: true, force: true })
})

async function entries(): Promise<Record<string, unknown>[]> {
  return ((await place.json(['show', trip])) as { entries: Record<string, unknown>[] }).entries
}

describe('lanyard add', () => {
  test('lanyard add adds a talk with every field that it can have', async () => {
    const said = flags({
      title: 'State of In-Browser ML: WebAssembly',
      'short-title': 'State of In-Browser ML',
      speaker: ['Oleh K.; author of "Browser Brains"; Data Lab', 'Iryna K.'],
      day: '2026-04-15',
      start: '10:45',
      end: '11:15',
      room: 'Europium',
      session: 'keynote',
      link: ['slides=https://example.org/s?page=2', 'https://example.org/repo?a=b'],
      tag: ['wasm', 'ml'],
      highlight: true,
      private: true,
      own: true,
      text: 'No *silver* bullet.',
    })
    const added = await place.json(['add', trip, ...said])
    const [entry] = await entries()
    expect(added).toMatchObject({ trip, entry: entry?.['id'], kind: 'talk', day: '2026-04-15' })
    expect(entry).toMatchObject({
      kind: 'talk',
      title: 'State of In-Browser ML: WebAssembly',
      shortTitle: 'State of In-Browser ML',
      speakers: [
        { name: 'Oleh K.', role: 'author of "Browser Brains"', affiliation: 'Data Lab' },
        { name: 'Iryna K.', role: '', affiliation: '' },
      ],
      day: '2026-04-15',
      start: '2026-04-15T10:45:00+02:00',
      end: '2026-04-15T11:15:00+02:00',
      room: 'Europium',
      session: 'keynote',
      links: [
        { label: 'slides', url: 'https://example.org/s?page=2' },
        { label: 'example.org', url: 'https://example.org/repo?a=b' },
      ],
      tags: ['wasm', 'ml'],
      highlight: true,
      private: true,
      own: true,
      text: 'No *silver* bullet.',
    })
  })

  test('lanyard add adds an encounter if --who is given, and a note by default', async () => {
    await place.json([
      'add',
      trip,
      '--day',
      '2026-04-14',
      '--who',
      'Maris',
      '--role',
      'student',
      '--context',
      'coffee queue',
    ])
    await place.json(['add', trip, '--day', '2026-04-14', '--title', 'Lunch', '--text', 'Soup.'])
    expect(await entries()).toMatchObject([
      { kind: 'encounter', who: 'Maris', role: 'student', context: 'coffee queue' },
      { kind: 'note', title: 'Lunch', text: 'Soup.' },
    ])
  })

  test('lanyard add puts entries in the order of their times', async () => {
    for (const [title, start] of [
      ['Evening', '19:00'],
      ['Morning', '9:00'],
      ['Noon', '12:00'],
    ] as const) {
      await place.json(['add', trip, '--day', '2026-04-14', '--title', title, '--start', start])
    }
    expect((await entries()).map((entry) => entry['title'])).toEqual(['Morning', 'Noon', 'Evening'])
    const { stdout } = await place.lanyard(['show', trip])
    expect(stdout).toMatch(/Tuesday, 14 April 2026\n\s+09:00\s+note.*Morning\n\s+12:00\s+note.*Noon\n\s+19:00/)
  })

  test('lanyard add takes the day from the start, and reads times in the time zone of the venue', async () => {
    await place.json(['add', trip, '--title', 'Local', '--start', '2026-04-15T08:00'])
    await place.json(['add', trip, '--title', 'Far', '--start', '2026-04-15T23:30:00Z'])
    expect(await entries()).toMatchObject([
      { title: 'Local', day: '2026-04-15', start: '2026-04-15T08:00:00+02:00' },
      { title: 'Far', day: '2026-04-16' },
    ])
    expect((await place.lanyard(['show', trip])).stdout).toMatch(/Thursday, 16 April 2026\n\s+01:30\s+note.*Far/)
  })

  test('lanyard add puts an end before the start on the next day', async () => {
    await place.json(['add', trip, '--day', '2026-04-14', '--session', 'social', '--start', '22:00', '--end', '1:30'])
    expect(await entries()).toMatchObject([{ end: '2026-04-15T01:30:00+02:00' }])
  })

  test('lanyard add reads the text unchanged from standard input and from a file', async () => {
    const text = '“Curly” and "straight" – 1. not a list\r\n\r\n\tcode & more 🧣'
    await place.json(['add', trip, '--day', '2026-04-14', '--title', 'Piped'], `${text}\n`)
    const file = join(place.folder, 'note.md')
    await writeFile(file, `\ufeff${text}\n`)
    await place.json(['add', trip, '--day', '2026-04-14', '--title', 'Filed', '--file', file])
    await place.json(['add', trip, '--day', '2026-04-14', '--title', 'Dashed', '--file', '-'], text)
    expect((await entries()).map((entry) => entry['text'])).toEqual([text, text, text])
  })

  test('lanyard add does not wait forever for an open pipe that stays silent', async () => {
    const run = await place.lanyard(['add', trip, '--day', '2026-04-14', '--title', 'Quiet'], null)
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(await entries()).toMatchObject([{ title: 'Quiet', text: '' }])
  })

  test('lanyard add loses no entry when several processes add to one trip at the same moment', async () => {
    const titles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six']
    await Promise.all(titles.map((title) => place.lanyard(['add', trip, '--day', '2026-04-14', '--title', title])))
    expect(new Set((await entries()).map((entry) => entry['title']))).toEqual(new Set(titles))
  })

  test('lanyard add accepts a title and a text that look like options', async () => {
    await place.json(['add', trip, '--day', '2026-04-14', '--title', '--json', '--text', '--library'])
    expect(await entries()).toMatchObject([{ title: '--json', text: '--library' }])
  })

  test.each([
    ['an impossible time', ['--day', '2026-04-14', '--start', '25:00'], '', /25:00/],
    ['a day that is not a date', ['--day', 'tomorrow'], '', /tomorrow/],
    ['a missing file', ['--file', 'missing.md'], '', /missing\.md/],
    ['a folder as a file', ['--file', '.'], '', /not a text file/],
    ['bytes that are not text', [], new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]), /not text in UTF-8/],
    ['text with NULs', [], 'a\0b', /not text in UTF-8/],
  ])('lanyard add refuses %s and adds nothing', async (_, said, input, sentence) => {
    const run = await place.lanyard(['add', trip, '--title', 'X', ...said], input)
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toMatch(sentence)
    expect(await entries()).toEqual([])
  })

  test.each([
    ['a room for a note', ['--kind', 'note', '--room', 'Europium'], /--room cannot be used with a note/],
    ['a title for an encounter', ['--who', 'Maris', '--title', 'Met'], /--title cannot be used with an encounter/],
    ['an unknown kind', ['--kind', 'poem'], /poem/],
    ['an unknown kind of session', ['--session', 'nap'], /nap/],
    ['a text and a file', ['--text', 'a', '--file', 'b'], /--file/],
    ['no trip', null, /trip/],
  ])('lanyard add exits with code 2 when it is given %s', async (_, said, sentence) => {
    const run = await place.lanyard(said === null ? ['add'] : ['add', trip, ...said])
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(sentence)
  })
})
