import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Engine } from '../../electron/journal/engine.ts'
import { TRIP_FILE } from '../../electron/journal/trip-folder/trip-json.ts'
import type { Channel, Input } from '../../electron/shared/contract/index.ts'
import { onePixel, someTrip } from '../support/trips.ts'
import { ask, must } from './ask.ts'
import { type Damage, damages } from './damages.ts'
import { engineOver, temporaryFiles } from './restart.ts'
import { count, emptyRow, repeat, type Row } from './row.ts'

export interface DamageOptions {
  /** Number of files, each damaged in a different way. */
  runs: number
  seed: number
}

interface Damaged {
  documents: string
  folder: string
  tripId: string
  entryId: string
  /** The bytes of the file before the damage. */
  good: Buffer
}

/**
 * R5: a trip's file is damaged in some way. Lanyard is started, and everything that could write to the trip is tried:
 * all of it is refused with an explanation, and the file stays unchanged. Then the newest version is restored: the trip
 * is what it was, and the damaged file is still there under another name. The other trip always stays usable.
 */
export async function damageFiles({ runs, seed }: DamageOptions): Promise<Row> {
  const row = emptyRow('R5', 'damaged trip.json, opened, written to and restored')
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-damaged-'))
  const kinds = new Map<string, number>()
  try {
    const prepared = await prepare(folder)
    const all = damages(prepared.good, runs, seed)
    await repeat(row, runs, 1, async (index) => {
      const damage = all[index]
      if (damage === undefined) throw new Error('There are not so many ways.')
      kinds.set(damage.kind, (kinds.get(damage.kind) ?? 0) + 1)
      const faults = await tryOne(prepared, damage)
      const temporary = await temporaryFiles(folder)
      count(row, {
        acknowledged: faults.length === 0 ? 1 : 0,
        temporary,
        faults: faults.map((fault) => `${damage.name}: ${fault}`),
      })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  row.remark = Array.from(kinds, ([kind, number]) => `${number} ${kind}`).join(', ')
  return row
}

async function prepare(documents: string): Promise<Damaged> {
  const engine = await engineOver(documents)
  const { trip } = await must(engine, 'trips.create', someTrip({ title: 'Der gute Fall' }))
  await must(engine, 'trips.create', someTrip({ title: 'Beside it' }))
  const { entryId } = await must(engine, 'entries.add', {
    tripId: trip.id,
    kind: 'note',
    day: '2026-04-14',
    start: null,
    fields: { kind: 'note', title: 'Größe', text: 'Müde, aber froh. “Quotes” – and 日本語.\n'.repeat(40) },
  })
  for (const kind of ['talk', 'encounter', 'note'] as const) {
    await must(engine, 'entries.add', { tripId: trip.id, kind, day: '2026-04-15', start: null })
  }
  await must(engine, 'photos.add', { tripId: trip.id, name: 'one.png', data: new Uint8Array(onePixel) })
  await must(engine, 'library.list', {})
  // If it is closed properly, it keeps a version of what was changed.
  await engine.close()
  const name = (await readdir(join(documents, 'Lanyard'))).find((item) => item.includes('gute-fall'))
  if (name === undefined) throw new Error('The trip has no folder.')
  const good = await readFile(join(documents, 'Lanyard', name, TRIP_FILE))
  return { documents, folder: name, tripId: trip.id, entryId, good }
}

async function tryOne(
  { documents, folder, tripId, entryId, good }: Damaged,
  { bytes, isNewer = false }: Damage,
): Promise<string[]> {
  const faults: string[] = []
  const file = join(documents, 'Lanyard', folder, TRIP_FILE)
  await writeFile(file, bytes)
  const engine = await engineOver(documents)
  try {
    if (isNewer) await readNewer(engine, tripId, faults)
    else await list(engine, folder, faults)
    const details = { kind: 'note' as const, text: 'must not be written' }
    await refused(engine, faults, 'entries.save', { tripId, entryId, changes: details })
    await refused(engine, faults, 'entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null })
    await refused(engine, faults, 'entries.delete', { tripId, entryId })
    await refused(engine, faults, 'trips.save', { tripId, changes: { venue: 'Elsewhere' } })
    await refused(engine, faults, 'report.save', { tripId, changes: { lead: 'must not be written' } })
    await refused(engine, faults, 'photos.add', { tripId, name: 'two.png', data: new Uint8Array(onePixel) })
    if (!isNewer) {
      await refused(engine, faults, 'trips.open', { tripId })
      const exported = { tripId, jobId: crypto.randomUUID(), target: 'markdown', replace: true }
      await refused(engine, faults, 'exports.run', exported)
    }
    if (!bytes.equals(await readFile(file))) faults.push('the damaged file was written over')
    await restore(engine, folder, good, bytes, faults)
  } finally {
    await engine.close()
  }
  return faults
}

/** The trip of a newer Lanyard can be read alongside the other one. */
async function readNewer(engine: Engine, tripId: string, faults: string[]): Promise<void> {
  const { trips } = await must(engine, 'library.list', {})
  if (trips.find(({ id }) => id === tripId)?.isNewer !== true) faults.push('it is not listed as a newer one')
  const opened = await ask(engine, 'trips.open', { tripId })
  if (!opened.ok) faults.push(`it cannot be read: ${render(opened.error)}`)
}

/** The damaged trip is listed as such, and the other one is listed too. */
async function list(engine: Engine, folder: string, faults: string[]): Promise<void> {
  const { trips, unreadable } = await must(engine, 'library.list', {})
  if (trips.length !== 1) faults.push(`${trips.length} trips are listed`)
  const [first] = unreadable
  if (unreadable.length !== 1 || first?.folder !== folder) faults.push('it is not listed as one that cannot be read')
  else if (!render(first.error).endsWith('.')) faults.push('it is not told in a sentence')
}

async function refused<C extends Channel>(
  engine: Engine,
  faults: string[],
  channel: C,
  input: Input<C>,
): Promise<void> {
  const answer = await ask(engine, channel, input)
  if (answer.ok) faults.push(`${channel} was done`)
  else if (!['trip.damaged', 'trip.newer'].includes(answer.error.code))
    faults.push(`${channel} was answered with ${answer.error.code}`)
}

async function restore(engine: Engine, folder: string, good: Buffer, bad: Buffer, faults: string[]): Promise<void> {
  const inspected = await ask(engine, 'recovery.inspect', { folder })
  if (!inspected.ok) return void faults.push(`it was not inspected: ${render(inspected.error)}`)
  const { kind, versions, problem } = inspected.value
  if (render(problem) === '') faults.push('it is not said what is wrong')
  const [newest] = versions
  if (newest === undefined) return void faults.push('no version of it is kept')
  const restored = await ask(engine, 'recovery.restore', { folder, versionId: newest.versionId })
  // What a newer Lanyard wrote is not damaged, and stays unchanged.
  if (kind === 'newer') {
    if (restored.ok) faults.push('a newer file gave way')
    return
  }
  if (!restored.ok) return void faults.push(`it was not restored: ${render(restored.error)}`)
  const place = join(engine.context.library.folder, folder)
  const { keptAs } = restored.value
  if (keptAs === null || !bad.equals(await readFile(keptAs))) faults.push('the damaged file is gone')
  const now = await readFile(join(place, TRIP_FILE))
  if (!good.equals(now)) faults.push('what was restored is not what there was')
  const opened = await ask(engine, 'trips.open', { tripId: restored.value.trip.id })
  if (!opened.ok) faults.push(`it cannot be opened after it: ${render(opened.error)}`)
  if (keptAs !== null) await rm(keptAs)
}
