import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeGround } from './ground.ts'
import { seeded } from './random.ts'
import { restart, tripFolder } from './restart.ts'
import { count, emptyRow, repeat, type Row } from './row.ts'
import { startWorker } from './workers.ts'

export interface PhotoKillOptions {
  runs: number
  seed: number
}

/**
 * R10 for pictures: a process that adds pictures is killed at a random moment. Every acknowledged picture is there;
 * none that the trip names is missing or does not match its hash.
 */
export async function killPhotos({ runs, seed }: PhotoKillOptions): Promise<Row> {
  const row = emptyRow('R10', 'SIGKILL while pictures are added')
  const random = seeded(seed)
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-photos-'))
  let orphans = 0
  try {
    await repeat(row, runs, 2, async (index) => {
      const { documents, tripId } = await makeGround(join(folder, `${index}`), 200_000)
      const library = join(documents, 'Lanyard')
      const worker = startWorker({ does: 'photos', library, documents, tripId, from: 0, textLength: 0 })
      try {
        await worker.ready
        await worker.saved(random.below(30))
        await pause(random.next() * 10)
      } finally {
        await worker.kill()
      }
      const { trip, unreadable, temporary } = await restart(documents, tripId)
      const faults = [...worker.refusals]
      const pictures = join(await tripFolder(library), 'photos')
      for (const photo of trip?.photos ?? []) {
        const bytes = await readFile(join(pictures, photo.file)).catch(() => null)
        if (bytes === null) faults.push(`${photo.file} is not there`)
        else if (createHash('sha256').update(bytes).digest('hex') !== photo.sha256)
          faults.push(`${photo.file} is another`)
      }
      const files = await readdir(pictures).catch(() => [])
      orphans += Math.max(0, files.length - (trip?.photos.length ?? 0))
      const names = new Set(trip?.photos.map(({ originalName }) => originalName))
      count(row, {
        acknowledged: worker.acknowledged.length,
        unreadable: unreadable.length > 0 ? 1 : 0,
        lost: worker.acknowledged.filter((number) => !names.has(`picture ${number}.png`)).length,
        temporary,
        faults,
      })
      await rm(documents, { recursive: true, force: true })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  row.remark = `${orphans} whole pictures that no trip names were left in folders`
  return row
}
