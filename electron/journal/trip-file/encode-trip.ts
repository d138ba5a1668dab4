import type { Trip } from '../../shared/trip.ts'
import { Refusal } from '../disk/disk-failure.ts'
import { appendChecksum, type Summed, summed } from './checksum.ts'
import { checksumLine } from './checksum-line.ts'
import { indentedJson } from './indented-json.ts'
import { MAX_FILE_BYTES } from './read-text.ts'

/** How much makes one block of the file: a save builds one or two blocks anew and takes the others as they are. */
const BLOCK_PARTS = 32
const BLOCK_BYTES = 32 * 1024

/** Some parts of a list that follow each other, with the commas before them. */
interface Block extends Summed {
  readonly parts: readonly object[]
  /** It begins the list, so that no comma comes before it. */
  readonly isFirst: boolean
}

/**
 * Makes the function that turns one trip's states into the bytes of its file, one after the other. A trip's parts never
 * change in place, so that what is known of a part, and of a block of parts, holds for as long as they live: a save
 * costs what was edited, and hardly more for what the trip weighs.
 *
 * @returns a function that gives the file in chunks, for most of them are those of last time
 */
export function createTripEncoder(): (trip: Trip) => readonly Uint8Array[] {
  const encodeList = { entries: createListEncoder(), deleted: createListEncoder(), photos: createListEncoder() }
  let lastReport: { report: object; block: Summed } | null = null

  return (trip) => {
    const { entries, deleted, photos, report, ...details } = trip
    if (lastReport?.report !== report) lastReport = { report, block: summed(jsonOf(report, '\n  ')) }
    const blocks: Summed[] = [
      // Without its braces: the lines that follow belong to the same object.
      fixed(`${indentedJson(details, '\n').slice(2, -2)},\n  "entries": [`),
      ...encodeList.entries(entries),
      afterEntries,
      ...encodeList.deleted(deleted),
      afterDeleted,
      ...encodeList.photos(photos),
      afterPhotos,
      lastReport.block,
      atEnd,
    ]
    const head = Buffer.from(checksumLine(blocks.reduce(appendChecksum, 0)))
    const chunks = [head, ...blocks.map(({ bytes }) => bytes)]
    if (chunks.reduce((sum, { byteLength }) => sum + byteLength, 0) > MAX_FILE_BYTES) throw tooLarge()
    return chunks
  }
}

const afterEntries = fixed('],\n  "deleted": [')
const afterDeleted = fixed('],\n  "photos": [')
const afterPhotos = fixed('],\n  "report": ')
const atEnd = fixed('\n}\n')

/** The inside of a list's brackets, in blocks that stay the same as long as the parts in them do. */
function createListEncoder(): (parts: readonly object[]) => Summed[] {
  let blocks = new Map<object | undefined, Block>()
  return (parts) => {
    const last = blocks
    blocks = new Map()
    for (let start = 0; start < parts.length;) {
      const block = findBlock(last, parts, start) ?? buildBlock(last, parts, start)
      blocks.set(parts[start], block)
      start += block.parts.length
    }
    return parts.length === 0 ? [] : [...blocks.values(), listEnd]
  }
}

/** The block of last time that begins with this part, where all its parts stand here in the same order. */
function findBlock(last: Map<object | undefined, Block>, parts: readonly object[], start: number): Block | undefined {
  const block = last.get(parts[start])
  if (block === undefined || block.isFirst !== (start === 0)) return undefined
  return block.parts.every((part, index) => part === parts[start + index]) ? block : undefined
}

/** A new block, up to the next one that can be taken as it is. */
function buildBlock(last: Map<object | undefined, Block>, parts: readonly object[], start: number): Block {
  const chunks: Uint8Array[] = []
  let size = 0
  let end = start
  do {
    const part = parts[end]
    if (part === undefined) break
    const bytes = bytesOf(part)
    chunks.push(end === 0 ? firstBreak : laterBreak, bytes)
    size += bytes.byteLength
    end++
  } while (end < start + BLOCK_PARTS && size < BLOCK_BYTES && findBlock(last, parts, end) === undefined)
  return { parts: parts.slice(start, end), isFirst: start === 0, ...summed(Buffer.concat(chunks)) }
}

const firstBreak = Buffer.from('\n    ')
const laterBreak = Buffer.from(',\n    ')
const listEnd = fixed('\n  ')

const known = new WeakMap<object, Uint8Array>()

function bytesOf(part: object): Uint8Array {
  const bytes = known.get(part) ?? jsonOf(part, '\n    ')
  known.set(part, bytes)
  return bytes
}

/** In UTF-8, by the way that is several times as fast as `Buffer.from` over a long text with umlauts. */
function jsonOf(part: object, margin: string): Uint8Array {
  const text = indentedJson(part, margin)
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
  bytes.write(text)
  return bytes
}

function fixed(text: string): Summed {
  return summed(Buffer.from(text))
}

function tooLarge(): Refusal {
  return new Refusal({
    code: 'input.invalid',
    message: 'This trip would become larger than Lanyard can read again. Start another trip for what is to come.',
  })
}
