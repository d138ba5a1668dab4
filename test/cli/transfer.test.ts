import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { exporters } from '../../electron/journal/exporters/index.ts'
import { fileTargets } from '../support/exports.ts'
import { reportsByDay, reportsByTheme } from '../support/report-folders.ts'
import { onePixel } from '../support/trips.ts'
import { darmstadt, makePlace, type Place } from './lanyard.ts'

let place: Place
beforeEach(async () => {
  place = await makePlace()
  return () => rm(place.folder, { recursive: true, force: true })
})

const report = `---
title: "Two Days & a Tram"
date: 2026-04-21
tags: ["trams"]
---

The 2026 edition took place in Darmstadt on 14-15 April 2026.

## 1st Day

It began with “soup” and "bread" – in that order.

- Soup: hot.
- Bread: *also* hot.

## 2nd Day

> Very few of you need \\[trams like ours].

![the tram](tram.png "Line 2")
`

/** The text below the front matter. */
function bodyOf(text: string): string {
  return text.slice(text.indexOf('---\n\n') + 5)
}

async function writeReport(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'index.md'), report)
  await writeFile(join(folder, 'tram.png'), onePixel)
  return join(folder, 'index.md')
}

type Imported = { trip: string; title: string; entries: number; photos: number; remarks: string[] }
type Exported = { files: string[]; differences: string[] }

describe('lanyard import', () => {
  test('lanyard import creates a trip from a report and the pictures beside it', async () => {
    const imported = (await place.json(['import', await writeReport(join(place.folder, 'post'))])) as Imported
    expect(imported).toMatchObject({ title: 'Two Days & a Tram', photos: 1 })
    expect(imported.entries).toBeGreaterThan(0)
    expect(await place.json(['show', imported.trip])).toMatchObject({
      firstDay: '2026-04-14',
      lastDay: '2026-04-15',
      photos: [{ originalName: 'tram.png' }],
      report: { publishedOn: '2026-04-21', tags: ['trams'] },
    })
  })

  test('lanyard import reads the files of a folder except hidden ones', async () => {
    const post = join(place.folder, 'post')
    await writeReport(post)
    await writeFile(join(post, '.notes.md'), '# Not this')
    await mkdir(join(post, '.git'))
    await writeFile(join(post, '.git', 'config.md'), '# Nor this')
    expect(await place.json(['import', `${post}/`])).toMatchObject({ title: 'Two Days & a Tram', photos: 1 })
  })

  test('lanyard import --trip adds entries to that trip', async () => {
    const { trip } = (await place.json(['new', ...darmstadt])) as { trip: string }
    const file = await writeReport(join(place.folder, 'post'))
    const imported = (await place.json(['import', file, '--trip', 'PyCon DE 2026'])) as Imported
    expect(imported).toMatchObject({ trip, title: 'PyCon DE 2026' })
    expect(await place.json(['trips'])).toMatchObject([{ id: trip, entries: imported.entries }])
  })

  test('lanyard import puts several posts about one journey into one trip', async () => {
    const first = await writeReport(join(place.folder, 'first'))
    const second = join(place.folder, 'second.md')
    await writeFile(second, '# Later\n\n## 16 April 2026\n\nThe tram came back.\n')
    const imported = (await place.json(['import', first, second])) as Imported
    expect(await place.json(['trips'])).toHaveLength(1)
    expect(JSON.stringify(await place.json(['show', imported.trip]))).toContain('The tram came back.')
  })

  test('lanyard import --dry-run shows what would be imported, and imports nothing', async () => {
    const post = join(place.folder, 'post.md')
    await writeFile(
      post,
      '# Cove\n\n## Clocks by Jane Doe\n\nTick.\n\n![](gone.png)\n\n## Boats by Ola Nordmann\n\nSplash.\n',
    )
    const options = ['--first-day', '2026-04-14', '--title', 'Cove 2026']
    expect(await place.json(['import', post, '--dry-run', ...options])).toMatchObject({
      title: 'Cove 2026',
      firstDay: '2026-04-14',
      lastDay: '2026-04-14',
      daysFrom: null,
      missing: ['gone.png'],
      entries: [
        { kind: 'talk', title: 'Clocks', speakers: ['Jane Doe'], session: 'talk', day: '2026-04-14' },
        { kind: 'talk', title: 'Boats', speakers: ['Ola Nordmann'] },
      ],
    })
    const { stdout } = await place.lanyard(['import', post, '--dry-run', ...options])
    expect(stdout).toMatch(/2026-04-14 +talk +Clocks +Jane Doe\n/)
    expect(stdout).toMatch(/“gone\.png”.*\nNothing was imported\.\n$/)
    expect(await place.json(['trips'])).toEqual([])
  })

  test('lanyard import asks for the days where the report says none, instead of taking today', async () => {
    const post = join(place.folder, 'post.md')
    await writeFile(post, '# Cove\n\nIt was nice.\n')
    const refused = await place.lanyard(['import', post])
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('--first-day')
    expect(await place.json(['trips'])).toEqual([])
    const { trip } = (await place.json([
      'import',
      post,
      '--first-day',
      '2026-04-14',
      '--last-day',
      '2026-04-15',
    ])) as Imported
    expect(await place.json(['show', trip])).toMatchObject({ firstDay: '2026-04-14', lastDay: '2026-04-15' })
  })

  test.each([
    [['--first-day', '14 April'], /not a date/],
    [['--first-day', '2026-04-14', '--last-day', '2026-04-13'], /before the first/],
    [['--first-day', '2006-04-14', '--last-day', '2026-04-13'], /too long/],
  ])('lanyard import refuses the days %j', async (options, sentence) => {
    const run = await place.lanyard(['import', await writeReport(join(place.folder, 'post')), ...options])
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toMatch(sentence)
    expect(await place.json(['trips'])).toEqual([])
  })

  test('lanyard import reads nothing outside the folder of the text, whatever addresses the text contains', async () => {
    const post = join(place.folder, 'post')
    const file = await writeReport(post)
    await writeFile(join(place.folder, 'secret.png'), onePixel)
    await writeFile(
      file,
      '# A\n\nText ![](../secret.png) ![](%2e%2e/secret.png) ![](/etc/hostname) ![](file:///etc/hostname)\n',
    )
    expect(await place.json(['import', file, '--first-day', '2026-04-14'])).toMatchObject({ photos: 0 })
  })

  test.each([
    ['a missing file', async () => 'missing.md', /missing\.md/],
    [
      'a program with the name of a Markdown file',
      async () => {
        await writeFile(join(place.folder, 'program.md'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff]))
        return 'program.md'
      },
      /not a text/,
    ],
    [
      'a text of 50 MB',
      async () => {
        await writeFile(join(place.folder, 'huge.md'), '# Huge\n')
        await truncate(join(place.folder, 'huge.md'), 50_000_000)
        return 'huge.md'
      },
      /20 MB/,
    ],
    [
      'an empty file',
      async () => {
        await writeFile(join(place.folder, 'empty.md'), '')
        return 'empty.md'
      },
      /empty/,
    ],
    [
      'an empty folder',
      async () => {
        await mkdir(join(place.folder, 'nothing'))
        return 'nothing'
      },
      /no files/,
    ],
  ])('lanyard import refuses %s and creates nothing', async (_, prepare, sentence) => {
    const run = await place.lanyard(['import', await prepare()])
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toMatch(sentence)
    expect(await place.json(['trips'])).toEqual([])
  })

  test('lanyard import refuses an unknown trip before it reads a file', async () => {
    const run = await place.lanyard(['import', 'missing.md', '--trip', 'Nowhere'])
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('Nowhere')
  })
})

