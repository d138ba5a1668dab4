import { describe, expect, test } from 'vitest'
import type { Engine } from '../../../electron/journal/engine.ts'
import { channels } from '../../../electron/shared/contract/index.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { onePixel, someTrip } from '../../support/trips.ts'

async function withTrip(): Promise<{ engine: Engine; trip: Trip; tripId: string; documents: string }> {
  const engine = await someEngine()
  const { trip } = valueOf(await ask(engine, 'trips.create', someTrip()))
  return { engine, trip, tripId: trip.id, documents: engine.context.exportsFolder().replace(/.Lanyard exports$/, '') }
}

describe('a journal', () => {
  test('a journal that was written through the contract is there after a restart', async () => {
    const { engine, tripId, documents } = await withTrip()
    const start = '2026-04-14T10:45:00+02:00'
    const fields = { kind: 'talk', title: 'State of In-Browser ML', room: 'Europium' } as const
    const added = valueOf(await ask(engine, 'entries.add', { tripId, kind: 'talk', day: '2026-04-14', start, fields }))
    const { entryId } = added
    expect(added.trip.entries).toEqual([expect.objectContaining({ ...fields, id: entryId, start })])

    const changes = { kind: 'talk', text: 'It included a great summary.' } as const
    const saved = valueOf(await ask(engine, 'entries.save', { tripId, entryId, changes }))
    expect(saved).toMatchObject({ entry: { ...fields, ...changes }, order: [entryId] })

    const copied = valueOf(await ask(engine, 'entries.duplicate', { tripId, entryId }))
    valueOf(await ask(engine, 'entries.move', { tripId, entryId: copied.entryId, day: '2026-04-15', before: null }))
    valueOf(await ask(engine, 'entries.delete', { tripId, entryId }))
    valueOf(await ask(engine, 'entries.restore', { tripId, entryId }))
    valueOf(await ask(engine, 'report.save', { tripId, changes: { lead: 'Three days.' } }))
    const last = valueOf(await ask(engine, 'trips.save', { tripId, changes: { city: 'Ulm' } }))

    const next = await someEngine({ documents })
    expect(valueOf(await ask(next, 'trips.open', { tripId }))).toEqual(last.trip)
    expect(last.trip).toMatchObject({ city: 'Ulm', report: { lead: 'Three days.' } })
    expect(last.trip.entries.map(({ day }) => day)).toEqual(['2026-04-14', '2026-04-15'])
    expect(channels['trips.open'].output.parse(last.trip)).toEqual(last.trip)
  })

  test('an entry that is added twice under the same id is in the journal once', async () => {
    const { engine, tripId } = await withTrip()
    const entryId = crypto.randomUUID()
    const input = { tripId, kind: 'note', day: '2026-04-14', start: null, entryId } as const
    const first = { ...input, fields: { kind: 'note', title: 'Arrival' } } as const
    expect(valueOf(await ask(engine, 'entries.add', first)).entryId).toBe(entryId)
    valueOf(await ask(engine, 'entries.add', input))
    const again = { ...input, fields: { kind: 'note', title: 'Arrival', text: 'Late.' } } as const
    const { trip } = valueOf(await ask(engine, 'entries.add', again))
    expect(trip.entries).toMatchObject([{ id: entryId, title: 'Arrival', text: 'Late.' }])
  })

  test('the order of all entries is returned when a new start has changed it', async () => {
    const { engine, tripId } = await withTrip()
    const add = async (start: string) =>
      valueOf(await ask(engine, 'entries.add', { tripId, kind: 'note', day: '2026-04-14', start })).entryId
    const [nine, ten] = [await add('2026-04-14T09:00:00+02:00'), await add('2026-04-14T10:00:00+02:00')]
    const changes = { kind: 'note', start: '2026-04-14T11:00:00+02:00' } as const
    const saved = valueOf(await ask(engine, 'entries.save', { tripId, entryId: nine, changes }))
    expect(saved.order).toEqual([ten, nine])
  })

  test('an entry with the fields of another kind is refused', async () => {
    const { engine, tripId } = await withTrip()
    const fields = { kind: 'encounter', who: 'Ada' } as const
    const answer = await ask(engine, 'entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null, fields })
    expect(codeOf(answer)).toBe('input.wrong-kind')
    expect(valueOf(await ask(engine, 'trips.open', { tripId })).entries).toEqual([])
  })

  test('pictures and their details are stored in the journal', async () => {
    const { engine, tripId } = await withTrip()
    const { photo } = valueOf(await ask(engine, 'photos.add', { tripId, name: 'stage.png', data: onePixel }))
    const changes = { alt: 'A stage', caption: 'Before the keynote' }
    const saved = valueOf(await ask(engine, 'photos.save', { tripId, photoId: photo.id, changes }))
    expect(saved.photo).toEqual({ ...photo, ...changes })
    expect(valueOf(await ask(engine, 'trips.open', { tripId })).photos).toEqual([saved.photo])
    const svg = { tripId, name: 'a.png', data: Buffer.from('<svg/>') }
    expect(codeOf(await ask(engine, 'photos.add', svg))).toBe('photo.unsupported')
    expect(codeOf(await ask(engine, 'photos.save', { tripId, photoId: tripId, changes }))).toBe('photo.not-in-trip')
  })

  test.for([
    ['entries.save', 'entry.missing'],
    ['entries.move', 'entry.missing'],
    ['entries.duplicate', 'entry.missing'],
    ['entries.delete', 'entry.missing'],
    ['entries.restore', 'entry.missing'],
  ] as const)('calling %s for a missing entry fails with %s', async ([channel, code]) => {
    const { engine, tripId } = await withTrip()
    const inputs = {
      'entries.save': { changes: { kind: 'note' } },
      'entries.move': { day: '2026-04-14', before: null },
    }
    const more: object = channel in inputs ? inputs[channel as keyof typeof inputs] : {}
    const input = { tripId, entryId: crypto.randomUUID(), ...more } as never
    expect(codeOf(await ask(engine, channel, input))).toBe(code)
  })
})

const star = (entryId: string) => ({ edit: 'save', entryId, changes: { kind: 'note', highlight: true } }) as const

describe('several edits at once', () => {
  test('several edits are saved together, and if one is refused, none is', async () => {
    const { engine, tripId } = await withTrip()
    const add = async () =>
      valueOf(await ask(engine, 'entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null })).entryId
    const [a, b, c] = [await add(), await add(), await add()]
    const edits = [
      star(a),
      star(c),
      { edit: 'move', entryId: b, day: '2026-04-15', before: null },
      { edit: 'delete', entryId: a },
    ] as const
    const { trip } = valueOf(await ask(engine, 'entries.edit', { tripId, edits: [...edits] }))
    expect(trip.entries).toMatchObject([
      { id: c, highlight: true, day: '2026-04-14' },
      { id: b, highlight: false, day: '2026-04-15' },
    ])
    expect(trip.deleted).toMatchObject([{ entry: { id: a, highlight: true } }])

    const refused = [{ edit: 'restore', entryId: a } as const, star(crypto.randomUUID())]
    expect(codeOf(await ask(engine, 'entries.edit', { tripId, edits: refused }))).toBe('entry.missing')
    expect(valueOf(await ask(engine, 'trips.open', { tripId })).deleted).toHaveLength(1)
  })
})

describe('the library through the contract', () => {
  test('the library lists, deletes and restores trips, and empties the trash', async () => {
    const { engine, tripId, trip } = await withTrip()
    const listed = valueOf(await ask(engine, 'library.list', {}))
    expect(channels['library.list'].output.parse(listed)).toEqual(listed)
    const trashed = valueOf(await ask(engine, 'trips.delete', { tripId }))
    expect(channels['trips.delete'].output.parse(trashed)).toEqual(trashed)
    expect(valueOf(await ask(engine, 'library.trash', {}))).toEqual([trashed])
    expect(valueOf(await ask(engine, 'library.restore', { trashId: trashed.trashId }))).toEqual(trip)
    valueOf(await ask(engine, 'trips.delete', { tripId }))
    expect(valueOf(await ask(engine, 'library.emptyTrash', {}))).toEqual({})
    expect(valueOf(await ask(engine, 'library.trash', {}))).toEqual([])
    expect(codeOf(await ask(engine, 'trips.delete', { tripId }))).toBe('trip.missing')
  })

  test('the sample is added only once', async () => {
    const engine = await someEngine()
    const added = valueOf(await ask(engine, 'trips.addSample', {}))
    expect(added.length).toBeGreaterThan(0)
    valueOf(await ask(engine, 'trips.addSample', {}))
    expect(valueOf(await ask(engine, 'library.list', {})).trips).toHaveLength(added.length)
  })

  test('an event reports that somebody else has changed a trip', async () => {
    const { engine, tripId, documents } = await withTrip()
    const told: string[] = []
    const stop = engine.on('trip.changed', (data) => told.push(data.tripId))
    const other = await someEngine({ documents })
    const save = (by: Engine, city: string) => ask(by, 'trips.save', { tripId, changes: { city } })
    valueOf(await ask(engine, 'trips.open', { tripId }))
    valueOf(await save(other, 'Ulm'))
    valueOf(await save(engine, 'Bonn'))
    stop()
    valueOf(await save(other, 'Ulm'))
    valueOf(await save(engine, 'Bonn'))
    expect(told).toEqual([tripId])
  })
})
