import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { onePixel, someTrip } from '../support/trips.ts'
import { must } from './ask.ts'
import { seeded } from './random.ts'
import { engineOver, temporaryFiles, tripFolder } from './restart.ts'
import { count, emptyRow, repeat, type Row } from './row.ts'
import { textOf } from './save-texts.ts'
import { startWorker } from './workers.ts'
import { writesFiles, writtenTargets } from '../support/exports.ts'

/**
 * A target for each kind of files that are put on the disk. What goes to the clipboard leaves nothing there, and what
 * is in the files makes no difference to how they are put there.
 */
const targets = writtenTargets
  .filter(writesFiles)
  .filter(({ makes }, index, all) => all.findIndex((other) => other.makes === makes) === index)

export interface ExportKillOptions {
  /** Number of kills for each target. */
  runs: number
  seed: number
}

/**
 * R11: for each kind of target, a process that exports a report again and again is killed at a random moment. The export is
 * either complete or missing; the next export tidies up; the journal stays unchanged.
 */
export async function killExports({ runs, seed }: ExportKillOptions): Promise<Row> {
  const row = emptyRow('R11', `SIGKILL while exporting, ${targets.length} targets`)
  const random = seeded(seed)
  const documents = await mkdtemp(join(tmpdir(), 'lanyard-exports-'))
  let inTheMiddle = 0
  try {
    const { tripId, journal } = await prepare(documents)
    await repeat(row, runs * targets.length, 1, async (index) => {
      const target = targets[index % targets.length]?.id ?? ''
      const exports = join(documents, 'Lanyard exports')
      const whole = await exportOnce(documents, tripId, target)
      const order = { does: 'export' as const, library: join(documents, 'Lanyard'), documents, tripId, target }
      const worker = startWorker({ ...order, from: 0, textLength: 0 })
      try {
        await worker.ready
        await worker.saved(random.below(5))
        await pause(random.next() * 50)
      } finally {
        await worker.kill()
      }
      const faults = [...worker.refusals]
      const left = await hashesUnder(exports)
      const named = Object.keys(left).filter((name) => !name.startsWith('.'))
      if (Object.keys(left).length > named.length) inTheMiddle++
      const expected = Object.keys(whole)
      const isAll = named.length === expected.length && expected.every((name) => left[name] === whole[name])
      // Killed between two renames: the previous export is beside it, complete, and the next export puts it back.
      const isNothing = named.length === 0
      if (!isAll && !isNothing) faults.push(`${target}: there is ${named.join()} instead of ${expected.join()}`)
      const again = await exportOnce(documents, tripId, target)
      if (expected.some((name) => again[name] !== whole[name])) faults.push(`${target}: the next export is another`)
      const strays = Object.keys(again).filter((name) => name.startsWith('.'))
      if (hashOf(await readFile(journal.file)) !== journal.hash) faults.push('the journal has changed')
      count(row, {
        acknowledged: worker.acknowledged.length,
        temporary: [...strays, ...(await temporaryFiles(documents))],
        faults,
      })
      await rm(exports, { recursive: true })
    })
  } finally {
    await rm(documents, { recursive: true, force: true })
  }
  row.remark = `${inTheMiddle} kills in the middle of a write`
  return row
}

async function prepare(documents: string) {
  const engine = await engineOver(documents)
  const { trip } = await must(engine, 'trips.create', someTrip())
  for (let index = 0; index < 8; index++) {
    const data = new Uint8Array(Buffer.concat([onePixel, Buffer.alloc(100_000, index)]))
    const { photo } = await must(engine, 'photos.add', { tripId: trip.id, name: `${index}.png`, data })
    const text = `![A picture](photo:${photo.id})\n\n${textOf(index, 2_000)}`
    await must(engine, 'entries.add', {
      tripId: trip.id,
      kind: 'note',
      day: '2026-04-14',
      start: null,
      fields: { kind: 'note', text },
    })
  }
  await engine.close()
  const file = join(await tripFolder(join(documents, 'Lanyard')), 'trip.json')
  return { tripId: trip.id, journal: { file, hash: hashOf(await readFile(file)) } }
}

/** The result of an undisturbed export. */
async function exportOnce(documents: string, tripId: string, target: string): Promise<Record<string, string>> {
  const engine = await engineOver(documents)
  await must(engine, 'exports.run', { tripId, jobId: crypto.randomUUID(), target, replace: true })
  await engine.close()
  return await hashesUnder(join(documents, 'Lanyard exports'))
}

/** The hash of each file below a folder. */
async function hashesUnder(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
    if ((await stat(join(folder, name))).isFile()) hashes[name] = hashOf(await readFile(join(folder, name)))
  }
  return hashes
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
