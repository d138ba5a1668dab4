import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Engine } from '../../../electron/journal/engine.ts'
import type { ProgrammeDetails } from '../../../electron/shared/contract/programme.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { someTrip } from '../../support/trips.ts'

interface Event {
  guid: string
  title?: string
  room?: string
  date?: string
  persons?: string[]
}

/** A programme as frab and pretalx export it. */
function scheduleJson(events: readonly Event[]): Uint8Array<ArrayBuffer> {
  const rooms = (day: string) => {
    const ofDay = events.filter(({ date = '2026-04-15T10:00:00+02:00' }) => date.startsWith(day))
    return { Aula: ofDay.map((event) => eventOf(event)) }
  }
  const days = ['2026-04-14', '2026-04-15', '2026-04-16'].map((date, index) => ({ index, date, rooms: rooms(date) }))
  const conference = {
    title: 'Lantern Conf 2026',
    acronym: 'lantern',
    start: '2026-04-14',
    end: '2026-04-16',
    daysCount: 3,
    time_zone_name: 'Europe/Berlin',
    days,
  }
  return new TextEncoder().encode(JSON.stringify({ schedule: { version: '1', conference } }))
}

function eventOf({ guid, title = titleOf(guid), room = 'Aula', date, persons = [`Speaker ${guid}`] }: Event) {
  return {
    guid,
    id: 1,
    date: date ?? '2026-04-15T10:00:00+02:00',
    start: (date ?? '2026-04-15T10:00:00+02:00').slice(11, 16),
    duration: '00:30',
    room,
    title,
    subtitle: '',
    track: null,
    type: 'Talk',
    language: 'en',
    abstract: `${titleOf(guid)}: what it takes.`,
    description: '',
    persons: persons.map((name, id) => ({ id, public_name: name })),
    links: [],
  }
}

const topics = ['', 'Gardens of code', 'Bridges', 'Rivers and their deltas', 'Clocks', 'Maps without borders']
const titleOf = (id: string) => topics[Number(id.at(-1))] ?? ''

const guid = (number: number) => `00000000-0000-4000-9000-00000000000${number}`

async function understand(engine: Engine, data: Uint8Array<ArrayBuffer>, tripId: string | null = null) {
  const jobId = crypto.randomUUID()
  const source = { from: 'file', name: 'folder/schedule.json', data } as const
  return valueOf(await ask(engine, 'programme.understand', { jobId, source, tripId }))
}

const withZone = (details: ProgrammeDetails) => ({ ...details, timeZone: details.timeZone ?? 'Europe/Berlin' })

async function importInto(engine: Engine, data: Uint8Array<ArrayBuffer>, tripId: string | null) {
  const { draftId, details, changes } = await understand(engine, data, tripId)
  const applied = await ask(engine, 'programme.apply', { draftId, tripId, details: withZone(details) })
  return { ...valueOf(applied), changes }
}

test('a programme makes a trip with its title, days and zone, and with every session', async () => {
  const engine = await someEngine()
  const data = scheduleJson([{ guid: guid(1) }, { guid: guid(2), date: '2026-04-14T09:00:00+02:00' }])
  const understood = await understand(engine, data)
  expect(understood).toMatchObject({ sessions: 2, days: 2, rooms: 1, speakers: 2, changes: [], address: '' })
  const { trip, state } = await importInto(engine, data, null)
  expect(trip).toMatchObject({
    title: 'Lantern Conf 2026',
    firstDay: '2026-04-14',
    lastDay: '2026-04-16',
    timeZone: 'Europe/Berlin',
    entries: [],
  })
  expect(state.programme).toMatchObject({ fileName: 'schedule.json', changed: {} })
  expect(state.programme?.sessions.map(({ day, title }) => [day, title])).toEqual([
    ['2026-04-14', titleOf(guid(2))],
    ['2026-04-15', titleOf(guid(1))],
  ])
  expect(valueOf(await ask(engine, 'programme.read', { tripId: trip.id }))).toEqual(state)
})

