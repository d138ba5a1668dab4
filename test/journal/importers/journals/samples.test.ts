import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dateOf } from '../../../../electron/shared/journal-days.ts'
import { hasJournalSamples, journalSamples, lostWords, readJournal } from '../../../support/journals.ts'
import { valueOf } from '../../../support/library.ts'

interface Sample {
  /** A file, or a folder, below the samples. */
  path: string
  format: string
  /** The entries in the raw text, counted without reading the format. */
  count: (raw: string) => number
  /** The days in the raw text; left out where its times are in UTC, and its days depend on the zone. */
  days?: (raw: string) => readonly string[]
  /** What was written, with as little as possible of what was not. */
  words: (raw: string) => string
  /** How many of its entries have nothing in them. */
  empty?: number
}

const matches = (raw: string, pattern: RegExp): string[] => Array.from(raw.matchAll(pattern), ([, found = '']) => found)
const values = (raw: string, name: string): string =>
  matches(raw, new RegExp(`"${name}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*")`, 'g'))
    .map((value) => String(JSON.parse(value)))
    .join('\n')
const withoutTags = (html: string): string =>
  html.replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, ' ').replaceAll(/&(?:#\d+|\w+);/g, ' ')
const days = (raw: string): string[] => matches(raw, /"(\d{4}-\d{2}-\d{2})"/g)
const miniDiary = (path: string): Sample => ({
  path: `mini-diary/${path}`,
  format: 'mini-diary',
  count: (raw) => days(raw).length,
  days,
  words: (raw) => `${values(raw, 'title')} ${values(raw, 'text')}`,
})

const samples: readonly Sample[] = [
  {
    path: 'dayone',
    format: 'day-one',
    count: (raw) => matches(raw, /("creationDate")/g).length,
    days: (raw) => matches(raw, /"creationDate"\s*:\s*"(\d{4}-\d{2}-\d{2})/g),
    words: (raw) => values(raw, 'text').replaceAll(/\]\([^)]*\)/g, ''),
    empty: 1,
  },
  {
    path: 'mini-diary/jsonDayOne.json',
    format: 'day-one',
    count: (raw) => matches(raw, /("creationDate")/g).length,
    days: (raw) => matches(raw, /"creationDate"\s*:\s*"(\d{4}-\d{2}-\d{2})/g),
    words: (raw) => values(raw, 'text'),
  },
  {
    path: 'mini-diary/txtDayOne.txt',
    format: 'day-one',
    count: (raw) => matches(raw, /(\tDate:)/g).length,
    words: (raw) => raw.replaceAll(/\tDate:.*/g, ''),
  },
  {
    path: 'mini-diary/jsonJrnl.json',
    format: 'jrnl',
    count: (raw) => matches(raw, /("body")/g).length,
    days,
    words: (raw) => `${values(raw, 'title')} ${values(raw, 'body')}`,
  },
  miniDiary('jsonMiniDiary.json'),
  miniDiary('jsonMiniDiary_v3.3.0.json'),
  miniDiary('jsonMiniDiary_v3.4.0.json'),
  {
    path: 'journey',
    format: 'journey',
    count: (raw) => matches(raw, /("date_journal")/g).length,
    words: (raw) => withoutTags(values(raw, 'text')),
  },
  {
    path: 'joplin-raw',
    format: 'joplin',
    count: (raw) => matches(raw, /^(type_: 1)$/gm).length,
    days: (raw) => matches(raw, /^user_created_time: (\d{4}-\d{2}-\d{2})/gm),
    words: (raw) => raw.replaceAll(/^[a-z_]+: ?.*$/gm, '').replaceAll('&nbsp;', ''),
  },
  {
    path: 'rednotebook',
    format: 'red-notebook',
    count: (raw) => matches(raw, /^(\d+):$/gm).length,
    words: () =>
      'Keynote by Sebastian Raschka about LLM architectures point one Ansible tutorial Pair Share Lunch Tab line',
  },
  {
    path: 'wordpress-wxr',
    format: 'wordpress',
    count: (raw) => matches(raw, /(<wp:post_type><!\[CDATA\[post\]\]>)/g).length,
    days: (raw) =>
      matches(
        raw,
        /<wp:post_date><!\[CDATA\[(\d{4}-\d{2}-\d{2})[^<]*<\/wp:post_date>(?:(?!<\/item>)[\s\S])*?\[post\]\]><\/wp:post_type>/g,
      ),
    words: (raw) =>
      matches(raw, /<item>((?:(?!<\/item>)[\s\S])*?<wp:post_type><!\[CDATA\[post\]\])/g)
        .flatMap((item) => matches(item, /<content:encoded><!\[CDATA\[([\s\S]*?)\]\]><\/content:encoded>/g))
        .map(withoutTags)
        .join('\n'),
  },
]

test.skipIf(!hasJournalSamples).for(samples.map((sample) => [sample.path, sample] as const))(
  'the sample journal %s has as many entries and days as its raw text, and all of its words',
  async ([, { path, format, count, days: daysIn, words, empty = 0 }]) => {
    const place = join(journalSamples, path)
    const isFile = /\.\w+$/.test(path)
    const names = isFile ? [''] : await readdir(place)
    const files = await Promise.all(
      names.map(async (name) => ({
        name: isFile ? path : `${path}/${name}`,
        data: new Uint8Array(await readFile(join(place, name))),
      })),
    )
    const raw = files.map(({ data }) => new TextDecoder().decode(data)).join('\n')
    const { format: found, draft, trip } = valueOf(await readJournal(files))
    expect(found).toBe(format)
    expect(draft.entries).toHaveLength(count(raw) - empty)
    const daysRead = new Set(draft.entries.map((entry) => dateOf(entry)))
    expect(daysRead).toEqual(daysIn === undefined ? daysRead : new Set(daysIn(raw)))
    const written = trip.entries.map((entry, index) => `${draft.entries[index]?.title}\n${entry.text}`).join('\n')
    expect(lostWords(words(raw), written)).toEqual([])
  },
)
