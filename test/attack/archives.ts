import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { Engine } from '../../electron/journal/engine.ts'
import type { Result } from '../../electron/shared/result.ts'
import { somePicture } from '../support/archives.ts'
import { ask } from '../support/engine.ts'
import { someNote, tripWith, valueOf } from '../support/library.ts'
import { onePixel } from '../support/trips.ts'
import { engineOver } from '../torture/restart.ts'
import { type Random, seeded } from '../torture/random.ts'
import { CANARY, type Canaries, hasCanary, plantCanaries } from './canaries.ts'
import { archiveShapes, type HostileArchive, inventArchive, type Packed } from './corpora/archives.ts'
import { inDeepFolder } from './deep-folder.ts'
import { type AttackOrder, type AttackRow, count, emptyRow, inTime, measure, partsOf } from './row.ts'
import { type Cost, isTooSlow, watchBlocks } from './watch-blocks.ts'

/** What an archive may take. */
export interface ArchiveLimits {
  /** In milliseconds. */
  answer: number
  /** In milliseconds. */
  block: number
  /** In bytes. */
  memory: number
}

const MEBIBYTE = 1024 * 1024
const strict: ArchiveLimits = { answer: 5000, block: 50, memory: 512 * MEBIBYTE }

/** After so many archives there is a new library, so that it stays small. */
const PER_LIBRARY = 50

/** Unpacks an archive in some way, below a folder. Returns what it says. */
type Unpack = (archive: HostileArchive, random: Random) => Promise<Result<unknown>>

/**
 * Imports files that look like exported trips and are malicious. Each is refused or imported in time, and nothing is
 * read or written outside the library. The hole is a program that unpacks as the names say.
 */
export async function attackWithArchives(order: AttackOrder, limits = strict): Promise<AttackRow[]> {
  const { count: archives, seed, control } = order
  // A program that believes names need not be shown bombs.
  const tried = archiveShapes.slice(0, control ? 5 : archiveShapes.length)
  const row = emptyRow(control ? 'archives: a program that unpacks as the names say' : 'archives')
  for (const start of inTime(partsOf(archives, PER_LIBRARY), order)) {
    await inDeepFolder(async (documents) => {
      const base = somePacked()
      const engine = await engineOver(documents)
      valueOf(await engine.context.library.create(base.trip, new Map([[base.photo.id, base.data]])))
      await importAnother(engine, base)
      const canaries = await plantBeside(documents)
      const unpack = control ? unpackLoosely(join(documents, 'unpacked', 'trip')) : importInto(engine)
      const random = seeded(seed + start)
      for (let index = start; index < Math.min(start + PER_LIBRARY, archives); index++) {
        const what = tried[index % tried.length] ?? ''
        const archive = inventArchive(what, base, random)
        const { value, ...cost } = await watchBlocks(() => unpack(archive, random))
        const problems = [...(await findHarm(documents, canaries, value)), ...findExcess(cost, limits)]
        const answer = value.ok ? 'imported' : value.error.code
        const repeat = `${what}, ${answer}, number ${index} of --archives ${archives} --seed ${seed}`
        count(row, problems.length === 0 ? null : `${problems.join('; ')} (${repeat})`)
        measure(row, cost, repeat)
      }
      await engine.close()
    })
  }
  return [row]
}

function somePacked(): Packed {
  const { photo, data } = somePicture(1)
  return { trip: { ...tripWith([someNote({ title: 'Lunch', text: 'Soup.' })]), photos: [photo] }, photo, data }
}

/** The first use of a thread loads its code. */
async function importAnother(engine: Engine, base: Packed): Promise<void> {
  const another = { ...base, trip: { ...base.trip, id: crypto.randomUUID() } }
  await importInto(engine)(inventArchive('a name of any length and alphabet', another, seeded(1)), seeded(1))
}

async function plantBeside(documents: string): Promise<Canaries> {
  const secrets = join(documents, 'private')
  // Whatever is made beside these counts as harm.
  for (const name of ['own', 'unpacked']) await mkdir(join(documents, name), { recursive: true })
  return await plantCanaries(
    new Map<string, Uint8Array | string>([
      [join(secrets, 'secret.png'), new Uint8Array(Buffer.concat([onePixel, Buffer.from(CANARY)]))],
      [join(documents, 'Lanyard-private', 'trip.json'), CANARY],
    ]),
    [documents, secrets, join(documents, 'Lanyard-private'), dirname(documents), dirname(dirname(documents))],
  )
}

function importInto(engine: Engine): Unpack {
  return async ({ data }, random) => {
    const read = await ask(engine, 'archives.read', {
      jobId: crypto.randomUUID(),
      name: 'trip.lanyard',
      data: new Uint8Array(data),
    })
    if (!read.ok) return read
    const { archiveId } = read.value
    const way = random.pick(['new', 'copy', 'merge'] as const)
    const taken = await ask(engine, 'archives.take', { jobId: crypto.randomUUID(), archiveId, way })
    if (!taken.ok) await ask(engine, 'archives.close', { archiveId })
    return taken
  }
}

/** As programs did that became known for it: names are joined to the folder, and links are made. */
function unpackLoosely(folder: string): Unpack {
  return async ({ files }) => {
    for (const { name, data, says } of files.slice(0, 20)) {
      const path = join(folder, String(name).replaceAll('\0', ''))
      await mkdir(dirname(path), { recursive: true }).catch(() => {})
      const isLink = says?.attributes !== undefined && says.attributes >>> 28 === 0o12
      await (isLink ? symlink(String(data), path) : writeFile(path, data.slice(0, 100))).catch(() => {})
    }
    return { ok: true, value: null }
  }
}

async function findHarm(documents: string, canaries: Canaries, answer: Result<unknown>): Promise<string[]> {
  const problems = await canaries.harm()
  if (hasCanary(answer)) problems.push('the answer has a private file in it')
  if (!answer.ok && answer.error.code === 'internal') problems.push('an error that nobody foresaw')
  if ('polluted' in {}) problems.push('every object has a new key')
  return [...problems, ...(await findOdd(join(documents, 'Lanyard')))]
}

/** The links below a library, and the files that have no place there. */
async function findOdd(library: string): Promise<string[]> {
  const odd: string[] = []
  for (const item of await readdir(library, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name)
    if (item.isSymbolicLink()) odd.push(`there is a link at ${path}`)
    const [folder, inner, file] = relative(library, path).split(sep)
    if (folder?.startsWith('.') === true) continue
    const isKnown = inner === undefined || ['trip.json', 'photos'].includes(inner) || inner.startsWith('.')
    if (!isKnown || file?.startsWith('.') === true) odd.push(`there is ${path}`)
  }
  return odd
}

function findExcess(cost: Cost, limits: ArchiveLimits): string[] {
  const { ms, longestBlock, peakMemory } = cost
  return [
    ...(isTooSlow(cost, limits.answer) ? [`took ${Math.round(ms)} ms`] : []),
    ...(longestBlock > limits.block ? [`blocked the main thread for ${Math.round(longestBlock)} ms`] : []),
    ...(peakMemory > limits.memory ? [`took ${Math.round(peakMemory / MEBIBYTE)} MB`] : []),
  ]
}
