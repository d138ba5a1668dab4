import { fail } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { Refusal } from '../disk/disk-failure.ts'
import { appendChecksum, type Summed, summed } from './checksum.ts'
import { checksumLine } from './checksum-line.ts'
import { indentedJson } from './indented-json.ts'
import { MAX_FILE_BYTES } from './read-text.ts'

/** Number of parts in a block of the file. A save rebuilds one or two blocks and reuses the others. */
const BLOCK_PARTS = 32
const BLOCK_BYTES = 32 * 1024

/** Consecutive parts of a list, with the commas before them. */
interface Block extends Summed {
  readonly parts: readonly object[]
  /** The first block of a list has no comma before it. */
  readonly isFirst: boolean
}

/**
 * Creates a function that encodes successive states of one trip as the bytes of its file. A trip's parts are immutable,
 * so that the encoding of a part, and of a block of parts, can be cached as long as they live: the cost of a save
 * depends on what was edited, and hardly on the size of the trip.
 *
 * @returns a function that returns the file in chunks, because most of them are reused
 */
export function createTripEncoder(): (trip: Trip) => readonly Uint8Array[] {
  const encodeList = {
    entries: createListEncoder(),
    deleted: createListEncoder(),
    photos: createListEncoder(),
    reports: createListEncoder(),
  }
  let lastReport: { report: object; block: Summed } | null = null

  return (trip) => {
    const { entries, deleted, photos, report, reports, ...details } = trip
    if (lastReport?.report !== report) lastReport = { report, block: summed(jsonOf(report, '\n  ')) }
    const blocks: Summed[] = [
      // Without its braces, because the following lines belong to the same object.
      fixed(`${indentedJson(details, '\n').slice(2, -2)},\n  "entries": [`),
      ...encodeList.entries(entries),
      afterEntries,
      ...encodeList.deleted(deleted),
      afterDeleted,
      ...encodeList.photos(photos),
      afterPhotos,
      lastReport.block,
      ...(reports === undefined ? [] : [afterReport, ...encodeList.reports(reports), afterReports]),
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
const afterReport = fixed(',\n  "reports": [')
const afterReports = fixed(']')
const atEnd = fixed('\n}\n')

/** Encodes the inside of a list's brackets, in blocks that are reused as long as their parts stay the same. */
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

/** The previous block that begins with this part, if all its parts occur here in the same order. */
function findBlock(last: Map<object | undefined, Block>, parts: readonly object[], start: number): Block | undefined {
  const block = last.get(parts[start])
  if (block === undefined || block.isFirst !== (start === 0)) return undefined
  return block.parts.every((part, index) => part === parts[start + index]) ? block : undefined
}

/** Builds a new block, which ends where the next block can be reused. */
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

/** Encodes as UTF-8 in a way that is several times as fast as `Buffer.from` for long texts with umlauts. */
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
  return new Refusal(fail('input.trip-too-large').error)
}
