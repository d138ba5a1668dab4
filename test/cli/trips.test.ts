import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { darmstadt, makePlace, type Place } from './lanyard.ts'

let place: Place
beforeEach(async () => {
  place = await makePlace()
  return () => rm(place.folder, { recursive: true, force: true })
})

async function makeTrip(...more: string[]): Promise<string> {
  const made = (await place.json(['new', ...darmstadt, ...more])) as { trip: string }
  return made.trip
}

describe('lanyard new', () => {
  test('lanyard new creates a trip that is on the disk and in the list', async () => {
    const id = await makeTrip('--city', 'Darmstadt', '--author', 'Ada', '--author', 'Grace', '--tag', 'python')
    expect(await place.json(['trips'])).toEqual([
      {
        id,
        title: 'PyCon DE 2026',
        firstDay: '2026-04-14',
        lastDay: '2026-04-16',
        timeZone: 'Europe/Berlin',
        entries: 0,
        words: expect.any(Number),
      },
    ])
    const stored: unknown = JSON.parse(
      await readFile(join(place.library, '2026-04-14-pycon-de-2026', 'trip.json'), 'utf8'),
    )
    expect(JSON.stringify(stored)).toContain('Grace')
    expect(await place.json(['show', id])).toMatchObject({
      city: 'Darmstadt',
      authors: ['Ada', 'Grace'],
      tags: ['python'],
    })
  })

  test('lanyard new says what it has created', async () => {
    const run = await place.lanyard(['new', ...darmstadt])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toMatch(/^Created the trip "PyCon DE 2026"\. Its id is [0-9a-f-]{36}\.\n$/)
  })

  test.each([
    ['a last day before the first', ['--last-day', '2026-04-13'], /last day/],
    ['an unknown zone', ['--time-zone', 'Europe/Atlantis'], /time zone/],
    ['an offset for a zone', ['--time-zone', '+02:00'], /time zone/],
    ['an empty title', ['--title', '  '], /title/],
    ['a first day that is not a date', ['--first-day', '14 April'], /first day/],
    ['a day that the calendar lacks', ['--first-day', '2026-02-30'], /first day/],
    ['a language code that does not exist', ['--language', 'English!'], /language/],
  ])('lanyard new refuses %s with a sentence and creates nothing', async (_, said, sentence) => {
    const run = await place.lanyard(['new', ...darmstadt, ...said])
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toMatch(sentence)
    expect(run.stderr).toMatch(/^[A-Z"].*\.\n$/)
    expect(run.stderr).not.toMatch(/\n\s+at /)
    expect(await place.json(['trips'])).toEqual([])
  })
})

describe('lanyard trips', () => {
  test('lanyard trips says how to begin if there are no trips', async () => {
    const run = await place.lanyard(['trips'])
    expect(run.code).toBe(0)
    expect(run.stdout).toMatch(/no trips .* yet/)
  })

  test('lanyard trips lists the newest trip first, in aligned columns', async () => {
    await place.lanyard(['new', ...darmstadt])
    await place.lanyard([
      'new',
      ...darmstadt,
      '--title',
      'RubyKaigi 東京',
      '--first-day',
      '2026-05-01',
      '--last-day',
      '2026-05-03',
    ])
    const { stdout } = await place.lanyard(['trips'])
    const [head = '', first = '', second = ''] = stdout.split('\n')
    expect(first).toContain('RubyKaigi')
    expect(second).toContain('PyCon DE')
    expect(second.indexOf('2026-04-14')).toBe(head.indexOf('Days'))
    // Each ideograph takes two columns in a terminal.
    expect(first.indexOf('2026-05-01')).toBe(head.indexOf('Days') - 2)
  })

  test('lanyard accepts --library before the name of the command and after it', async () => {
    const other = join(place.folder, 'other')
    await place.lanyard(['--library', other, 'new', ...darmstadt])
    expect(await place.json(['trips'])).toEqual([])
    expect(await place.json(['trips', '--library', other])).toHaveLength(1)
    const before = await place.lanyard(['--json', '--library', other, 'trips'])
    expect(JSON.parse(before.stdout)).toHaveLength(1)
  })

  test('lanyard keeps the library in the documents folder by default', async () => {
    const run = await place.lanyard(['new', ...darmstadt], '', { LANYARD_LIBRARY: '' })
    expect(run.code).toBe(0)
    expect(await readdir(join(place.folder, 'Documents', 'Lanyard'))).toContain('2026-04-14-pycon-de-2026')
  })

  test('lanyard uses the library in the settings of the window', async () => {
    const other = join(place.folder, 'chosen')
    await place.lanyard(['--library', other, 'new', ...darmstadt])
    await mkdir(join(place.folder, 'config', 'Lanyard'), { recursive: true })
    const settings = { library: other, exports: null, theme: 'dark', authorName: 'Ada' }
    await writeFile(join(place.folder, 'config', 'Lanyard', 'settings.json'), JSON.stringify(settings))
    const listed = await place.lanyard(['trips', '--json'], '', { LANYARD_LIBRARY: '' })
    expect(JSON.parse(listed.stdout)).toHaveLength(1)
    const { trip } = (await place.json(['new', ...darmstadt])) as { trip: string }
    expect(await place.json(['show', trip])).toMatchObject({ authors: ['Ada'] })
  })

  test('lanyard trips ignores a folder without a trip, and names one with a damaged trip', async () => {
    const id = await makeTrip()
    await mkdir(join(place.library, 'holiday'))
    await writeFile(join(place.library, 'holiday', 'list.txt'), 'towels')
    await mkdir(join(place.library, 'broken'))
    await writeFile(join(place.library, 'broken', 'trip.json'), '{"schemaVersion":')
    const run = await place.lanyard(['trips', '--json'])
    expect(JSON.parse(run.stdout)).toMatchObject([{ id }])
    expect(run.stderr).toContain('"broken"')
    expect(run.stderr).not.toContain('holiday')
    expect(await readFile(join(place.library, 'broken', 'trip.json'), 'utf8')).toBe('{"schemaVersion":')
    const shown = await place.lanyard(['show', 'broken'])
    expect(shown).toMatchObject({ code: 1, stdout: '' })
  })

  test('lanyard trips refuses a library that is a file', async () => {
    const file = join(place.folder, 'file')
    await writeFile(file, '')
    const run = await place.lanyard(['trips', '--library', file])
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toContain('is a file')
  })
})

describe('lanyard show', () => {
  test('lanyard show finds a trip by its id, the beginning of its id, its folder and its title', async () => {
    const id = await makeTrip()
    for (const name of [
      id,
      id.slice(0, 4),
      id.slice(0, 8).toUpperCase(),
      '2026-04-14-pycon-de-2026',
      'PyCon DE 2026',
    ]) {
      expect({ name, ...((await place.json(['show', name])) as object) }).toMatchObject({ name, id, entries: [] })
    }
  })

  test('lanyard show finds nothing by three characters of an id, another spelling, or a path', async () => {
    const id = await makeTrip()
    for (const name of [id.slice(0, 3), 'pycon de 2026', 'PyCon', `../library/2026-04-14-pycon-de-2026`, '']) {
      const run = await place.lanyard(['show', name])
      expect({ name, ...run }).toMatchObject({ name, code: 1, stdout: '' })
      expect(run.stderr).toContain(`no trip "${name}"`)
    }
  })

  test('lanyard show asks which trip is meant if two have the same title', async () => {
    const [first, second] = [await makeTrip(), await makeTrip()]
    const run = await place.lanyard(['show', 'PyCon DE 2026'])
    expect(run.code).toBe(1)
    expect(run.stderr).toContain(first)
    expect(run.stderr).toContain(second)
    expect(await readdir(place.library)).toEqual(
      expect.arrayContaining(['2026-04-14-pycon-de-2026', '2026-04-14-pycon-de-2026-2']),
    )
    expect(await place.json(['show', '2026-04-14-pycon-de-2026-2'])).toMatchObject({ id: second })
  })

  test('lanyard show prints no control characters from a title', async () => {
    const id = await makeTrip('--title', 'Red \u001b[31malert\u0007')
    const { stdout } = await place.lanyard(['show', id])
    expect(stdout).toContain('alert')
    expect(stdout).not.toContain('\u001b')
    expect(await place.json(['show', id])).toMatchObject({ title: 'Red \u001b[31malert\u0007' })
  })
})
