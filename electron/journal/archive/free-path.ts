import { parse, join } from 'node:path'
import { errorCode, type FileSystem } from '../disk/file-system.ts'

/** The path, or with a number from the second file of that name on: nothing that is there gives way. */
export async function freePath(path: string, fileSystem: FileSystem): Promise<string> {
  const { dir, name, ext } = parse(path)
  for (let attempt = 1; ; attempt++) {
    const next = attempt === 1 ? path : join(dir, `${name}-${attempt}${ext}`)
    const isFree = await fileSystem.lstat(next).then(
      () => false,
      // Anything else is told when it is written.
      (error: unknown) => errorCode(error) !== null,
    )
    if (isFree) return next
  }
}
