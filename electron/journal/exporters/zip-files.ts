import { buffer } from 'node:stream/consumers'
import { PassThrough } from 'node:stream'
import { ZipFile } from 'yazl'
import type { TextFiles } from './exporter.ts'
import { unpackContainer } from './read-container.ts'

/** A file in a document that is a zip. */
export interface Part {
  /** With `/`. */
  path: string
  data: Uint8Array
  /** Pictures would not get smaller, and some formats require a part that is not compressed. */
  isCompressed: boolean
}

/** The earliest date that a zip can store, in local time because zips know no time zones. */
const EARLIEST = new Date(1980, 0, 1)

/**
 * Zips the parts of a document, in this order. The same parts always give the same bytes. Sizes and checksums precede the
 * data, which readers of EPUB require.
 */
export async function zipParts(parts: readonly Part[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const { path, data, isCompressed } of parts) {
    const { buffer: whole, byteOffset, byteLength } = data
    zip.addBuffer(Buffer.from(whole, byteOffset, byteLength), path, {
      mtime: EARLIEST,
      mode: 0o100644,
      // Without it, yazl adds a second date in a field of its own, which the first part of an EPUB must not have.
      forceDosTimestamp: true,
      compress: isCompressed,
    })
  }
  zip.end()
  // A separate buffer, which can be transferred to another thread.
  return new Uint8Array(await buffer(zip.outputStream.pipe(new PassThrough())))
}

/**
 * Unpacks a document that {@link zipParts} made.
 *
 * @returns the parts by path, in their order
 * @throws Error if it is damaged
 */
export function unzipParts(files: TextFiles): TextFiles {
  const [data = new Uint8Array()] = files.values()
  const parts = unpackContainer(data)
  if (parts === null) throw new Error('A damaged document.')
  return parts
}
