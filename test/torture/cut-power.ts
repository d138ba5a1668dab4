import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sizeOf } from './kill-engine.ts'
import { makeGround } from './ground.ts'
import { seeded } from './random.ts'
import { restart } from './restart.ts'
import { count, emptyRow, type Outcome, repeat } from './row.ts'
import { compareTexts } from './save-texts.ts'
import { makeExt4Disk, whyNoDisks } from './small-disk.ts'
import { startWorker } from './workers.ts'

export interface PowerCutOptions {
  runs: number
  bytes: number
  seed: number
  /** Of the mount; none: as the system mounts. */
  mount: 'default' | 'noauto_da_alloc'
  /** What saves. Default: the engine. */
  does?: 'texts' | 'lowdb'
}

/** So many saves at most are waited for before the power goes. */
const MOST_SAVES = 40

/**
 * R2: an ext4 of its own loses its power at a random moment while the engine saves on it: what it has not written by
 * then is gone, its journal included. It is mounted again, and the engine is started on it.
 */
export async function cutPower({ runs, bytes, seed, mount, does = 'texts' }: PowerCutOptions): Promise<Outcome> {
  const how = does === 'texts' ? '' : ', lowdb as it comes'
  const row = emptyRow('R2', `power cut while saving ${sizeOf(bytes)}, ext4 ${mount}${how}`)
  row.isControl = does !== 'texts'
  const missing = await whyNoDisks()
  if (missing !== null) return { target: row.target, test: row.test, skipped: missing }
  const random = seeded(seed)
  const disk = await makeExt4Disk(Math.ceil(32 + (bytes * 8) / 1_000_000), mount === 'default' ? [] : [mount])
  let inTheMiddle = 0
  try {
    let ground = await makeGround(join(disk.folder, 'first'), bytes)
    await repeat(row, runs, 1, async (index) => {
      const { documents, tripId, entryIds, textLength, next } = ground
      const library = join(documents, 'Lanyard')
      const worker = startWorker({ does, library, documents, tripId, from: next, textLength })
      try {
        await worker.ready
        // From before the first save to some dozens of saves later, however slow the machine is: somewhere in a save.
        await worker.saved(does === 'texts' ? random.below(MOST_SAVES) : 1 + random.below(MOST_SAVES))
        await pause(random.next() * (10 + bytes / 50_000))
        await disk.cutPower()
      } finally {
        await worker.kill()
      }
      await disk.mountAgain()
      const { trip, unreadable, before, temporary } = await restart(documents, tripId)
      if (before.length > 0) inTheMiddle++
      const kept = trip === null ? null : compareTexts(trip, entryIds, textLength, worker.acknowledged)
      count(row, {
        acknowledged: worker.acknowledged.length,
        unreadable: unreadable.length > 0 ? 1 : 0,
        lost: kept === null ? worker.acknowledged.length : kept.lost,
        temporary,
        faults: kept?.faults ?? [],
      })
      ground.next = Math.max(next, kept?.last ?? 0) + 2
      if (kept === null) ground = await makeGround(join(disk.folder, `after-${index}`), bytes)
    })
  } finally {
    await disk.remove()
  }
  row.remark = `${inTheMiddle} cuts left a temporary file behind, until the start`
  return row
}
