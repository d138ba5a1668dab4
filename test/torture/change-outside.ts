import { copyFile, mkdir, mkdtemp, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../../electron/journal/engine.ts'
import { decodeTrip } from '../../electron/journal/trip-file/trip-file.ts'
import { newTrip } from '../../electron/journal/edits/new-trip.ts'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import { assertNever } from '../../electron/shared/result.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { someTrip } from '../support/trips.ts'
import { ask, must } from './ask.ts'
import { type Random, seeded } from './random.ts'
import { engineOver, restart, temporaryFiles, tripFolder } from './restart.ts'
import { count, emptyRow, repeat, type Row } from './row.ts'
import { TRIP_FILE } from '../../electron/journal/trip-folder/trip-json.ts'

export interface OutsideOptions {
  runs: number
  seed: number
}

/** Who else accesses the file, and what they do to it. */
const others = [
  'another Lanyard',
  'a text editor',
  'a text editor that leaves the checksum',
  'a sync client',
  'somebody who deletes the file',
  'somebody who deletes the folder',
  'somebody who renames the folder',
  'a slow writer',
] as const
type Other = (typeof others)[number]

interface Scene {
  documents: string
  engine: Engine
  trip: Trip
  folder: string
  file: string
  random: Random
}

/**
 * R9: while a trip is open, somebody else changes its file, deletes it, moves it or leaves it half-written; after that,
 * or at the same moment, something is saved. Nobody's words may be overwritten silently: either both are in the trip,
 * or the save was refused and the file is as the other left it.
 */
export async function changeOutside({ runs, seed }: OutsideOptions): Promise<Row> {
  const row = emptyRow('R9', 'the file changed or deleted by somebody else while it is open')
  const random = seeded(seed)
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-outside-'))
  const kinds = new Map<string, number>()
  try {
    await repeat(row, runs, 1, async (index) => {
      const other = others[index % others.length] ?? 'another Lanyard'
      kinds.set(other, (kinds.get(other) ?? 0) + 1)
      const scene = await prepare(join(folder, `${index}`), random)
      const seen = await play(scene, other, index)
      count(row, { ...seen, faults: seen.faults.map((fault) => `${other}: ${fault}`) })
      await rm(scene.documents, { recursive: true, force: true })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  row.remark = Array.from(kinds, ([other, number]) => `${number} × ${other}`).join(', ')
  return row
}

async function prepare(documents: string, random: Random): Promise<Scene> {
  const engine = await engineOver(documents)
  const entries = Array.from({ length: 6 }, (_, index) => ({
    ...newEntry('note', '2026-04-14', null),
    title: `Note ${index}`,
    text: `First paragraph of ${index}.\n\nSecond paragraph of ${index}.`,
  }))
  const created = await engine.context.library.create({ ...newTrip(someTrip()), entries })
  if (!created.ok) throw new Error(render(created.error))
  const folder = await tripFolder(join(documents, 'Lanyard'))
  await must(engine, 'library.list', {})
  const trip = await must(engine, 'trips.open', { tripId: created.value.trip.id })
  return { documents, engine, trip, folder, file: join(folder, TRIP_FILE), random }
}

async function play(scene: Scene, other: Other, index: number) {
  const { engine, trip, file, random } = scene
  const mine = `Mine ${index}.`
  const theirs = `Theirs ${index}.`
  const faults: string[] = []
  // Often in the same entry, where the changes have to be merged.
  const [myEntry, theirEntry] = [random.below(6), random.chance(0.5) ? 0 : random.below(6)]
  const entry = trip.entries[myEntry]
  if (entry === undefined) throw new Error('There is no such entry.')
  const edit = (text: string) => ({ tripId: trip.id, entryId: entry.id, changes: { kind: 'note' as const, text } })
  // What was saved before the other access is in the file that they find.
  const first = `Before ${index}.`
  await must(engine, 'entries.save', edit(`${first}\n\n${entry.text}`))
  const acknowledged = [first]
  await doAs(other, scene, theirEntry, theirs)
  const left = await readFile(file).catch(() => null)
  const saved = await ask(engine, 'entries.save', edit(`${first}\n\n${entry.text}\n\n${mine}`))
  if (saved.ok) acknowledged.push(mine)
  else if (saved.error.code === 'internal') faults.push(`something went wrong inside: ${render(saved.error)}`)
  if (!saved.ok) {
    const now = await readFile(file).catch(() => null)
    const isSame = left === null ? now === null : now !== null && left.equals(now)
    if (!isSame) faults.push('the save was refused, and the file is another')
  }
  await engine.close()
  const { missing, ...after } = await lookAfter(scene, other, acknowledged, theirs)
  return {
    acknowledged: acknowledged.length,
    ...after,
    lost: missing.length,
    faults: [...faults, ...missing.map((words) => `"${words}" is nowhere`)],
  }
}

/** Changes the file like this other program; afterwards, what it wrote is in the file. */
async function doAs(other: Other, scene: Scene, index: number, words: string): Promise<void> {
  const { documents, trip, folder, file } = scene
  const edited = async () => {
    const bytes = await readFile(file)
    const read = decodeTrip(bytes, TRIP_FILE)
    if (!read.ok) throw new Error(render(read.error))
    return bytes.toString('utf8').replace(`Second paragraph of ${index}.`, `${words} Second paragraph of ${index}.`)
  }
  switch (other) {
    case 'another Lanyard': {
      const engine = await engineOver(join(documents, 'another'), join(documents, 'Lanyard'))
      const entry = trip.entries[index]
      if (entry === undefined) throw new Error('There is no such entry.')
      const there = await must(engine, 'trips.open', { tripId: trip.id })
      const text = `${there.entries[index]?.text ?? ''}\n\n${words}`
      await must(engine, 'entries.save', { tripId: trip.id, entryId: entry.id, changes: { kind: 'note', text } })
      await engine.close()
      return
    }
    case 'a text editor':
      return await writeFile(file, (await edited()).replace(/ {2}"checksum": .*\n/, ''))
    case 'a text editor that leaves the checksum':
      return await writeFile(file, await edited())
    case 'a sync client': {
      // Somebody has edited the trip on another computer, starting from its state when that was last online.
      const elsewhere = join(documents, 'elsewhere')
      await mkdir(join(elsewhere, 'trip'), { recursive: true })
      await copyFile(file, join(elsewhere, 'trip', TRIP_FILE))
      const engine = await engineOver(join(documents, 'other'), elsewhere)
      const added = await must(engine, 'entries.add', { tripId: trip.id, kind: 'note', day: '2026-04-15', start: null })
      const changes = { kind: 'note' as const, text: words }
      await must(engine, 'entries.save', { tripId: trip.id, entryId: added.entryId, changes })
      await engine.close()
      await copyFile(join(elsewhere, 'trip', TRIP_FILE), `${file}.part`)
      return await rename(`${file}.part`, file)
    }
    case 'somebody who deletes the file':
      return await unlink(file)
    case 'somebody who deletes the folder':
      return await rm(folder, { recursive: true })
    case 'somebody who renames the folder':
      return await rename(folder, `${folder} (mine)`)
    case 'a slow writer': {
      // Half of it is there when the save happens, and the rest arrives later.
      const text = (await edited()).replace(/ {2}"checksum": .*\n/, '')
      return await writeFile(file, text.slice(0, text.length / 2))
    }
    default:
      return assertNever(other)
  }
}

/** Whether everything that was acknowledged, and what the other wrote, is there after a restart. */
async function lookAfter(
  { documents, trip, file }: Scene,
  other: Other,
  acknowledged: readonly string[],
  theirs: string,
) {
  switch (other) {
    case 'another Lanyard':
    case 'a text editor':
    case 'a sync client':
    case 'somebody who renames the folder': {
      const { trip: now, unreadable, temporary } = await restart(documents, trip.id)
      const texts = (now?.entries ?? []).map(({ text }) => text).join('\n')
      const wanted = other === 'somebody who renames the folder' ? acknowledged : [...acknowledged, theirs]
      const missing = wanted.filter((words) => !texts.includes(words))
      return { unreadable: unreadable.length > 0 ? 1 : 0, missing, temporary }
    }
    case 'a text editor that leaves the checksum':
    case 'a slow writer':
    case 'somebody who deletes the file':
    case 'somebody who deletes the folder': {
      // Nothing was written there, and what was in memory is among the versions.
      const isGone = other.startsWith('somebody')
      const bytes = await readFile(file).catch(() => null)
      const engine = await engineOver(documents)
      const versions = await must(engine, 'history.list', { tripId: trip.id })
      const states = await Promise.all(
        versions.map(({ versionId }) => engine.context.library.history.read(trip.id, versionId)),
      )
      await engine.close()
      const texts = states.flatMap((state) => (state.ok ? state.value.entries.map(({ text }) => text) : [])).join('\n')
      const missing = acknowledged.filter((words) => !texts.includes(words))
      const isAsLeft = isGone
        ? bytes === null
        : other === 'a slow writer' || bytes?.toString('utf8').includes(theirs) === true
      return {
        unreadable: 0,
        missing: isAsLeft ? missing : [...missing, 'What the other left in the file'],
        temporary: await temporaryFiles(join(documents, 'Lanyard')),
      }
    }
    default:
      return assertNever(other)
  }
}
