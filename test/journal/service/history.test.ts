import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../electron/journal/engine.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { someTrip } from '../../support/trips.ts'

async function withEntries(titles: readonly string[]): Promise<{ engine: Engine; tripId: string; trip: Trip }> {
  const engine = await someEngine()
  let { trip } = valueOf(await ask(engine, 'trips.create', someTrip()))
  for (const title of titles) {
    const fields = { kind: 'note', title, text: `About ${title}.` } as const
    const input = { tripId: trip.id, kind: 'note', day: '2026-04-14', start: null, fields } as const
    trip = valueOf(await ask(engine, 'entries.add', input)).trip
  }
  await engine.context.library.history.settled()
  return { engine, tripId: trip.id, trip }
}

const titles = (trip: Trip) => trip.entries.map((entry) => (entry.kind === 'note' ? entry.title : entry.kind))

describe('the history of a trip', () => {
  it('the history has the beginning of a trip, and the state at closing time', async () => {
    const { engine, tripId, trip } = await withEntries(['Lunch', 'Walk'])
    await engine.close()
    const versions = valueOf(await ask(engine, 'history.list', { tripId }))
    expect(versions.map(({ entries }) => entries)).toEqual([2, 0])
    expect(versions[0]?.savedAt).toBe(trip.updatedAt)
    expect(valueOf(await ask(engine, 'history.usage', {})).bytes).toBe(
      versions.reduce((sum, { bytes }) => sum + bytes, 0),
    )
  })

  it('a version is compared with the current trip, or with one entry of it', async () => {
    const { engine, tripId, trip } = await withEntries(['Lunch'])
    await engine.context.library.keepVersion(tripId)
    const [version] = valueOf(await ask(engine, 'history.list', { tripId }))
    const versionId = version?.versionId ?? ''
    const entryId = trip.entries[0]?.id ?? ''
    valueOf(await ask(engine, 'entries.save', { tripId, entryId, changes: { kind: 'note', text: 'About lunch.' } }))
    valueOf(await ask(engine, 'report.save', { tripId, changes: { lead: 'Three days.' } }))
    const all = valueOf(await ask(engine, 'history.compare', { tripId, versionId, entryId: null }))
    expect(all).toMatchObject([
      { of: 'entry', what: 'changed', title: 'Lunch' },
      { of: 'report', what: 'changed' },
    ])
    const [one] = valueOf(await ask(engine, 'history.compare', { tripId, versionId, entryId }))
    expect(one?.fields).toEqual([
      {
        field: 'text',
        segments: [
          { kind: 'same', text: 'About ' },
          { kind: 'removed', text: 'Lunch' },
          { kind: 'added', text: 'lunch' },
          { kind: 'same', text: '.' },
        ],
      },
    ])
  })

  it('restoring a version of a whole trip can be undone', async () => {
    const { engine, tripId } = await withEntries(['Lunch'])
    const versionId = valueOf(await engine.context.library.keepVersion(tripId))
    const later = {
      tripId,
      kind: 'note',
      day: '2026-04-14',
      start: null,
      fields: { kind: 'note', title: 'Walk' },
    } as const
    valueOf(await ask(engine, 'entries.add', later))
    const restored = valueOf(await ask(engine, 'history.restore', { tripId, versionId, entryId: null }))
    expect(titles(restored.trip)).toEqual(['Lunch'])
    expect(restored.trip.deleted).toHaveLength(1)
    const undo = { tripId, versionId: restored.undoVersionId, entryId: null }
    expect(titles(valueOf(await ask(engine, 'history.restore', undo)).trip)).toEqual(['Lunch', 'Walk'])
  })

  it('restoring one entry leaves the rest of the trip alone', async () => {
    const { engine, tripId, trip } = await withEntries(['Lunch', 'Walk'])
    const versionId = valueOf(await engine.context.library.keepVersion(tripId))
    const [lunch, walk] = trip.entries.map(({ id }) => id)
    for (const entryId of [lunch ?? '', walk ?? '']) {
      valueOf(await ask(engine, 'entries.save', { tripId, entryId, changes: { kind: 'note', text: 'Other.' } }))
    }
    const restored = valueOf(await ask(engine, 'history.restore', { tripId, versionId, entryId: lunch ?? '' }))
    expect(restored.trip.entries.map(({ text }) => text)).toEqual(['About Lunch.', 'Other.'])
  })

  it('the history of a trip is deleted when the trip is emptied from the trash', async () => {
    const { engine, tripId } = await withEntries(['Lunch'])
    valueOf(await ask(engine, 'trips.delete', { tripId }))
    expect(valueOf(await ask(engine, 'history.list', { tripId }))).not.toEqual([])
    valueOf(await ask(engine, 'library.emptyTrash', {}))
    expect(valueOf(await ask(engine, 'history.list', { tripId }))).toEqual([])
    expect(valueOf(await ask(engine, 'history.usage', {})).bytes).toBe(0)
  })

  it('an unknown version is refused and changes nothing', async () => {
    const { engine, tripId, trip } = await withEntries(['Lunch'])
    for (const versionId of ['20260101T000000000Z', '../../secret', '']) {
      const answer = await ask(engine, 'history.restore', { tripId, versionId, entryId: null })
      expect(codeOf(answer)).toMatch(/^(version\.missing|input\.invalid-field)$/)
    }
    expect(valueOf(await ask(engine, 'trips.open', { tripId }))).toEqual(trip)
  })
})
