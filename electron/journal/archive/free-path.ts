import { parse, join } from 'node:path'
import { errorCode, type FileSystem } from '../disk/file-system.ts'

/** Returns the path, with a number added if the name is in use, so that no existing file is replaced. */
export async function freePath(path: string, fileSystem: FileSystem): Promise<string> {
  const { dir, name, ext } = parse(path)
  for (let attempt = 1; ; attempt++) {
    const next = attempt === 1 ? path : join(dir, `${name}-${attempt}${ext}`)
    const isFree = await fileSystem.lstat(next).then(
      () => false,
      // Any other error shows up when the file is written.
      (error: unknown) => errorCode(error) !== null,
    )
    if (isFree) return next
  }
}
