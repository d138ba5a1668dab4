import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { plan as planFile } from '../../../electron/journal/trip-folder/plan.ts'
import { schedule } from '../../../electron/journal/trip-folder/schedule.ts'
import type { Engine } from '../../../electron/journal/engine.ts'
import { emptyPlan, type Session } from '../../../electron/shared/programme.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { codeOf, onlyTripFolder, valueOf } from '../../support/library.ts'
import { giveProgramme, someProgramme, someSession } from '../../support/programmes.ts'
import { someTrip } from '../../support/trips.ts'

async function tripWithProgramme(sessions: readonly Session[]) {
  const engine = await someEngine()
  const { trip } = valueOf(await ask(engine, 'trips.create', someTrip()))
  await giveProgramme(engine.context.library, trip.id, sessions)
  return { engine, tripId: trip.id, folder: await onlyTripFolder(engine.context.library) }
}

const read = async (engine: Engine, tripId: string) => valueOf(await ask(engine, 'programme.read', { tripId }))

test('a trip without a programme has none, and an empty plan', async () => {
  const engine = await someEngine()
  const { trip } = valueOf(await ask(engine, 'trips.create', someTrip()))
  expect(await read(engine, trip.id)).toEqual({ programme: null, plan: emptyPlan })
})

test('a star and an attendance are in the plan of the trip and survive a restart', async () => {
  const session = someSession()
  const { engine, tripId } = await tripWithProgramme([session])
  const edits = [
    { edit: 'star', sessionId: session.id, star: 'go' },
    { edit: 'attend', sessionId: session.id, attendance: 'attended' },
  ] as const
  valueOf(await ask(engine, 'programme.edit', { tripId, edits: [...edits] }))
  const again = await someEngine({ documents: join(engine.context.library.folder, '..') })
  const { plan, programme } = await read(again, tripId)
  expect(plan.marks[session.id]).toMatchObject({ star: 'go', attendance: 'attended' })
  expect(programme?.sessions).toEqual([session])
})

test('an edit that changes nothing writes nothing', async () => {
  const session = someSession()
  const { engine, tripId, folder } = await tripWithProgramme([session])
  const star = { edit: 'star', sessionId: session.id, star: 'maybe' } as const
  valueOf(await ask(engine, 'programme.edit', { tripId, edits: [star] }))
  const before = await readFile(join(folder, planFile.name))
  valueOf(await ask(engine, 'programme.edit', { tripId, edits: [star] }))
  expect(await readFile(join(folder, planFile.name))).toEqual(before)
})

test('a damaged plan is not replaced, and a damaged programme can be imported again', async () => {
  const session = someSession()
  const { engine, tripId, folder } = await tripWithProgramme([session])
  await writeFile(join(folder, planFile.name), 'half of')
  const star = { edit: 'star', sessionId: session.id, star: 'go' } as const
  expect(codeOf(await ask(engine, 'programme.edit', { tripId, edits: [star] }))).toBe('part.damaged')
  expect(await readFile(join(folder, planFile.name), 'utf8')).toBe('half of')
  await writeFile(join(folder, schedule.name), 'half of')
  expect(codeOf(await ask(engine, 'programme.read', { tripId }))).toBe('part.damaged')
  await giveProgramme(engine.context.library, tripId, [session])
  expect(valueOf(await engine.context.library.readFile(tripId, schedule.name)).kind).toBe('good')
})

test('the window learns that the programme or the plan has changed, here or elsewhere', async () => {
  const session = someSession()
  const { engine, tripId, folder } = await tripWithProgramme([session])
  const told: string[] = []
  engine.on('trip.changed', () => {})
  engine.on('programme.changed', (data) => told.push(data.tripId))
  valueOf(await ask(engine, 'trips.open', { tripId }))
  await read(engine, tripId)
  const star = { edit: 'star', sessionId: session.id, star: 'go' } as const
  valueOf(await ask(engine, 'programme.edit', { tripId, edits: [star] }))
  expect(told).toEqual([tripId])
  await pause(600)
  expect(told).toEqual([tripId])
  await writeFile(join(folder, schedule.name), schedule.encode(tripId, someProgramme([session], { version: '2' })))
  await expect.poll(() => told).toEqual([tripId, tripId])
})

test('writing about a session makes one entry that carries what the programme says', async () => {
  const session = someSession({ type: 'Keynote (45 min)' })
  const { engine, tripId } = await tripWithProgramme([session])
  const first = valueOf(await ask(engine, 'programme.write', { tripId, sessionId: session.id }))
  expect(first.isNew).toBe(true)
  expect(first.trip.entries).toMatchObject([
    {
      id: first.entryId,
      kind: 'talk',
      sessionId: session.id,
      title: session.title,
      speakers: session.speakers,
      room: 'Europium',
      day: '2026-04-15',
      start: session.start,
      end: session.end,
      session: 'keynote',
      links: session.links,
      text: '',
    },
  ])
  const second = valueOf(await ask(engine, 'programme.write', { tripId, sessionId: session.id }))
  expect(second).toMatchObject({ isNew: false, entryId: first.entryId })
  const unknown = await ask(engine, 'programme.write', { tripId, sessionId: crypto.randomUUID() })
  expect(codeOf(unknown)).toBe('programme.no-session')
})

test('an own session is among the sessions of the trip until it is removed', async () => {
  const { engine, tripId } = await tripWithProgramme([])
  const own = someSession({ title: 'Python dinner', source: '' })
  valueOf(await ask(engine, 'programme.edit', { tripId, edits: [{ edit: 'own', session: own }] }))
  const written = valueOf(await ask(engine, 'programme.write', { tripId, sessionId: own.id }))
  expect(written.trip.entries[0]).toMatchObject({ title: 'Python dinner', sessionId: own.id })
  valueOf(await ask(engine, 'programme.edit', { tripId, edits: [{ edit: 'remove-own', sessionId: own.id }] }))
  expect((await read(engine, tripId)).plan.own).toMatchObject([{ session: { id: own.id }, isRemoved: true }])
})

test('an import that is undone leaves what was there before, and the sessions that matter by now', async () => {
  const [before, after, starred] = [someSession(), someSession(), someSession({ title: 'Tides' })]
  const { engine, tripId } = await tripWithProgramme([before])
  const { programme } = await read(engine, tripId)
  await giveProgramme(engine.context.library, tripId, [before, after, starred])
  const star = { edit: 'star', sessionId: starred.id, star: 'go' } as const
  valueOf(await ask(engine, 'programme.edit', { tripId, edits: [star] }))
  const { state } = valueOf(await ask(engine, 'programme.replace', { tripId, programme }))
  expect(new Set(state.programme?.sessions)).toEqual(new Set([before, { ...starred, isDropped: true }]))
  expect(await read(engine, tripId)).toEqual(state)
  valueOf(await ask(engine, 'programme.edit', { tripId, edits: [{ ...star, star: null }] }))
  valueOf(await ask(engine, 'programme.replace', { tripId, programme: null }))
  expect((await read(engine, tripId)).programme).toBeNull()
})

test('a dropped session is shown only if it is starred, attended or written about', async () => {
  const [starred, plain] = [someSession({ isDropped: true }), someSession({ isDropped: true })]
  const { engine, tripId } = await tripWithProgramme([starred, plain])
  const star = { edit: 'star', sessionId: starred.id, star: 'later' } as const
  valueOf(await ask(engine, 'programme.edit', { tripId, edits: [star] }))
  expect((await read(engine, tripId)).programme?.sessions).toEqual([starred])
})
