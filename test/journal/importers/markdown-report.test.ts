import { describe, expect, test } from 'vitest'
import type { Imported, ImportFile } from '../../../electron/journal/importers/importer.ts'
import { inWords } from '../../support/in-words.ts'
import { exportImported, file, importReport, readFixture } from '../../support/reports.ts'
import { onePixel } from '../../support/trips.ts'

/** A report in a short form for tests: sections and their entries with heading and text. */
function shape({ trip }: Imported): unknown {
  const entries = new Map(trip.entries.map((entry) => [entry.id, entry]))
  return trip.report.sections.map(({ heading, entryIds }) => [
    heading,
    ...entryIds.map((id) => [trip.report.entries[id]?.heading, entries.get(id)?.text]),
  ])
}

function importText(text: string, ...others: ImportFile[]): Imported {
  return importReport(file('report.md', text), ...others)
}

describe('a report that becomes a trip by theme', () => {
  test('the highest headings become sections, and those below become entries', () => {
    const imported = importText(
      'Lead.\n\n## A\n\nIntro.\n\n### A1\n\nOne.\n\n#### Deep\n\nDeeper.\n\n### A2\n\n## B\n\nTwo.\n',
    )
    expect(imported.trip.report).toMatchObject({ arrangement: 'theme', lead: 'Lead.', headingLevel: 2 })
    expect(shape(imported)).toEqual([
      ['A', ['', 'Intro.'], ['A1', 'One.\n\n#### Deep\n\nDeeper.'], ['A2', '']],
      ['B', ['', 'Two.']],
    ])
    // What introduces a section has no title: it is not an entry of the section's name.
    expect(imported.trip.entries.map((entry) => entry.kind === 'note' && entry.title)).toEqual(['', 'A1', 'A2', 'B'])
    expect(imported.trip.entries.some((entry) => entry.private)).toBe(false)
  })

  test.each([
    ['# A\n\nx\n\n## A1\n\ny', 1, [['A', ['', 'x'], ['A1', 'y']]]],
    ['### A\n\nx\n\n#### A1\n\ny', 3, [['A', ['', 'x'], ['A1', 'y']]]],
    ['#### A\n\nx\n\n##### B\n\ny', 3, [['', ['A', 'x\n\n##### B\n\ny']]]],
    ['##### A\n\nx', 2, [['', ['', '##### A\n\nx']]]],
    ['Just words.\n\nMore.', 2, [['', ['', 'Just words.\n\nMore.']]]],
    // Sections with one text each are entries.
    ['## A\n\n## B\n\nx', 1, [['', ['A', ''], ['B', 'x']]]],
    ['# A\n\ny\n\n# B\n\nx', 0, [['', ['A', 'y'], ['B', 'x']]]],
    ['### A\n\ny\n\n### B\n\nx', 2, [['', ['A', 'y'], ['B', 'x']]]],
    // Days are sections.
    [
      '## Day 1\n\ny\n\n## Day 2\n\nx',
      2,
      [
        ['Day 1', ['', 'y']],
        ['Day 2', ['', 'x']],
      ],
    ],
    // A heading that is alone above all others is not a section.
    [
      '# All\n\n## A\n\nx\n\n### A1\n\ny\n\n## B\n\nz',
      2,
      [
        ['A', ['', 'x'], ['A1', 'y']],
        ['B', ['', 'z']],
      ],
    ],
    ['## A\n\n#### Skipped\n\nx\n\n### A1\n\ny', 2, [['A', ['', '#### Skipped\n\nx'], ['A1', 'y']]]],
  ])('headings of any levels become sections and entries: %j', async (text, level, expected) => {
    const imported = importText(`---\ntitle: "T"\n---\n${text}\n`)
    expect(imported.trip.report.headingLevel).toBe(level)
    expect(shape(imported)).toEqual(expected)
    expect((await exportImported(imported, 'markdown')).text).toBe(`---\ntitle: "T"\nlang: "en"\n---\n\n${text}\n`)
  })

  test('the texts are kept as they were typed', () => {
    const typed =
      '* star\n* list\n\n_under_ and __more__\n\n    code\n\n| a|b |\n|--|--|\n\nTitle\n=====\n\n***\n\nbreak  \nhere'
    const imported = importText(`## A\n\n${typed.replace('Title\n=====', '### T')}\n`)
    const [first, second] = imported.trip.entries
    expect(`${first?.text}\n\nTitle\n=====\n\n${second?.text}`).toBe(typed)
  })

  test('the lines of a paragraph that was wrapped at some width become one', () => {
    const imported = importText(
      '## A\n\nOne *line\nand* another\n[one](x\n"y").\n\n> Said\n> so.\n\n- an\n  item\\\n  of two\n\n```\na\nb\n```',
    )
    expect(imported.trip.entries.map(({ text }) => text)).toEqual([
      'One *line and* another [one](x\n"y").\n\n> Said so.\n\n- an item\\\n  of two\n\n```\na\nb\n```',
    ])
    expect(inWords(imported.draft.remarks)).toEqual([])
  })

  test('headings become plain words if these have the same meaning', () => {
    const headings = ['1\\. Keynote', 'D&amp;I', '*Very* good', '[A talk](https://example.org)', '`new()`', 'a \\* b']
    const imported = importText(headings.map((heading) => `## ${heading}\n\nx\n`).join('\n'))
    const { sections, entries } = imported.trip.report
    expect(sections[0]?.entryIds.map((id) => entries[id]?.heading)).toEqual([
      '1. Keynote',
      'D&I',
      '*Very* good',
      '[A talk](https://example.org)',
      '`new()`',
      'a * b',
    ])
  })
})

