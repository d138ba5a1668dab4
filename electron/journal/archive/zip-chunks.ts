import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file to be written into a zip. */
export interface ZipMember {
  /** With `/`. */
  name: string
  /** In bytes. */
  size: number
  /** Whether the file is compressed. Pictures would not get smaller. */
  isCompressed: boolean
  /** Reads the bytes when they are needed. */
  read: () => Promise<Uint8Array>
}

/**
 * The bytes of a zip, piece by piece: only one file is in memory at a time. The same files always give the same bytes.
 *
 * @throws what reading a file throws
 */
export async function* zipChunks(members: readonly ZipMember[]): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const output = zip.outputStream.pipe(new PassThrough())
  zip.on('error', (error: Error) => output.destroy(error))
  for (const { name, size, isCompressed, read } of members) {
    // The earliest date that a zip can store, in local time because zips know no time zones.
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

/** A single large piece would block everything else that this thread has to do. */
function* piecesOf(data: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < data.byteLength; start += PIECE) yield data.subarray(start, start + PIECE)
}
