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
  /** Mount options; default: those of the system. */
  mount: 'default' | 'noauto_da_alloc'
  /** What saves. Default: the engine. */
  does?: 'texts' | 'lowdb'
}

/** Maximum number of saves before the power is cut. */
const MAX_SAVES = 40

/**
 * R2: an ext4 disk loses power at a random moment while the engine saves to it: whatever has not been written by then
 * is lost, including its journal. The disk is mounted again, and the engine is started on it.
 */
export async function cutPower({ runs, bytes, seed, mount, does = 'texts' }: PowerCutOptions): Promise<Outcome> {
  const how = does === 'texts' ? '' : ', plain lowdb'
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
        // From before the first save to some dozens of saves later, even on a slow machine: the power is cut in the
        // middle of a save.
        await worker.saved(does === 'texts' ? random.below(MAX_SAVES) : 1 + random.below(MAX_SAVES))
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
