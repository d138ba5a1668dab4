import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode, type FileSystem, isMissing } from '../disk/file-system.ts'
import { giveBackTemporaryName, sweepFolder, takeTemporaryName } from '../disk/temporary-name.ts'
import { followLinks, refuseOthers, syncFolder } from '../disk/write-durably.ts'

/** The file is meant to be shared, so it gets the default mode of the user's files. */
const FILE_MODE = 0o666

/**
 * Writes a file piece by piece. Whatever happens, the file of that name is either the old one or the complete new one.
 *
 * @param replace whether to replace an existing file of that name
 * @returns the size in bytes
 * @throws the file system's error, and whatever making the pieces throws; nothing is left behind then
 */
export async function writeArchive(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  replace: boolean,
  fileSystem: FileSystem,
): Promise<Result<number>> {
  if (!replace && !(await isFree(path, fileSystem))) return taken(path)
  const target = await followLinks(path, fileSystem)
  await refuseOthers(target, fileSystem)
  // Clears up what an earlier attempt that was killed left behind.
  await sweepFolder(dirname(target), fileSystem).catch(() => {})
  const temporary = join(dirname(target), takeTemporaryName(basename(target)))
  try {
    const bytes = await writeAll(temporary, chunks, fileSystem)
    // Somebody may have created the file in the meantime; a rename would replace it.
    if (!replace && !(await isFree(path, fileSystem))) return taken(path)
    await refuseOthers(target, fileSystem)
    await fileSystem.rename(temporary, target)
    await syncFolder(dirname(target), fileSystem)
    return ok(bytes)
  } finally {
    // After the last step, nothing has that name any more.
    await fileSystem.removeFile(temporary).catch(() => {})
    giveBackTemporaryName(temporary)
  }
}

async function writeAll(path: string, chunks: AsyncIterable<Uint8Array>, fileSystem: FileSystem): Promise<number> {
  const file = await fileSystem.open(path, 'wx', FILE_MODE)
  try {
    let bytes = 0
    for await (const chunk of chunks) {
      await file.append([chunk])
      bytes += chunk.byteLength
    }
    const { size } = await file.stat()
    if (size !== BigInt(bytes)) throw Object.assign(new Error('Short write'), { code: 'ENOSPC' })
    await file.sync()
    return bytes
  } finally {
    await file.close()
  }
}

async function isFree(path: string, fileSystem: FileSystem): Promise<boolean> {
  return fileSystem.lstat(path).then(
    () => false,
    (error: unknown) => {
      if (isMissing(error) && errorCode(error) === 'ENOENT') return true
      throw error
    },
  )
}

function taken(path: string): Result<never> {
  return fail('export.target-exists', { what: 'file', path, folder: '' })
}
