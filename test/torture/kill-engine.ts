import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Ground, makeGround } from './ground.ts'
import { restart } from './restart.ts'
import { count, emptyRow, repeat, type Row } from './row.ts'
import { seeded } from './random.ts'
import { compareTexts } from './save-texts.ts'
import { startWorker } from './workers.ts'

export interface KillOptions {
  runs: number
  /** Approximate size of the trip's file. */
  bytes: number
  seed: number
  /** Number of processes that run at once; each has a library of its own. Default: 2. */
  atOnce?: number
  /** What saves: the engine or, for comparison, a program that writes carelessly. Default: the engine. */
  does?: 'texts' | 'plain' | 'lowdb'
}

/**
 * R1 without a window: a Node process that runs the engine is killed at a random moment while it saves; then the file
 * is read, and the engine is started on it.
 */
export async function killSavingEngine({ runs, bytes, seed, atOnce = 2, does = 'texts' }: KillOptions): Promise<Row> {
  const way = does === 'texts' ? 'engine in a Node process' : does === 'plain' ? 'plain writeFile' : 'plain lowdb'
  const row = emptyRow('R1', `SIGKILL while saving ${sizeOf(bytes)}, ${way}`)
  row.isControl = does !== 'texts'
  const random = seeded(seed)
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-kills-'))
  const grounds = new Map<number, Ground>()
  let inTheMiddle = 0
  try {
    await repeat(row, runs, atOnce, async (index, lane) => {
      const ground = grounds.get(lane) ?? (await makeGround(join(folder, `${index}`), bytes))
      grounds.set(lane, ground)
      const { documents, tripId, entryIds, textLength, next } = ground
      const library = join(documents, 'Lanyard')
      const worker = startWorker({ does, library, documents, tripId, from: next, textLength })
      try {
        await worker.ready
        // From before the first save to some dozens of saves later, even on a slow machine: the process is killed in
        // the middle of a save.
        await worker.saved(random.below(Math.ceil(40_000_000 / (bytes + 300_000))))
        await pause(random.next() * (10 + bytes / 50_000))
      } finally {
        await worker.kill()
      }
      const { trip, unreadable, before, temporary } = await restart(documents, tripId)
      if (before.length > 0) inTheMiddle++
      const kept = trip === null ? null : compareTexts(trip, entryIds, textLength, worker.acknowledged)
      count(row, {
        acknowledged: worker.acknowledged.length,
        unreadable: unreadable.length > 0 ? 1 : 0,
        lost: kept === null ? worker.acknowledged.length : kept.lost,
        temporary,
        faults: [...(kept?.faults ?? []), ...worker.refusals],
      })
      ground.next = Math.max(next, kept?.last ?? 0) + 2
      // An unreadable file stays unreadable, so the next run gets a new library.
      if (kept === null) grounds.delete(lane)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  row.remark = `${inTheMiddle} kills in the middle of a write`
  return row
}

export function sizeOf(bytes: number): string {
  return `${bytes / 1_000_000} MB`
}
