import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { makePlace, type Place } from './lanyard.ts'

let place: Place
let file: string
beforeEach(async () => {
  place = await makePlace()
  file = join(place.folder, 'programme.json')
  await writeFile(file, scheduleOf('Europe/Berlin', 'Europium'))
  return () => rm(place.folder, { recursive: true, force: true })
})

/** A programme of two talks, as frab and pretalx export it. */
function scheduleOf(zone: string, room: string): string {
  const event = (guid: string, title: string, time: string, name: string) => ({
    guid,
    date: `2026-04-15T${time}:00+02:00`,
    start: time,
    duration: '00:30',
    room,
    title,
    type: 'Talk',
    track: 'Web',
    language: 'en',
    abstract: '',
    persons: [{ public_name: name }],
  })
  const events = [event('aaa', 'Gardens of code', '10:00', 'Ada A.'), event('bbb', 'Bridges', '11:00', 'Iryna K.')]
  const days = [{ index: 1, date: '2026-04-15', rooms: { [room]: events } }]
  const conference = { title: 'Lantern Conf', start: '2026-04-15', end: '2026-04-16', time_zone_name: zone, days }
  return JSON.stringify({ schedule: { version: '1', conference } })
}

async function sessions(): Promise<Record<string, unknown>[]> {
  return ((await place.json(['schedule', 'Lantern Conf'])) as { sessions: Record<string, unknown>[] }).sessions
}

describe('lanyard import with a programme', () => {
  test('lanyard import --dry-run shows the name and the days that a trip would get, and makes none', async () => {
    expect(await place.json(['import', file, '--dry-run'])).toMatchObject({
      trip: null,
      title: 'Lantern Conf',
      firstDay: '2026-04-15',
      lastDay: '2026-04-16',
    })
    const days = ['--first-day', '2026-04-14', '--last-day', '2026-04-17']
    expect(await place.json(['import', file, '--dry-run', ...days])).toMatchObject({
      firstDay: '2026-04-14',
      lastDay: '2026-04-17',
    })
    expect((await place.lanyard(['import', file, '--dry-run', ...days])).stdout).toMatch(
      /^Lantern Conf, 14–17 April 2026$/m,
    )
    const refused = await place.lanyard(['import', file, '--dry-run', '--last-day', '2026-04-01'])
    expect(refused.stderr).toContain('before the first')
    expect(await place.json(['trips'])).toEqual([])
  })

  test('lanyard import makes a trip from a programme, and lanyard schedule prints its sessions', async () => {
    const made = await place.json(['import', file])
    expect(made).toMatchObject({ title: 'Lantern Conf', sessions: 2, days: 1, rooms: 1, speakers: 2, changes: [] })
    expect(await sessions()).toEqual([
      {
        id: expect.any(String),
        title: 'Gardens of code',
        start: '2026-04-15T10:00:00+02:00',
        end: '2026-04-15T10:30:00+02:00',
        day: '2026-04-15',
        room: 'Europium',
        track: 'Web',
        type: 'Talk',
        language: 'en',
        speakers: ['Ada A.'],
        starred: false,
        attendance: null,
      },
      expect.objectContaining({ title: 'Bridges' }),
    ])
    const shown = await place.lanyard(['schedule', 'Lantern Conf', '--day', '2026-04-15'])
    expect(shown.stdout).toContain('10:00–10:30  Europium  Gardens of code – Ada A.')
  })

  test('lanyard import --trip shows the changes of a newer programme and keeps what was noted', async () => {
    await place.json(['import', file])
    await place.json(['star', 'Lantern Conf', 'Bridges'])
    await writeFile(file, scheduleOf('Europe/Berlin', 'Aula'))
    const dry = await place.json(['import', file, '--trip', 'Lantern Conf', '--dry-run'])
    expect(dry).toMatchObject({ changes: [{ kind: 'moved', after: 'Bridges', isYours: true }, { kind: 'moved' }] })
    expect((await sessions()).map(({ room }) => room)).toEqual(['Europium', 'Europium'])
    const said = await place.lanyard(['import', file, '--trip', 'Lantern Conf'])
    expect(said.stdout).toContain('Moved  Bridges          yours')
    expect((await sessions()).map(({ room, starred }) => [room, starred])).toEqual([
      ['Aula', false],
      ['Aula', true],
    ])
  })

  test.for([
    ['--title', 'Other'],
    ['--last-day', '2026-04-16', '--dry-run'],
    ['--first-day', '2026-04-14', '--dry-run'],
  ])('lanyard import --trip refuses %s, because an import leaves the details of a trip alone', async (options) => {
    const refused = await place.lanyard(['import', file, '--trip', 'Lantern Conf', ...options])
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(options[0] ?? '')])
  })

  test('lanyard import asks for the time zone that a programme does not say', async () => {
    const naive = {
      sessions: [{ id: '1', title: 'Bridges', startsAt: '2026-04-15T10:00:00', endsAt: null, speakers: [] }],
    }
    await writeFile(file, JSON.stringify({ ...naive, speakers: [], questions: [], categories: [], rooms: [] }))
    const refused = await place.lanyard(['import', file, '--title', 'Azure Day'])
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('--time-zone')
    await place.json(['import', file, '--title', 'Azure Day', '--time-zone', 'Europe/Vienna'])
    const made = (await place.json(['schedule', 'Azure Day'])) as { sessions: { start: string }[] }
    expect(made.sessions).toMatchObject([{ start: '2026-04-15T10:00:00+02:00' }])
    const wrong = await place.lanyard(['import', file, '--title', 'X', '--time-zone', 'Vienna'])
    expect(wrong.stderr).toContain('“Vienna” is not a time zone')
  })

  test('lanyard import --first-day says on which day the first day of a programme is that only counts its days', async () => {
    const table = join(place.folder, 'programme.csv')
    await writeFile(table, 'Day,Start,End,Room,Title\nDay 1,10:00,10:30,Aula,Bridges\nDay 2,09:00,09:30,Aula,Gardens\n')
    const options = ['--title', 'Lantern Conf', '--time-zone', 'Europe/Berlin', '--first-day', '2026-04-14']
    const made = await place.json(['import', table, ...options])
    expect(made).toMatchObject({ sessions: 2, days: 2 })
    expect((await sessions()).map(({ day, start }) => [day, start])).toEqual([
      ['2026-04-14', '2026-04-14T10:00:00+02:00'],
      ['2026-04-15', '2026-04-15T09:00:00+02:00'],
    ])
    expect(await place.json(['trips'])).toMatchObject([{ firstDay: '2026-04-14', lastDay: '2026-04-15' }])
  })

  test('lanyard import refuses what is no programme, and options that are not for it', async () => {
    await writeFile(file, '{"name": "not a programme"}')
    expect(await place.lanyard(['import', file])).toMatchObject({ code: 1, stdout: '' })
    const report = join(place.folder, 'report.md')
    await writeFile(report, '# Lantern Conf\n\nTwo trains and a tram.\n')
    expect(await place.lanyard(['import', report, '--time-zone', 'Europe/Berlin'])).toMatchObject({ code: 2 })
  })
})