describe('cutting the text', () => {
  test('references get the address that is defined elsewhere', () => {
    const imported = importText(
      [
        '## A',
        'See [the *slides*][1], [by name], [collapsed][], ![a *map*][pic] and [![x][pic]][1].',
        '### [In a heading][1]',
        'y',
        '## B',
        'Here it is [by name].',
        '[1]: https://one.example/(a) "The \\"title\\""\n[by name]: <https://two.example/a b>\n[collapsed]: three\n[pic]: map.png "Map"',
      ].join('\n\n'),
      file('map.png', onePixel),
    )
    const [photo] = imported.trip.photos
    const map = `(photo:${photo?.id} "Map")`
    const one = '(https://one.example/\\(a\\) "The \\"title\\"")'
    expect(shape(imported)).toEqual([
      [
        'A',
        [
          '',
          `See [the *slides*]${one}, [by name](<https://two.example/a b>), [collapsed](three), ![a *map*]${map} and [![x]${map}]${one}.`,
        ],
        [`[In a heading]${one}`, 'y'],
      ],
      ['B', ['', 'Here it is [by name].\n\n\n[by name]: <https://two.example/a b>']],
    ])
  })

  test('references stay if their definition is in the same text', () => {
    const text = 'See [this][1].\n\n[1]: https://one.example\n[unused]: https://two.example'
    expect(shape(importText(`## A\n\n${text}\n\n## B\n\nx\n`))).toEqual([['', ['A', text], ['B', 'x']]])
  })

  test('footnotes move to where they are referenced', () => {
    const imported = importText(
      '## A\n\nx[^n]\n\n## B\n\ny\n\n[^n]: Note with [a link][1].\n\n    More.\n\n[1]: https://one.example\n',
    )
    expect(shape(imported)).toEqual([
      ['', ['A', 'x[^n]\n\n[^n]: Note with [a link](https://one.example).\n\n    More.'], ['B', 'y']],
    ])
  })

  test('a text that cannot be cut without changes becomes one entry, and nothing of it is lost', async () => {
    const text = '## A heading[^1]\n\nx\n\n## B\n\ny\n\n[^1]: Note.'
    const imported = importText(`${text}\n`)
    expect(shape(imported)).toEqual([['', ['', text]]])
    expect(inWords(imported.draft.remarks)).toContain(
      'The text could not be divided without changing it, so it became one entry.',
    )
    expect((await exportImported(imported, 'markdown')).text).toContain(text)
  })
})

