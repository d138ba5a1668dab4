const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b
const GRAPHIC_CONTROL = 0xf9
const APPLICATION = 0xff
const LOOP = 1

/**
 * Reduces a GIF to its visible content: its images, their order and the colour profile. Comments, XMP, texts and data
 * of other programs are removed.
 *
 * @returns `null` if it cannot be parsed
 */
export function cleanGif(data: Buffer): Buffer | null {
  const start = 13 + colourTableLength(data.readUInt8(10))
  const parts: Buffer[] = [data.subarray(0, start)]
  /** Applies to the image that follows. */
  let control: Buffer | null = null
  let hasImage = false
  for (let at = start; at < data.length;) {
    const kind = data[at]
    if (kind === IMAGE) {
      const blocks = at + 11 + colourTableLength(data.readUInt8(at + 9))
      const end = endOfBlocks(data, blocks)
      parts.push(...(control === null ? [] : [control]), data.subarray(at, end))
      control = null
      hasImage = true
      at = end
    } else if (kind === EXTENSION) {
      const end = endOfBlocks(data, at + 2)
      const extension = data.subarray(at, end)
      if (data[at + 1] === GRAPHIC_CONTROL) control = extension
      else if (data[at + 1] === APPLICATION) parts.push(cleanApplication(extension))
      // A text block takes the control before it with it. No browser shows such texts.
      else if (data[at + 1] === 0x01) control = null
      at = end
    } else if (kind === 0) at++
    else break
  }
  if (!hasImage) return null
  return Buffer.concat([...parts, Buffer.from([TRAILER])])
}

/** The size in bytes, from the flags of a screen or an image. */
function colourTableLength(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1)
}

/** The end of a sequence of blocks, each of which begins with its length; the last one is empty. */
function endOfBlocks(data: Buffer, start: number): number {
  let at = start
  for (let length = data.readUInt8(at); length > 0; length = data.readUInt8(at)) at += 1 + length
  return at + 1
}

/** What is kept of an application extension: the repeat count of an animation, and the colour profile. */
function cleanApplication(extension: Buffer): Buffer {
  const head = extension.subarray(0, 14)
  const name = head.toString('latin1', 3)
  if (name === 'ICCRGBG1012') return extension
  if (name !== 'NETSCAPE2.0' && name !== 'ANIMEXTS1.0') return Buffer.alloc(0)
  const isLoop = extension[14] === 3 && extension[15] === LOOP
  return isLoop ? Buffer.concat([head, extension.subarray(14, 18), Buffer.from([0])]) : Buffer.alloc(0)
}
