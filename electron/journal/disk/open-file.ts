import { close, constants, fstat, open } from 'node:fs'
import * as fs from 'node:fs/promises'
import { promisify } from 'node:util'

/** Error code for something that is not a regular file: a device, a pipe, a socket. Node has no code for this. */
export const NOT_A_FILE = 'ENOTFILE'
/** Error code for a file that exceeds the limit for reading. */
export const FILE_TOO_LARGE = 'EFILETOOLARGE'

/** Error code for a folder inside a trip that is a link to somewhere else. */
export const LINK_OUT = 'ELINKOUT'

/** Default limit for reading a file, in bytes: the maximum size of a picture. */
export const MAX_READ_BYTES = 64 * 1024 * 1024

/** Reading this many bytes at a time lets other files be read in between. */
const CHUNK_BYTES = 8 * 1024 * 1024

// Windows has none of these flags, and no pipes among its files.
const {
  O_RDONLY,
  O_NONBLOCK = 0,
  O_NOCTTY = 0,
  O_DIRECTORY = 0,
} = constants as Partial<typeof constants> & Pick<typeof constants, 'O_RDONLY'>

const READING = O_RDONLY | O_NONBLOCK | O_NOCTTY

/**
 * Opens a regular file for reading. Anything else is refused without waiting: a pipe without a writer would block one
 * of the few threads that do all file access, for as long as the program runs.
 *
 * @throws the file system's error; `EISDIR` for a folder, {@link NOT_A_FILE} for anything else
 */
export async function openRegularFile(path: string): Promise<fs.FileHandle> {
  // Checked before it is opened: opening a device can have side effects, such as rewinding a tape.
  refuseOthers(await fs.stat(path), path)
  const handle = await fs.open(path, READING)
  try {
    // And again, because something else may have replaced it in the meantime.
    refuseOthers(await handle.stat(), path)
    return handle
  } catch (error) {
    await handle.close().catch(() => {})
    throw error
  }
}

/** The same for code that needs the file descriptor, and closes it itself. */
export async function openRegularDescriptor(path: string): Promise<number> {
  refuseOthers(await fs.stat(path), path)
  const descriptor = await promisify(open)(path, READING)
  try {
    refuseOthers(await promisify(fstat)(descriptor), path)
    return descriptor
  } catch (error) {
    await promisify(close)(descriptor)
    throw error
  }
}

/** Opens a folder, so that it can be synced. Anything else is refused without being opened. */
export async function openFolderHandle(path: string): Promise<fs.FileHandle> {
  return await fs.open(path, O_RDONLY | O_DIRECTORY)
}

/**
 * Reads an open regular file from beginning to end. Its size is checked first, so that a file of many gigabytes is
 * never loaded into memory.
 *
 * @throws the file system's error; {@link FILE_TOO_LARGE}
 */
export async function readLimited(handle: fs.FileHandle, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const { size } = await handle.stat()
  if (size > maxBytes) throw withCode(FILE_TOO_LARGE, `The file has ${size} bytes, and ${maxBytes} are read at most`)
  // Not from Node's buffer pool, because these bytes may be transferred to a thread.
  const bytes = Buffer.alloc(size)
  let end = 0
  while (end < size) {
    const { bytesRead } = await handle.read(bytes, end, Math.min(CHUNK_BYTES, size - end), end)
    if (bytesRead === 0) break
    end += bytesRead
  }
  // The file may have been truncated in the meantime; if it has grown, only the original size is read.
  return bytes.subarray(0, end)
}

/** The error for something that is not a regular file. */
export function notAFile(item: { isDirectory(): boolean }, path: string): Error {
  return item.isDirectory() ? withCode('EISDIR', `${path} is a folder`) : withCode(NOT_A_FILE, `${path} is no file`)
}

function refuseOthers(item: { isFile(): boolean; isDirectory(): boolean }, path: string): void {
  if (!item.isFile()) throw notAFile(item, path)
}

function withCode(code: string, text: string): Error {
  return Object.assign(new Error(text), { code })
}
