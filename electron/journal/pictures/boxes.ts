/** A box of an ISO media file, such as an AVIF. */
export interface Box {
  type: string
  /** The offset of the box in the file. */
  start: number
  /** Where its contents begin and end. */
  contents: number
  end: number
}

/**
 * The boxes between two offsets of a file.
 *
 * @throws RangeError if they do not fill it
 */
export function readBoxes(data: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at < to;) {
    const size = data.readUInt32BE(at)
    const type = data.toString('latin1', at + 4, at + 8)
    const isLarge = size === 1
    // A box of size 0 extends to the end of the file.
    const length = isLarge ? Number(data.readBigUInt64BE(at + 8)) : size === 0 ? to - at : size
    const contents = at + (isLarge ? 16 : 8)
    if (contents > at + length || at + length > to) throw new RangeError(`The box ${type} does not fit.`)
    boxes.push({ type, start: at, contents, end: at + length })
    at += length
  }
  return boxes
}

/** Turns a box into a free box, which every reader skips, and zeroes its contents. Nothing in the file moves. */
export function blankBox(data: Buffer, { start, contents, end }: Box): void {
  data.write('free', start + 4, 'latin1')
  data.fill(0, contents, end)
}

/** Reads numbers sequentially. */
export class Cursor {
  at: number
  readonly #data: Buffer

  constructor(data: Buffer, at: number) {
    this.#data = data
    this.at = at
  }

  /** @param size in bytes: 0, 1, 2, 4 or 8 */
  number(size: number): number {
    const at = this.at
    this.at += size
    switch (size) {
      case 0:
        return 0
      case 1:
        return this.#data.readUInt8(at)
      case 2:
        return this.#data.readUInt16BE(at)
      case 4:
        return this.#data.readUInt32BE(at)
      case 8:
        return Number(this.#data.readBigUInt64BE(at))
      default:
        throw new RangeError(`No number has ${size} bytes.`)
    }
  }

  text(length: number): string {
    const at = this.at
    this.at += length
    return this.#data.toString('latin1', at, this.at)
  }
}
