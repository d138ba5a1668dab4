import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '../../electron/journal/engine.ts'
import { describePhoto } from '../../electron/journal/library/photo-data.ts'
import { pictureFormats, pictureType } from '../../electron/shared/pictures.ts'
import { ask } from '../support/engine.ts'
import { everyWay, readExported } from '../support/exports.ts'
import {
  findHidden,
  missingPrograms,
  type PictureEnding,
  pictureEndings,
  plantHiddenData,
  seenPixelsOf,
  tagsOf,
  turnedByExif,
} from '../support/hidden-data.ts'
import { someNote, tripWith, valueOf } from '../support/library.ts'
import { seeded } from '../torture/random.ts'
import { draw } from './draw.ts'
import { type AttackOrder, type AttackRow, count, emptyRow, skippedRow } from './row.ts'
import { withEngine } from './with-engine.ts'

/** How much a picture may differ on average when it is stored in another format: 255 is white in place of black. */
const MAX_DIFFERENCE = 4

type Way = (typeof everyWay)[number]

interface Subject {
  ending: PictureEnding
  orientation: number
  /** A picture with everything in it that must not be published, absolute. */
  planted: string
  data: Buffer<ArrayBuffer>
}

/** Each format; those that are rotated by Exif data, in each orientation. */
const subjects = pictureEndings.flatMap((ending) =>
  (turnedByExif.has(ending) ? [1, 2, 3, 4, 5, 6, 7, 8] : [6]).map((orientation) => ({ ending, orientation })),
)

/** Each picture in each way to export, so that no two neighbours are of one kind. */
const all = subjects.flatMap((subject) => everyWay.map((way) => ({ subject, way })))

/**
 * Exports pictures with positions, serial numbers, names, thumbnails and comments in them, in every way, and searches what
 * was written for them with another program. Pixels, orientation and the original stay as they are. The hole is an export
 * that copies pictures.
 */
export async function attackPictures({ count: wanted, seed, control }: AttackOrder): Promise<AttackRow[]> {
  const name = control ? 'pictures: an export that copies them' : 'pictures'
  if (missingPrograms.length > 0) return [skippedRow(name, `not on this machine: ${missingPrograms.join(', ')}`)]
  const row = emptyRow(name)
  await withEngine(async (engine, documents) => {
    const chosen = draw(all, wanted, seeded(seed))
    for (const [index, { subject, way }] of chosen.entries()) {
      const folder = join(documents, `picture-${index}`)
      await mkdir(folder)
      const { planted } = await plantHiddenData(folder, subject.ending, subject.orientation)
      const data = Buffer.from(await readFile(planted))
      const whole: Subject = { ...subject, planted, data }
      const written = control ? [data] : await exportPicture(engine, whole, way)
      const problems = await examine(written, whole, way, folder)
      const repeat = `${subject.ending}, orientation ${subject.orientation}, exported to ${way.name}`
      count(row, problems.length === 0 ? null : `${problems.join('; ')} (${repeat})`)
    }
  })
  return [row]
}

/** Exports a trip with the picture. Returns the pictures in what was written, then everything that was written. */
async function exportPicture(engine: Engine, { data, ending }: Subject, way: Way): Promise<Buffer[]> {
  const photo = valueOf(describePhoto(new Uint8Array(data), `picture.${ending}`))
  const note = someNote({ title: 'Arrival', text: `![A gradient](photo:${photo.id})` })
  const { library } = engine.context
  // The title is the name of what is written, and no export replaces what another trip has written.
  const trip = { ...tripWith([note], { title: `Trip ${photo.id}` }), photos: [photo] }
  valueOf(await library.create(trip, new Map([[photo.id, new Uint8Array(data)]])))
  const exported = valueOf(
    await ask(engine, 'exports.run', {
      tripId: trip.id,
      jobId: crypto.randomUUID(),
      target: way.exporter.id,
      options: { ...way.options },
      replace: true,
    }),
  )
  const kept = valueOf(await library.readPhoto(trip.id, photo.id))
  if (Buffer.compare(kept.data, data) !== 0) throw new Error('The original was changed.')
  return await readExported(exported)
}

async function examine(written: readonly Buffer[], subject: Subject, way: Way, folder: string): Promise<string[]> {
  const problems: string[] = []
  const pictures = new Map<string, { data: Buffer; extension: string }>()
  for (const data of written) {
    const type = pictureType(data)
    // What is encoded in a text can be found more than once.
    if (type !== null) pictures.set(data.toString('latin1'), { data, extension: pictureFormats[type].extensions[0] })
    // A text: of a report, or of a page, which may have the picture in it.
    else if (/SN12345|LN6789/.test(data.toString('latin1'))) problems.push('hidden data is in the text')
  }
  const original = seenPixelsOf(subject.planted, turnedByExif.has(subject.ending) ? subject.orientation : 1)
  for (const [index, { data, extension }] of [...pictures.values()].entries()) {
    const path = join(folder, `written-${index}.${extension}`)
    await writeFile(path, data)
    const tags = tagsOf(path)
    const hidden = findHidden(tags)
    if (hidden.length > 0) problems.push(`still has ${hidden.slice(0, 5).join(', ')}`)
    const difference = differenceInLook(seenPixelsOf(path, Number(tags['IFD0:Orientation'] ?? 1)), original)
    if (difference > MAX_DIFFERENCE) problems.push(`looks different by ${difference.toFixed(1)}`)
  }
  const isShown = way.exporter.shows.tripPictures
  if (pictures.size !== (isShown ? 1 : 0)) problems.push(`there are ${pictures.size} pictures`)
  return problems
}

/** The average difference of two rows of bytes, from 0 to 255. Those of different lengths have nothing in common. */
function differenceInLook(one: Buffer, other: Buffer): number {
  if (one.length !== other.length) return 255
  return one.reduce((sum, byte, index) => sum + Math.abs(byte - (other[index] ?? 0)), 0) / one.length
}