describe('pictures of a report', () => {
  test('each picture is stored once, with its details from the text, and shown by its id', () => {
    const imported = importReport(
      file(
        'posts/a/index.md',
        '![One](pics/a%20b.png "Cap")\n![One](./pics/a%20b.png?v=2 "Cap")\n![Two](/static/c.png)\n![up](../d.png)\n',
      ),
      file('posts/a/pics/a b.png', onePixel),
      file('posts/a/c.png', new Uint8Array([...onePixel, 1])),
      file('posts/d.png', new Uint8Array([...onePixel, 2])),
    )
    const [one, two, three] = imported.trip.photos
    expect(imported.trip.photos).toHaveLength(3)
    expect(one).toMatchObject({ originalName: 'a b.png', alt: 'One', caption: 'Cap' })
    expect(two).toMatchObject({ originalName: 'c.png', alt: 'Two', caption: '' })
    expect(imported.trip.entries[0]?.text).toBe(
      `![One](photo:${one?.id} "Cap")\n![One](photo:${one?.id} "Cap")\n![Two](photo:${two?.id})\n![up](photo:${three?.id})`,
    )
    expect([...imported.photos.keys()]).toEqual(imported.trip.photos.map(({ id }) => id))
  })

  test('an empty alternative text stays empty even if the same picture has one elsewhere', async () => {
    const imported = importText('![](a.png)\n\n![Words](a.png)\n', file('a.png', onePixel))
    expect(imported.trip.photos[0]?.alt).toBe('')
    expect((await exportImported(imported, 'markdown')).text).toContain('![](a.png)\n\n![Words](a.png)\n')
  })

  test('missing pictures stay unchanged in the text, and are reported', () => {
    const imported = importText('![x](gone.png) ![y](https://example.org/z.png)\n')
    expect(imported.trip.entries[0]?.text).toBe('![x](gone.png) ![y](https://example.org/z.png)')
    expect(imported.draft).toMatchObject({ missing: ['gone.png'], remarks: [], pictures: 0 })
  })

  test('pictures of unsupported formats stay unchanged in the text, and are reported', () => {
    const imported = importText('![x](x.svg)\n', file('x.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'))
    expect(imported.trip.entries[0]?.text).toBe('![x](x.svg)')
    expect(imported.draft.missing).toEqual(['x.svg'])
  })

  test('pictures that the text does not show are imported as well', () => {
    const imported = importText('---\ntitle: T\n---\nWords.\n', file('cover.png', onePixel))
    expect(imported.trip.photos.map(({ originalName }) => originalName)).toEqual(['cover.png'])
    expect(inWords(imported.draft.remarks)).toEqual([
      'The text does not show “cover.png”. The picture is kept with the trip’s photos.',
    ])
  })

  test.each(['image: cover.png', 'cover:\n  image: cover.png\n  alt: A hall', 'heroImage: "./cover.png"'])(
    'the picture that stands for a post becomes its cover (%j)',
    (line) => {
      const { trip, draft } = importText(`---\ntitle: T\n${line}\n---\nWords.\n`, file('cover.png', onePixel))
      expect(trip.report.cover).toBe(trip.photos[0]?.id)
      expect(draft.remarks).toEqual([])
    },
  )

  test('a cover that was not among the files is reported', () => {
    const { trip, draft } = importText('---\ntitle: T\nimage: https://example.org/x.png\n---\nWords.\n')
    expect(trip.report.cover).toBeUndefined()
    expect(inWords(draft.remarks)).toEqual(['Front matter that was not imported: “image”.'])
  })

  test('front matter keeps the description, the categories, the address and the time of a post', () => {
    const fields = 'date: 2026-01-31T19:00:00+01:00\nsummary: In short\ncategory: Tech\nslug: /2026/my-post/\n'
    const { trip, draft } = importText(`---\ntitle: T\n${fields}---\nWords.\n`)
    expect(draft.remarks).toEqual([])
    expect(trip.report).toMatchObject({
      publishedOn: '2026-01-31',
      publishedTime: '19:00:00+01:00',
      description: 'In short',
      categories: ['Tech'],
      slug: 'my-post',
    })
  })

  test('pictures embedded in the text are extracted', () => {
    const imported = importText(`![x](data:image/png;base64,${onePixel.toString('base64')})\n`)
    const [photo] = imported.trip.photos
    expect(imported.trip.entries[0]?.text).toBe(`![x](photo:${photo?.id})`)
    expect(imported.photos.get(photo?.id ?? '')).toEqual(new Uint8Array(onePixel))
  })

  test('code that looks like a picture stays code', () => {
    const imported = importText('`![x](a.png)` and \\![x](a.png)\n\n    ![x](a.png)\n', file('a.png', onePixel))
    expect(imported.trip.entries[0]?.text).toBe('`![x](a.png)` and \\![x](a.png)\n\n    ![x](a.png)')
  })
})

