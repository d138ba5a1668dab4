import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeGround } from './ground.ts'
import { sizeOf } from './kill-engine.ts'
import { seeded } from './random.ts'
import { restart } from './restart.ts'
import { count, emptyRow, repeat, type Row } from './row.ts'
import { compareTexts } from './save-texts.ts'
import { startWorker } from './workers.ts'

export interface TogetherOptions {
  runs: number
  bytes: number
  seed: number
}

/**
 * R8: two processes, such as the window and the command line, save to one trip at the same time, each to its own
 * entries; one of them is killed, and the other a moment later. Everything that was acknowledged to either is there.
 */
export async function writeTogether({ runs, bytes, seed }: TogetherOptions): Promise<Row> {
  const row = emptyRow('R8', `two processes save in one trip of ${sizeOf(bytes)}, and are killed`)
  const random = seeded(seed)
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-together-'))
  try {
    await repeat(row, runs, 1, async (index) => {
      const { documents, tripId, entryIds, textLength, next } = await makeGround(join(folder, `${index}`), bytes)
      const order = { does: 'texts' as const, library: join(documents, 'Lanyard'), tripId, from: next, textLength }
      const workers = [0, 1].map((share) =>
        startWorker({ ...order, documents: join(documents, `${share}`), share: { index: share, of: 2 } }),
      )
      try {
        await Promise.all(workers.map(({ ready }) => ready))
        await Promise.all(workers.map(({ saved }) => saved(random.below(30))))
        await pause(random.next() * 20)
        await workers[0]?.kill()
        // Until the other has waited for the lock of the killed one.
        await workers[1]?.saved((workers[1]?.acknowledged.length ?? 0) + random.below(20))
        await pause(random.next() * 20)
      } finally {
        await Promise.all(workers.map(({ kill }) => kill()))
      }
      const acknowledged = workers.flatMap((worker) => worker.acknowledged)
      const { trip, unreadable, temporary } = await restart(documents, tripId)
      const kept = trip === null ? null : compareTexts(trip, entryIds, textLength, acknowledged)
      count(row, {
        acknowledged: acknowledged.length,
        unreadable: unreadable.length > 0 ? 1 : 0,
        lost: kept === null ? acknowledged.length : kept.lost,
        temporary,
        faults: [...(kept?.faults ?? []), ...workers.flatMap(({ refusals }) => refusals)],
      })
      await rm(documents, { recursive: true, force: true })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return row
}
