import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { runExport } from '../../electron/journal/exporters/run-export.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import { onePixel, someTrip } from '../support/trips.ts'
import { must } from './ask.ts'
import { fillUp } from './full-disk.ts'
import { seeded } from './random.ts'
import { engineOver, tripFolder } from './restart.ts'
import { count, emptyRow, type Outcome, repeat } from './row.ts'
import { makeMemoryDisk, whyNoDisks } from './small-disk.ts'
import { writesFiles, writtenTargets } from '../support/exports.ts'

/** What goes to the clipboard leaves nothing on the disk. */
const targets = writtenTargets.filter(writesFiles)

export interface FullExportOptions {
  /** Number of exports for each target. */
  runs: number
  seed: number
}

/** Approximate total size of the pictures in the report, in bytes. */
const PICTURES_BYTES = 1_000_000

/**
 * R11: for each target, a report is exported to a disk that is nearly full. The export is either refused with an
 * explanation or, if there was enough room, complete; an earlier export stays complete; no partial files are left; the
 * journal is unchanged.
 */
export async function exportToFullDisk({ runs, seed }: FullExportOptions): Promise<Outcome> {
  const row = emptyRow('R11', `export to a full disk, ${targets.length} targets`)
  const missing = await whyNoDisks()
  if (missing !== null) return { target: row.target, test: row.test, skipped: missing }
  const random = seeded(seed)
  const disk = await makeMemoryDisk(5)
  const documents = await mkdtemp(join(tmpdir(), 'lanyard-full-export-'))
  let refusals = 0
  try {
    const engine = await engineOver(documents)
    const tripId = await writeReport(engine)
    const trip = await must(engine, 'trips.open', { tripId })
    const { library } = engine.context
    const file = join(await tripFolder(library.folder), 'trip.json')
    const journal = await readFile(file)
    await repeat(row, runs * targets.length, 1, async (index) => {
      const target = targets[index % targets.length]?.id ?? ''
      const folder = join(disk.folder, 'exports')
      const order = {
        trip,
        library,
        target,
        folder,
        replace: true,
        signal: new AbortController().signal,
        onProgress: () => {},
      }
      // Every other time there is an earlier export, which must still be complete afterwards.
      if (index % 2 === 1) await runExport(order)
      const before = await contentsOf(folder)
      await fillUp(join(disk.folder, 'filler'), random.below(PICTURES_BYTES * 1.6))
      const exported = await runExport(order)
      const after = await contentsOf(folder)
      const faults: string[] = []
      if (!exported.ok) {
        refusals++
        if (exported.error.code !== 'disk.full') faults.push(`${target}: refused with ${exported.error.code}`)
        if (!isDeepStrictEqual(before, after)) faults.push(`${target}: there is something else than before`)
      } else if (exported.value.differences.length > 0)
        faults.push(`${target}: ${exported.value.differences.map(render).join(' ')}`)
      if (!journal.equals(await readFile(file))) faults.push('the journal has changed')
      count(row, {
        acknowledged: exported.ok ? 1 : 0,
        faults,
        temporary: Object.keys(after).filter((item) => item.startsWith('.')),
      })
      await rm(join(disk.folder, 'filler'), { force: true })
      await rm(folder, { recursive: true, force: true })
    })
    await engine.close()
  } finally {
    await disk.remove()
    await rm(documents, { recursive: true, force: true })
  }
  row.remark = `${refusals} exports were refused`
  return row
}

async function writeReport(engine: Awaited<ReturnType<typeof engineOver>>): Promise<string> {
  const { trip } = await must(engine, 'trips.create', someTrip())
  for (let index = 0; index < 4; index++) {
    const data = new Uint8Array(Buffer.concat([onePixel, Buffer.alloc(PICTURES_BYTES / 4, index)]))
    const { photo } = await must(engine, 'photos.add', { tripId: trip.id, name: `${index}.png`, data })
    const fields = { kind: 'note' as const, text: `![A picture](photo:${photo.id})\n\nWords.` }
    await must(engine, 'entries.add', { tripId: trip.id, kind: 'note', day: '2026-04-14', start: null, fields })
  }
  return trip.id
}

/** The size of each file below a folder. */
async function contentsOf(folder: string): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {}
  for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
    sizes[name] = (await readFile(join(folder, name)).catch(() => Buffer.alloc(0))).byteLength
  }
  return sizes
}
