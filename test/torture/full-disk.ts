import { readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { TRIP_FILE } from '../../electron/journal/trip-folder/trip-json.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import { onePixel } from '../support/trips.ts'
import { ask, must } from './ask.ts'
import { makeGround } from './ground.ts'
import { seeded } from './random.ts'
import { engineOver, temporaryFiles, tripFolder } from './restart.ts'
import { count, emptyRow, type Outcome, repeat } from './row.ts'
import { makeExt4Disk, makeMemoryDisk, whyNoDisks } from './small-disk.ts'

export interface FullDiskOptions {
  runs: number
  seed: number
  disk: 'tmpfs' | 'ext4'
}

/** Approximate size of the trip's file, in bytes. */
const TRIP_BYTES = 500_000
const PHOTO_BYTES = 700_000

/**
 * R4: a disk is filled up except for a random remainder; then texts are saved and pictures added until it is full. The
 * file stays unchanged, the failure is explained, no partial files are left, and the same save succeeds once there is
 * room.
 */
export async function fillDisk({ runs, seed, disk: kind }: FullDiskOptions): Promise<Outcome> {
  const row = emptyRow('R4', `full disk, ${kind === 'tmpfs' ? 'a tmpfs of 5 MB' : 'an ext4 of 16 MB'}`)
  const missing = await whyNoDisks()
  if (missing !== null) return { target: row.target, test: row.test, skipped: missing }
  const random = seeded(seed)
  const disk = kind === 'tmpfs' ? await makeMemoryDisk(5) : await makeExt4Disk(16)
  let refusals = 0
  try {
    await repeat(row, runs, 1, async (index) => {
      const documents = join(disk.folder, `run-${index}`)
      const does = index % 2 === 0 ? ('text' as const) : ('picture' as const)
      const ground = await makeGround(documents, TRIP_BYTES)
      const engine = await engineOver(documents)
      const filler = join(disk.folder, 'filler')
      try {
        const seen = await saveOnFullDisk(does, { ...ground, engine, filler, room: random.below(2 * TRIP_BYTES) })
        refusals += seen.refused
        // If it is closed properly, it leaves none anywhere.
        await engine.close()
        count(row, { ...seen, temporary: [...seen.temporary, ...(await temporaryFiles(documents))] })
      } finally {
        await engine.close()
        await rm(documents, { recursive: true, force: true })
        await rm(filler, { force: true })
      }
    })
  } finally {
    await disk.remove()
  }
  row.remark = `${refusals} saves were refused`
  return row
}

interface Scene {
  engine: Awaited<ReturnType<typeof engineOver>>
  documents: string
  tripId: string
  entryIds: string[]
  textLength: number
  filler: string
  /** The free space left on the disk, in bytes. */
  room: number
}

async function saveOnFullDisk(does: 'text' | 'picture', scene: Scene) {
  const { engine, documents, tripId, entryIds, textLength, filler, room } = scene
  const library = join(documents, 'Lanyard')
  const faults: string[] = []
  await must(engine, 'trips.open', { tripId })
  await fillUp(filler, room)
  const folder = await tripFolder(library)
  const file = join(folder, TRIP_FILE)
  const save = (text: string) =>
    does === 'text'
      ? ask(engine, 'entries.save', { tripId, entryId: entryIds[0] ?? '', changes: { kind: 'note', text } })
      : ask(engine, 'photos.add', {
          tripId,
          name: `${text.length}.png`,
          data: new Uint8Array(Buffer.concat([onePixel, Buffer.alloc(PHOTO_BYTES, 7)])),
        })
  let acknowledged = 0
  let last = ''
  // A saved text replaces the previous one, so pictures fill the disk and texts do not.
  for (let tries = 0; tries < 8; tries++) {
    const [before, pictures] = [await readFile(file), await photosOf(folder)]
    const text = 'x'.repeat(textLength + tries)
    const saved = await save(text)
    if (saved.ok) {
      acknowledged++
      last = text
      continue
    }
    if (saved.error.code !== 'disk.full') faults.push(`it was refused with ${saved.error.code}`)
    if (!/disk is full.*untouched.*Free some space/.test(render(saved.error)))
      faults.push('it is not told in a sentence')
    if (!before.equals(await readFile(file))) faults.push('the file was changed')
    if ((await photosOf(folder)).length !== pictures.length) faults.push('half a picture was left')
    // Elsewhere in the library, an earlier version or the summaries may just be written.
    const temporary = await temporaryFiles(folder)
    await rm(filler)
    const again = await save(text)
    if (!again.ok) faults.push(`with room again, it was refused: ${render(again.error)}`)
    const now = await must(engine, 'trips.open', { tripId })
    const isThere = does === 'text' ? now.entries[0]?.text === text : now.photos.length === acknowledged + 1
    return { acknowledged: acknowledged + 1, lost: isThere ? 0 : 1, temporary, faults, refused: 1 }
  }
  const now = await must(engine, 'trips.open', { tripId })
  const isThere = does === 'picture' || now.entries[0]?.text === last
  return { acknowledged, lost: isThere ? 0 : 1, temporary: [], faults, refused: 0 }
}

async function photosOf(folder: string): Promise<string[]> {
  return await readdir(join(folder, 'photos')).catch(() => [])
}

/** Fills the disk except for this many bytes. */
export async function fillUp(path: string, room: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path))
  await writeFile(path, Buffer.alloc(Math.max(0, bavail * bsize - room), 1)).catch(() => {})
}