test('a programme that only counts its days begins with the trip', async () => {
  const engine = await someEngine()
  const text = 'Day,Time,Title\nDay 1,9:30,Opening\nDay 2,9:30,Closing\n'
  const read = async (tripId: string | null) =>
    valueOf(
      await ask(engine, 'programme.understand', { jobId: crypto.randomUUID(), source: { from: 'text', text }, tripId }),
    )
  const { draftId, assumed, details } = await read(null)
  expect(assumed).toBe('days')
  const chosen = { ...withZone(details), title: 'Lantern', firstDay: '2027-04-14', lastDay: '2027-04-15' }
  const { trip, state } = valueOf(await ask(engine, 'programme.apply', { draftId, tripId: null, details: chosen }))
  const days = state.programme?.sessions.map(({ day, title }) => [day, title])
  expect(days).toEqual([
    ['2027-04-14', 'Opening'],
    ['2027-04-15', 'Closing'],
  ])
  // For a trip that has its days already, they are those of the trip.
  expect(await read(trip.id)).toMatchObject({ assumed: null, changes: [] })
})

test('a programme at an address is read from there, and the trip remembers where', async () => {
  const data = scheduleJson([{ guid: guid(1) }, { guid: guid(2) }])
  const server = createServer(({ url }, response) => {
    if (url === '/schedule/export/schedule.json') response.writeHead(200).end(data)
    else response.writeHead(url === '/' ? 200 : 404, { 'Content-Type': 'text/html' }).end('<html></html>')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => void server.close())
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const engine = await someEngine()
  const read = (address: string) =>
    ask(engine, 'programme.understand', {
      jobId: crypto.randomUUID(),
      source: { from: 'address', address },
      tripId: null,
    })

  // The address of the conference's page leads to the usual place of its programme.
  const understood = valueOf(await read(`${base}/`))
  const address = `${base}/schedule/export/schedule.json`
  expect(understood).toMatchObject({ sessions: 2, format: 'frab', address })
  const { draftId, details } = understood
  const applied = valueOf(await ask(engine, 'programme.apply', { draftId, tripId: null, details: withZone(details) }))
  expect(applied.state.programme).toMatchObject({ address, fileName: '' })

  expect(codeOf(await read('http://192.168.0.1/schedule.json'))).toBe('programme.address-insecure')
})

test('a newer version shows what changes, yours first, and keeps stars and entries at their sessions', async () => {
  const engine = await someEngine()
  const [moved, dropped, other, gone] = [guid(1), guid(2), guid(3), guid(4)]
  const first = scheduleJson([{ guid: moved }, { guid: dropped }, { guid: other }, { guid: gone }])
  const { trip, state } = await importInto(engine, first, null)
  const tripId = trip.id
  const idOf = (source: string) => state.programme?.sessions.find(({ title }) => title === titleOf(source))?.id ?? ''
  const { entryId } = valueOf(await ask(engine, 'programme.write', { tripId, sessionId: idOf(moved) }))
  const star = { edit: 'star', sessionId: idOf(dropped), star: 'go' } as const
  valueOf(await ask(engine, 'programme.edit', { tripId, edits: [star] }))

  const second = scheduleJson([
    { guid: moved, room: 'Europium', date: '2026-04-16T14:00:00+02:00' },
    { guid: other, title: 'Another title' },
    { guid: guid(5) },
  ])
  const again = await importInto(engine, second, tripId)
  expect(again.changes.map(({ kind, before, after, isYours }) => [kind, (after ?? before)?.title, isYours])).toEqual([
    ['dropped', titleOf(dropped), true],
    ['moved', titleOf(moved), true],
    ['dropped', titleOf(gone), false],
    ['retitled', 'Another title', false],
    ['added', titleOf(guid(5)), false],
  ])
  const sessions = new Map(again.state.programme?.sessions.map((session) => [session.id, session]))
  expect(sessions.get(idOf(moved))).toMatchObject({ room: 'Europium', day: '2026-04-16' })
  expect(sessions.get(idOf(dropped))).toMatchObject({ isDropped: true })
  expect(sessions.get(idOf(gone))).toBeUndefined()
  expect(again.state.programme?.changed).toMatchObject({ [idOf(moved)]: ['moved'], [idOf(other)]: ['retitled'] })
  expect(again.trip.entries).toMatchObject([
    { id: entryId, sessionId: idOf(moved), room: 'Europium', day: '2026-04-16', start: '2026-04-16T14:00:00+02:00' },
  ])

  const undone = valueOf(await ask(engine, 'programme.replace', { tripId, programme: state.programme }))
  const ids = new Set(undone.state.programme?.sessions.map(({ id, room }) => `${id} ${room}`))
  expect(state.programme?.sessions.filter(({ id, room }) => !ids.has(`${id} ${room}`))).toEqual([])
  expect(undone.trip.entries).toMatchObject([{ id: entryId, room: 'Aula', day: '2026-04-15' }])
})

test('an entry with words stays when and where it was written, and keeps its title', async () => {
  const engine = await someEngine()
  const { trip, state } = await importInto(engine, scheduleJson([{ guid: guid(1) }]), null)
  const tripId = trip.id
  const sessionId = state.programme?.sessions[0]?.id ?? ''
  const written = valueOf(await ask(engine, 'programme.write', { tripId, sessionId }))
  const changes = { kind: 'talk', text: 'Full of light.' } as const
  valueOf(await ask(engine, 'entries.save', { tripId, entryId: written.entryId, changes }))
  const second = scheduleJson([
    { guid: guid(1), title: 'Renamed', room: 'Europium', date: '2026-04-16T14:00:00+02:00' },
  ])
  const again = await importInto(engine, second, tripId)
  expect(again.trip.entries).toMatchObject([
    { sessionId, title: titleOf(guid(1)), room: 'Aula', day: '2026-04-15', text: 'Full of light.' },
  ])
})

test('a session that is dropped and comes back is the same one', async () => {
  const engine = await someEngine()
  const both = scheduleJson([{ guid: guid(1) }, { guid: guid(2) }])
  const { trip, state } = await importInto(engine, both, null)
  await importInto(engine, scheduleJson([{ guid: guid(2) }]), trip.id)
  const again = await importInto(engine, both, trip.id)
  expect(again.state.programme?.sessions.map(({ id }) => id)).toEqual(state.programme?.sessions.map(({ id }) => id))
  expect(again.changes.map(({ kind }) => kind)).toEqual(['added'])
})

test('own sessions stay when a programme is imported', async () => {
  const engine = await someEngine()
  const { trip } = valueOf(await ask(engine, 'trips.create', someTrip()))
  const first = await importInto(engine, scheduleJson([{ guid: guid(1) }]), trip.id)
  const [session] = first.state.programme?.sessions ?? []
  if (session === undefined) throw new Error('The programme has no session.')
  const own = { ...session, id: crypto.randomUUID(), title: 'Dinner' }
  valueOf(await ask(engine, 'programme.edit', { tripId: trip.id, edits: [{ edit: 'own', session: own }] }))
  const again = await importInto(engine, scheduleJson([{ guid: guid(2) }]), trip.id)
  expect(again.state.plan.own).toMatchObject([{ session: { title: 'Dinner' }, isRemoved: false }])
})

test('a programme that was read long ago is not imported', async () => {
  const engine = await someEngine()
  const data = scheduleJson([{ guid: guid(1) }])
  const { draftId, details } = await understand(engine, data)
  for (let count = 0; count < 4; count++) await understand(engine, data)
  const input = { draftId, tripId: null, details: { ...details, timeZone: 'Europe/Berlin' } }
  expect(codeOf(await ask(engine, 'programme.apply', input))).toBe('programme.draft-forgotten')
  const listed = valueOf(await ask(engine, 'library.list', {}))
  expect(listed.trips).toEqual([])
})

test('an import links a talk that was written before it to its session, and undoing the import takes that back', async () => {
  const engine = await someEngine()
  const { trip } = valueOf(await ask(engine, 'trips.create', someTrip()))
  const talk = { title: 'Bridges', speakers: [{ name: 'Ada A.', role: '', affiliation: '' }] }
  const entry = { tripId: trip.id, kind: 'talk', day: '2026-04-15', start: null } as const
  valueOf(await ask(engine, 'entries.add', { ...entry, fields: { kind: 'talk', ...talk } }))
  const data = scheduleJson([{ guid: guid(2), persons: ['Ada A.'] }])
  const { linked, state, ...applied } = await importInto(engine, data, trip.id)
  expect(linked).toEqual([{ entryId: applied.trip.entries[0]?.id, sessionId: state.programme?.sessions[0]?.id }])
  expect(applied.trip.entries).toMatchObject([{ ...talk, sessionId: linked[0]?.sessionId, room: '', links: [] }])
  const back = { tripId: trip.id, programme: null, unlink: linked }
  const undone = valueOf(await ask(engine, 'programme.replace', back))
  expect(undone.trip.entries[0]).not.toHaveProperty('sessionId')
  expect(undone.state.programme).toBeNull()
  const again = { tripId: trip.id, programme: state.programme, link: linked }
  const redone = valueOf(await ask(engine, 'programme.replace', again))
  expect(redone.trip.entries).toMatchObject([{ sessionId: linked[0]?.sessionId }])
})
