import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { importTrip } from '../../../electron/journal/archive/import-trip.ts'
import { nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import type { Engine } from '../../../electron/journal/engine.ts'
import { openSource } from '../../../electron/journal/restore/open-source.ts'
import { restoreFrom } from '../../../electron/journal/restore/restore-from.ts'
import { people as peopleFile } from '../../../electron/journal/trip-folder/people.ts'
import { plan as planFile } from '../../../electron/journal/trip-folder/plan.ts'
import { schedule } from '../../../electron/journal/trip-folder/schedule.ts'
import { verifyLibrary } from '../../../electron/journal/verify/verify-library.ts'
import type { Input } from '../../../electron/shared/contract/index.ts'
import { opened, packed } from '../../support/archives.ts'
import { someStick } from '../../support/backup.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { inWords } from '../../support/in-words.ts'
import { onlyTripFolder, someLibrary, valueOf } from '../../support/library.ts'
import { giveProgramme, someSession } from '../../support/programmes.ts'
import { someTrip } from '../../support/trips.ts'

const names = [schedule.name, planFile.name, peopleFile.name]
const [keynote, workshop] = [someSession({ source: 'k' }), someSession({ source: 'w', title: 'Workshop' })]

let engine: Engine
let tripId: string
let entryId: string
let folder: string

type PlanEdits = Input<'programme.edit'>['edits']

const edit = async (edits: PlanEdits, on = engine) => valueOf(await ask(on, 'programme.edit', { tripId, edits }))
const read = async (on = engine) => valueOf(await ask(on, 'programme.read', { tripId }))
const filesIn = async (place: string) => await Promise.all(names.map((name) => readFile(join(place, name), 'utf8')))
const verify = async () => inWords(valueOf(await verifyLibrary({ library: engine.context.library.folder }))).findings
const affiliation = (value: string) => ({ edit: 'affiliation', key: 'oleh kostromin', value }) as const

beforeEach(async () => {
  engine = await someEngine()
  tripId = valueOf(await ask(engine, 'trips.create', someTrip())).trip.id
  await giveProgramme(engine.context.library, tripId, [keynote, workshop])
  await edit([
    { edit: 'star', sessionId: keynote.id, star: 'go' },
    { edit: 'attend', sessionId: keynote.id, attendance: 'attended' },
  ])
  valueOf(await ask(engine, 'people.edit', { tripId, edits: [affiliation('SITS')] }))
  entryId = valueOf(await ask(engine, 'programme.write', { tripId, sessionId: keynote.id })).entryId
  folder = await onlyTripFolder(engine.context.library)
})

test('a packed trip arrives with its stars, attendance and people, and with entries that know their session', async () => {
  const archive = await opened(await packed(engine.context.library, tripId))
  const elsewhere = await someLibrary()
  valueOf(await importTrip(elsewhere, archive, 'new'))
  expect(await filesIn(await onlyTripFolder(elsewhere))).toEqual(await filesIn(folder))
  expect(valueOf(await elsewhere.open(tripId)).entries).toMatchObject([{ sessionId: keynote.id }])
})

test('a trip that comes from an archive for the second time has the stars of both', async () => {
  const archive = await opened(await packed(engine.context.library, tripId))
  await edit([{ edit: 'star', sessionId: workshop.id, star: 'maybe' }])
  valueOf(await importTrip(engine.context.library, archive, 'merge'))
  const { marks } = (await read()).plan
  expect([marks[keynote.id]?.star, marks[workshop.id]?.star]).toEqual(['go', 'maybe'])
})

test('a backup has the stars, the attendance and the people, and gives back what was lost', async () => {
  const { library } = engine.context
  const stick = await someStick()
  valueOf(await stick.copy(library))
  const before = await filesIn(folder)
  expect(await filesIn(join(stick.path, basename(folder)))).toEqual(before)
  await edit([{ edit: 'attend', sessionId: workshop.id, attendance: 'missed' }])
  expect(valueOf(await stick.copy(library))).toMatchObject({ copied: 1 })
  const changed = await filesIn(folder)
  await library.close()
  await rm(library.folder, { recursive: true })

  const again = await someLibrary()
  const source = valueOf(await openSource(stick.to, nodeFileSystem))
  const [trip] = source.trips
  if (trip === undefined) throw new Error('There is no trip.')
  valueOf(await restoreFrom({ library: again, source, trip, versionId: null, entryId: null }))
  expect(await filesIn(await onlyTripFolder(again))).toEqual(changed)
  expect(valueOf(await again.open(tripId)).entries).toMatchObject([{ sessionId: keynote.id }])
})

test.for(names)('verifying reads %s, and names it if it is damaged', async (name) => {
  expect(await verify()).toEqual([])
  await writeFile(join(folder, name), '{ half of')
  expect(JSON.stringify(await verify())).toContain(name)
})

test('two computers that starred, attended and named people apart both have everything once they meet', async () => {
  const documents = `${join(engine.context.library.folder, '..')}-elsewhere`
  await cp(engine.context.library.folder, join(documents, 'Lanyard'), { recursive: true })
  const other = await someEngine({ documents })
  await edit([{ edit: 'attend', sessionId: keynote.id, attendance: 'left-early' }])
  await edit([{ edit: 'star', sessionId: workshop.id, star: 'maybe' }])
  await edit([{ edit: 'star', sessionId: keynote.id, star: null }], other)
  await edit([{ edit: 'attend', sessionId: workshop.id, attendance: 'missed' }], other)
  const note = { edit: 'note', key: 'oleh kostromin', value: 'Met in the queue for coffee.' } as const
  valueOf(await ask(other, 'people.edit', { tripId, edits: [note] }))
  const theirs = await onlyTripFolder(other.context.library)
  for (const name of names) {
    const stem = name.replace('.json', '')
    await cp(join(theirs, name), join(folder, `${stem}.sync-conflict-20260414-101500-7XQK2PA.json`))
  }
  valueOf(await ask(engine, 'trips.open', { tripId }))
  await expect
    .poll(async () => (await read()).plan.marks)
    .toMatchObject({
      [keynote.id]: { star: null, attendance: 'left-early' },
      [workshop.id]: { star: 'maybe', attendance: 'missed' },
    })
  const { people } = valueOf(await ask(engine, 'people.read', { tripId }))
  expect(people).toMatchObject([{ affiliation: { value: 'SITS' }, note: { value: note.value } }])
})

test('two computers that imported the programme apart, with other ids, have each session once when they meet', async () => {
  const documents = `${join(engine.context.library.folder, '..')}-elsewhere`
  await cp(engine.context.library.folder, join(documents, 'Lanyard'), { recursive: true })
  const other = await someEngine({ documents })
  const again = { id: crypto.randomUUID(), source: 'k@example.org' }
  const twice = { title: 'Open space', start: '2026-04-16T09:00:00+02:00' }
  const [first, second] = [someSession({ ...twice, source: 'o1' }), someSession({ ...twice, source: 'o2' })]
  const later = [{ ...keynote, ...again }, workshop, someSession(twice), someSession(twice)]
  await giveProgramme(other.context.library, tripId, later, { importedAt: '2026-04-02T09:00:00Z' })
  await giveProgramme(engine.context.library, tripId, [keynote, workshop, first, second])
  await edit([{ edit: 'star', sessionId: first.id, star: 'maybe' }])
  await edit([{ edit: 'attend', sessionId: again.id, attendance: 'left-early' }], other)
  const theirs = await onlyTripFolder(other.context.library)
  for (const stem of ['schedule', 'plan']) {
    await cp(join(theirs, `${stem}.json`), join(folder, `${stem}.sync-conflict-20260414-101500-7XQK2PA.json`))
  }
  valueOf(await ask(engine, 'trips.open', { tripId }))
  const merged = async () => (await read()).programme?.sessions.map(({ id }) => id)
  await expect.poll(merged).toContain(again.id)
  const { programme, plan } = await read()
  expect(programme?.sessions.filter(({ title }) => title === keynote.title)).toMatchObject([
    { ...again, isDropped: false },
  ])
  expect(plan.marks[again.id]).toMatchObject({ star: 'go', attendance: 'left-early' })
  expect(valueOf(await ask(engine, 'trips.open', { tripId })).entries).toMatchObject([{ sessionId: again.id }])
  // Which of two sessions it is now cannot be known: it stays, marked as dropped.
  expect(programme?.sessions.find(({ id }) => id === first.id)).toMatchObject({ isDropped: true })
  // The other computer's older plan does not bring the double back.
  await cp(join(theirs, 'plan.json'), join(folder, 'plan.sync-conflict-20260415-101500-7XQK2PA.json'))
  valueOf(await ask(engine, 'trips.open', { tripId }))
  expect((await read()).plan.marks[again.id]).toMatchObject({ star: 'go', attendance: 'left-early' })
  expect(await merged()).not.toContain(keynote.id)
})

test('an entry keeps its session when it is duplicated, changed to a note and back, and restored from the history', async () => {
  const sessions = async () =>
    valueOf(await ask(engine, 'trips.open', { tripId })).entries.map(({ sessionId }) => sessionId)
  const { library } = engine.context
  valueOf(await ask(engine, 'entries.duplicate', { tripId, entryId }))
  const versionId = valueOf(await library.keepVersion(tripId))
  await library.history.settled()
  for (const kind of ['note', 'talk'] as const) {
    valueOf(await ask(engine, 'entries.edit', { tripId, edits: [{ edit: 'kind', entryId, kind }] }))
    expect(await sessions()).toEqual([keynote.id, keynote.id])
  }
  valueOf(await ask(engine, 'entries.delete', { tripId, entryId }))
  expect(await sessions()).toEqual([keynote.id])
  valueOf(await ask(engine, 'history.restore', { tripId, versionId, entryId }))
  expect(await sessions()).toEqual([keynote.id, keynote.id])
})
