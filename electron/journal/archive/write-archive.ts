import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode, type FileSystem, isMissing } from '../disk/file-system.ts'
import { giveBackTemporaryName, sweepFolder, takeTemporaryName } from '../disk/temporary-name.ts'
import { followLinks, syncFolder } from '../disk/write-durably.ts'

/** A file that somebody gives away gets the mode that the user's files have. */
const FILE_MODE = 0o666

/**
 * Writes a file piece by piece, so that under its name there is what was there before or all of the new, whatever
 * happens.
 *
 * @param replace whether what has that name gives way
 * @returns how many bytes it has
 * @throws the file system's error, and what making the pieces throws; nothing is left then
 */
export async function writeArchive(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  replace: boolean,
  fileSystem: FileSystem,
): Promise<Result<number>> {
  if (!replace && !(await isFree(path, fileSystem))) return taken(path)
  const target = await followLinks(path, fileSystem)
  // What a start that was killed has left of the last attempt.
  await sweepFolder(dirname(target), fileSystem).catch(() => {})
  const temporary = join(dirname(target), takeTemporaryName(basename(target)))
  try {
    const bytes = await writeAll(temporary, chunks, fileSystem)
    // Somebody may have come meanwhile; a rename would lay this over it.
    if (!replace && !(await isFree(path, fileSystem))) return taken(path)
    await fileSystem.rename(temporary, target)
    await syncFolder(dirname(target), fileSystem)
    return ok(bytes)
  } finally {
    // After the last step there is nothing of that name any more.
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
  return fail(
    'export.target-exists',
    `There is a file at "${path}" already. It was left as it is. Let it be replaced, or choose another name.`,
  )
}
