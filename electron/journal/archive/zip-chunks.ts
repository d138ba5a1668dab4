import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file on its way into a zip. */
export interface ZipMember {
  /** With `/`. */
  name: string
  /** In bytes. */
  size: number
  /** Whether it gets smaller by it. Pictures do not. */
  isCompressed: boolean
  /** Its bytes, asked for when their turn comes. */
  read: () => Promise<Uint8Array>
}

/**
 * The bytes of a zip, piece by piece: one file is in memory at a time, however many there are. The same files give the
 * same bytes wherever and whenever it is made.
 *
 * @throws what reading a file throws
 */
export async function* zipChunks(members: readonly ZipMember[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const output = zip.outputStream.pipe(new PassThrough())
  zip.on('error', (error: Error) => output.destroy(error))
  for (const { name, size, isCompressed, read } of members) {
    // The first moment that a zip can name, by the clock on the wall: they know no time zones.
    const options = {
      mtime: new Date(1980, 0, 1),
      mode: 0o100644,
      forceDosTimestamp: true,
      size,
      compress: isCompressed,
    }
    zip.addReadStreamLazy(name, options, (take: (error: unknown, stream: Readable) => void) => {
      read().then(
        (data) => take(null, Readable.from(piecesOf(data), { objectMode: false })),
        (error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))),
      )
    })
  }
  zip.end()
  for await (const chunk of output as AsyncIterable<Uint8Array>) yield chunk
}

const PIECE = 256 * 1024

/** One large piece would be waited for by everything else that this thread has to do. */
function* piecesOf(data: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < data.byteLength; start += PIECE) yield data.subarray(start, start + PIECE)
}