describe('the title of a report', () => {
  test.each([
    ['from front matter', 'x.md', '---\ntitle: "A: b"\n---\n# H\n\nx', 'A: b'],
    ['from a first heading that is alone on its level', 'x.md', '# The Title\n\nx\n\n## A\n\ny', 'The Title'],
    [
      'from the file, where there are several such headings',
      'my_trip report.md',
      '# A\n\nx\n\n# B\n\ny',
      'my trip report',
    ],
    ['from the folder of an index.md, without its date', 'posts/2026-01-31-fosdem-day-1/index.md', 'x', 'fosdem day 1'],
    ['from the file, where the first heading has more than words', 'a.md', '# [L](https://x.example)\n\nx', 'a'],
    ['from the file, where it has no name', 'index.md', 'x', 'index'],
  ])('the title is taken %s', (_, name, text, title) => {
    const { trip } = importReport(file(name, text))
    expect([trip.title, trip.report.title]).toEqual([title, title])
  })

  test('the title is removed from the text', async () => {
    const imported = importText('# The Title\n\nLead.\n\n## A\n\nx\n')
    expect(imported.trip.report).toMatchObject({ lead: 'Lead.', headingLevel: 1 })
    expect((await exportImported(imported, 'markdown')).text).toBe(
      '---\ntitle: "The Title"\nlang: "en"\n---\n\nLead.\n\n## A\n\nx\n',
    )
  })
})

const days = ({ trip }: Imported) => [trip.firstDay, trip.lastDay, ...trip.entries.map(({ day }) => day)]

describe('the days of a report', () => {
  test('the days come from the text, and entries get the day of their heading', async () => {
    const imported = importReport(file('by-day.md', await readFixture('by-day.md')))
    expect(days(imported)).toEqual(['2026-04-21', '2026-04-23', '2026-04-21', '2026-04-22', '2026-04-23', '2026-04-23'])
    expect(imported.draft.days).toMatchObject({ source: 'text' })
    expect(imported.trip.report).toMatchObject({ publishedOn: '2026-05-02', published: true })
  })

  test('the day is that of the post if the text mentions none', () => {
    expect(days(importText('---\ndate: 2026-05-02T10:00:00+02:00\n---\n## Day 2\n\nx\n\n## Day 3\n\ny\n'))).toEqual([
      '2026-05-02',
      '2026-05-04',
      '2026-05-03',
      '2026-05-04',
    ])
  })

  test('the days come from headings that are dates', () => {
    expect(days(importText('## Dienstag, 14. April 2026\n\nx\n\n## Thursday, 16 April 2026\n\ny\n'))).toEqual([
      '2026-04-14',
      '2026-04-16',
      '2026-04-14',
      '2026-04-16',
    ])
  })

  test('the days are unknown if nothing says when it was', () => {
    expect(importText('Words.\n').draft.days).toBeNull()
    expect(importText('Words.\n').trip.report).toMatchObject({ publishedOn: null, published: false })
  })
})

test('the language comes from front matter, or else from the words, or else from the defaults', async () => {
  expect(importText('---\nlang: "pt_BR"\n---\nx\n').trip.language).toBe('pt-BR')
  expect(importReport(file('a.md', (await readFixture('bundle.md')).repeat(5))).trip.language).toBe('fr')
  expect(importText('x\n').trip.language).toBe('en')
})
