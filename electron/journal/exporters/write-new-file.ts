import type { FileSystem } from '../disk/file-system.ts'

/** An export is meant to be read by others, so it gets the default mode of the user's files. */
const FILE_MODE = 0o666

/** Writes a file that does not exist yet, to the disk itself. @throws the file system's error */
export async function writeNewFile(path: string, data: Uint8Array, fileSystem: FileSystem): Promise<void> {
  const file = await fileSystem.open(path, 'wx', FILE_MODE)
  try {
    await file.append([data])
    const { size } = await file.stat()
    if (size !== BigInt(data.byteLength)) throw Object.assign(new Error('Short write'), { code: 'ENOSPC' })
    await file.sync()
  } finally {
    await file.close()
  }
}