describe('lanyard export', () => {
  let trip: string
  let out: string
  beforeEach(async () => {
    out = join(place.folder, 'out')
    const file = await writeReport(join(place.folder, 'post'))
    trip = ((await place.json(['import', file])) as Imported).trip
  })

  test.each([
    ['markdown', ['two-days-a-tram/index.md', 'two-days-a-tram/tram.png']],
    ['html', ['two-days-a-tram.html']],
    ['text', ['two-days-a-tram.txt']],
  ])('lanyard export writes %s, and finds the whole report in it', async (target, names) => {
    const exported = (await place.json(['export', trip, '--to', target, '--out', 'out'])) as Exported
    expect(exported.differences).toEqual([])
    expect(exported.files.toSorted()).toEqual(names.map((name) => join(out, name)))
    for (const file of exported.files) expect(existsSync(file)).toBe(true)
  })

  test('lanyard export returns the text that was imported', async () => {
    await place.json(['export', trip, '--to', 'markdown', '--out', 'out'])
    const exported = await readFile(join(out, 'two-days-a-tram', 'index.md'), 'utf8')
    expect(bodyOf(exported)).toBe(bodyOf(report))
    expect(await readFile(join(out, 'two-days-a-tram', 'tram.png'))).toEqual(onePixel)
  })

  test('lanyard export says where the export is and what is in it', async () => {
    const run = await place.lanyard(['export', trip, '--to', 'text', '--out', 'out'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toContain(join(out, 'two-days-a-tram.txt'))
    expect(run.stdout).toMatch(/2 headings, .*: all there\.\n$/)
  })

  test('lanyard export replaces an earlier export only with --replace', async () => {
    await place.json(['export', trip, '--to', 'text', '--out', 'out'])
    await writeFile(join(out, 'two-days-a-tram.txt'), 'mine')
    const refused = await place.lanyard(['export', trip, '--to', 'text', '--out', 'out'])
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('--replace')
    expect(await readFile(join(out, 'two-days-a-tram.txt'), 'utf8')).toBe('mine')
    await place.json(['export', trip, '--to', 'text', '--out', 'out', '--replace'])
    expect(await readFile(join(out, 'two-days-a-tram.txt'), 'utf8')).toContain('soup')
  })

  test('lanyard export accepts options of the target, and refuses unknown and invalid ones', async () => {
    const options = ['--option', 'picture-folder=img', '--option', 'front-matter=no']
    await place.json(['export', trip, '--to', 'markdown', '--out', 'out', ...options])
    const told = await readFile(join(out, 'two-days-a-tram', 'index.md'), 'utf8')
    expect(told).toMatch(/^# Two Days & a Tram\n/)
    expect(told).toContain('](img/tram.png')
    expect(await readFile(join(out, 'two-days-a-tram', 'img', 'tram.png'))).toEqual(onePixel)
    for (const [option, said] of [
      ['colour=red', 'front-matter, picture-folder and picture-size'],
      ['front-matter=perhaps', 'yes or no'],
      ['picture-folder=../up', 'characters'],
      ['front-matter', 'yes or no'],
    ]) {
      const run = await place.lanyard(['export', trip, '--to', 'markdown', '--out', 'other', '--option', option ?? ''])
      expect(run).toMatchObject({ code: 1, stdout: '' })
      expect(run.stderr).toContain(said)
    }
    const wide = await place.lanyard(['export', trip, '--to', 'text', '--out', 'other', '--option', 'width=12345'])
    expect(wide.stderr).toContain('a whole number from 0 to 200')
    expect(existsSync(join(place.folder, 'other'))).toBe(false)
  })

  test('lanyard export says which pictures are missing, and why', async () => {
    const folder = (await readdir(place.library)).find((name) => !name.startsWith('.')) ?? ''
    await rm(join(place.library, folder, 'photos'), { recursive: true })
    const run = await place.lanyard(['export', trip, '--to', 'html', '--out', 'out'])
    expect(run.code).toBe(0)
    expect(run.stdout).toContain(', 0 of 1 picture.')
    expect(run.stdout).toMatch(/One picture is missing: “.*” \(its file is not in the trip’s folder\)\.$/m)
    expect(run.stdout).not.toContain('all there')
  })

  test('lanyard export changes nothing in the journal', async () => {
    const folder = (await readdir(place.library)).find((name) => !name.startsWith('.'))
    const stored = () => readFile(join(place.library, folder ?? '', 'trip.json'))
    const before = await stored()
    await place.json(['export', trip, '--to', 'html', '--out', 'out'])
    expect(await stored()).toEqual(before)
  })

  test('lanyard export refuses an unknown target or a file as its folder, and writes nothing', async () => {
    const unknown = await place.lanyard(['export', trip, '--to', 'papyrus', '--out', 'out'])
    expect(unknown).toMatchObject({ code: 1, stdout: '' })
    expect(unknown.stderr).toContain('"papyrus"')
    expect(existsSync(out)).toBe(false)
    await writeFile(out, 'a file')
    const blocked = await place.lanyard(['export', trip, '--to', 'markdown', '--out', 'out'])
    expect(blocked).toMatchObject({ code: 1, stdout: '' })
    expect(blocked.stderr).not.toBe('')
    expect(await readFile(out, 'utf8')).toBe('a file')
  })
})

describe('lanyard targets', () => {
  test('lanyard targets lists the export targets', async () => {
    const targets = (await place.json(['targets'])) as { id: string }[]
    expect(targets.map(({ id }) => id)).toEqual(exporters.map(({ id }) => id))
    const { stdout } = await place.lanyard(['targets'])
    for (const { id } of targets) expect(stdout).toMatch(new RegExp(`^${id} `, 'm'))
    for (const { id, options } of exporters) {
      for (const name of Object.keys(options)) expect(stdout).toMatch(new RegExp(`^${id} +${name} `, 'm'))
    }
  })
})

test.each([...reportsByDay, ...reportsByTheme])(
  'the report $name is the same after lanyard import and lanyard export, as each kind of file',
  async ({ name, folder, pictures }) => {
    for (const file of [`${name}.md`, ...pictures]) await copyFile(join(folder, file), join(place.folder, file))
    const { trip } = (await place.json(['import', `${name}.md`])) as Imported
    for (const { id: target } of fileTargets) {
      const exported = (await place.json(['export', trip, '--to', target, '--out', 'out'])) as Exported
      expect(exported.differences).toEqual([])
      if (target !== 'markdown') continue
      const index = exported.files.find((file) => file.endsWith('index.md')) ?? ''
      // Whether the dot of "1. Jay Miller Keynote" is escaped makes no difference in a heading.
      const source = (await readFile(join(folder, `${name}.md`), 'utf8')).replaceAll(/^(#+ \d+)\\\./gm, '$1.')
      expect(bodyOf(await readFile(index, 'utf8'))).toBe(bodyOf(source))
    }
  },
)
