import { describe, expect, test } from 'vitest'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import type { EventData } from '../../../electron/shared/contract/index.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { someLibrary, valueOf } from '../../support/library.ts'
import { someTrip } from '../../support/trips.ts'

const first = 'One.\n\nTwo.\n\nThree.'

async function prepare() {
  const engine = await someEngine()
  const { id: tripId } = valueOf(await ask(engine, 'trips.create', someTrip())).trip
  const fields = { kind: 'note', text: first } as const
  const added = valueOf(
    await ask(engine, 'entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null, fields }),
  )
  const { entryId } = added
  const shown = added.trip.entries[0]?.updatedAt ?? ''
  const other = await someLibrary({ folder: engine.context.library.folder })
  const changedBy: string[] = []
  const merged: EventData<'trip.merged'>[] = []
  engine.on('trip.changed', (data) => changedBy.push(data.tripId))
  engine.on('trip.merged', (data) => merged.push(data))
  return {
    engine,
    tripId,
    entryId,
    shown,
    changedBy,
    merged,
    theirs: async (text: string) =>
      valueOf(await other.update(tripId, (trip) => saveEntry(trip, entryId, { kind: 'note', text }))),
    save: async (text: string, baseVersion: string) =>
      valueOf(await ask(engine, 'entries.save', { tripId, entryId, changes: { kind: 'note', text }, baseVersion })),
    texts: async () => valueOf(await ask(engine, 'trips.open', { tripId })).entries.map(({ text }) => text),
  }
}

describe('a draft that was begun before somebody else edited the same entry', () => {
  test('a draft is merged with somebody else’s edit of the same entry, even if that was read in the meantime', async () => {
    const { theirs, save, shown, texts, changedBy, merged } = await prepare()
    await theirs('One!\n\nTwo.\n\nThree.')
    expect(await texts()).toEqual(['One!\n\nTwo.\n\nThree.'])
    const saved = await save('One.\n\nTwo.\n\nThree?', shown)
    expect(saved.entry.text).toBe('One!\n\nTwo.\n\nThree?')
    expect(changedBy).toHaveLength(1)
    expect(merged).toEqual([])
  })

  test('a draft continues from what was sent, not from what came back while the user was typing', async () => {
    const { theirs, save, shown, texts } = await prepare()
    await theirs('One!\n\nTwo.\n\nThree.')
    const saved = await save('One.\n\nTwo.\n\nThree?', shown)
    const next = await save('One.\n\nTwo.\n\nThree? Four.', saved.baseVersion)
    expect(next.entry.text).toBe('One!\n\nTwo.\n\nThree? Four.')
    expect(await texts()).toEqual(['One!\n\nTwo.\n\nThree? Four.'])
  })

  test('a draft continues in the same way if the other edit happens during the save itself', async () => {
    const { theirs, save, shown, texts } = await prepare()
    await theirs('One!\n\nTwo.\n\nThree.')
    // Nobody has read the other edit yet: the save finds it.
    const saved = await save('One.\n\nTwo.\n\nThree?', shown)
    expect(saved.entry.text).toBe('One!\n\nTwo.\n\nThree?')
    await save('One.\n\nTwo.\n\nThree? Four.', saved.baseVersion)
    expect(await texts()).toEqual(['One!\n\nTwo.\n\nThree? Four.'])
  })

  test('a draft is kept beside the other edit if both rewrote the same text, and the conflict is reported', async () => {
    const { theirs, save, shown, texts, merged, entryId } = await prepare()
    await theirs('Theirs.')
    await texts()
    await save('Mine.', shown)
    expect(await texts()).toEqual(['Mine.', 'Theirs.'])
    expect(merged).toMatchObject([{ conflicts: [{ entryId, fields: ['text'] }] }])
  })

  test('a draft replaces the entry if nobody else has edited it', async () => {
    const { save, shown, texts, changedBy } = await prepare()
    const saved = await save('Second.', shown)
    expect(saved.baseVersion).toBe(saved.entry.updatedAt)
    await save('Third.', saved.baseVersion)
    expect(await texts()).toEqual(['Third.'])
    expect(changedBy).toEqual([])
  })
})