describe('what is noted about sessions on the command line', () => {
  test('lanyard star finds sessions by id, code or title, and takes stars away again', async () => {
    await place.json(['import', file])
    const [first] = await sessions()
    await place.json(['star', 'Lantern Conf', 'gardens of code', 'bbb', '--kind', 'maybe'])
    expect((await sessions()).map(({ starred }) => starred)).toEqual([true, true])
    await place.json(['star', 'Lantern Conf', String(first?.['id']), '--off'])
    expect((await sessions()).map(({ starred }) => starred)).toEqual([false, true])
    const refused = await place.lanyard(['star', 'Lantern Conf', 'Bridges', 'Nowhere'])
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('“Nowhere”')
  })

  test('lanyard attend notes the attendance of a session', async () => {
    await place.json(['import', file])
    await place.json(['attend', 'Lantern Conf', 'Bridges', 'left-early'])
    expect((await sessions()).map(({ attendance }) => attendance)).toEqual([null, 'left-early'])
    expect(await place.lanyard(['attend', 'Lantern Conf', 'Bridges', 'slept'])).toMatchObject({ code: 2 })
  })

  test('lanyard now prints what is on, what comes next and the minutes until then', async () => {
    await place.json(['import', file])
    const now = await place.json(['now', 'Lantern Conf', '--at', '2026-04-15T10:20:00+02:00'])
    expect(now).toMatchObject({
      on: [{ title: 'Gardens of code', room: 'Europium', minutesLeft: 10 }],
      next: [{ title: 'Bridges', minutesUntil: 40 }],
    })
    const said = await place.lanyard(['now', 'Lantern Conf', '--at', '2026-04-15T10:20'])
    expect(said.stdout).toContain('10 minutes left')
  })

  test('lanyard add --from adds one entry that carries what the programme says', async () => {
    await place.json(['import', file])
    const added = await place.json(['add', 'Lantern Conf', '--from', 'Bridges', '--text', 'Long.', '--room', 'Aula'])
    const { entries } = (await place.json(['show', 'Lantern Conf'])) as { entries: unknown[] }
    expect(entries).toMatchObject([
      {
        id: (added as { entry: string }).entry,
        kind: 'talk',
        title: 'Bridges',
        speakers: [{ name: 'Iryna K.' }],
        room: 'Aula',
        day: '2026-04-15',
        start: '2026-04-15T11:00:00+02:00',
        end: '2026-04-15T11:30:00+02:00',
        text: 'Long.',
      },
    ])
    expect(await place.lanyard(['add', 'Lantern Conf', '--from', 'Bridges'])).toMatchObject({ code: 1, stdout: '' })
  })
})
