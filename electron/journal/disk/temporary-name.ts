import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { type FileSystem, isMissing } from './file-system.ts'
import { isAlive } from './is-alive.ts'

/** What this process is writing just now: its own temporary files are no strays. */
const inUse = new Set<string>()

const pattern = /^\..*\.(\d+)-[0-9a-f-]{36}\.tmp$/

/** A name beside the file that nobody else uses: hidden, and telling which process made it. */
export function takeTemporaryName(for_: string): string {
  const name = `.${for_}.${process.pid}-${randomUUID()}.tmp`
  inUse.add(name)
  return name
}

export function giveBackTemporaryName(name: string): void {
  inUse.delete(basename(name))
}

/** No write takes so long: what is older has been given up, whoever seems to be alive. */
const GIVEN_UP_MS = 10 * 60 * 1000

/**
 * Whether a file or folder of this name was left behind by a process that was killed while it wrote. What a living
 * process of this computer may still be writing is none.
 */
export function isStray(name: string): boolean {
  const pid = writerOf(name)
  // A name that this process does not use is from one that bore its number before.
  return pid !== null && (pid === process.pid || !isAlive(pid))
}

/** The process that made this name; `null` where it is no temporary name, or one that this process uses just now. */
function writerOf(name: string): number | null {
  const pid = pattern.exec(name)?.[1]
  return pid === undefined || inUse.has(name) ? null : Number(pid)
}

/** Removes what interrupted writes left in a folder. What cannot be removed stays: it does no harm. */
export async function sweepFolder(folder: string, fileSystem: FileSystem): Promise<void> {
  let items
  try {
    items = await fileSystem.readFolder(folder)
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  for (const item of items) {
    if (writerOf(item.name) === null) continue
    const path = join(folder, item.name)
    // A killed process that nobody has buried yet, or a new one of its number, looks alive.
    if (!isStray(item.name) && !(await isGivenUp(path, fileSystem))) continue
    await (item.isDirectory() ? fileSystem.removeFolder(path) : fileSystem.removeFile(path)).catch(() => {})
  }
}

function isGivenUp(path: string, fileSystem: FileSystem): Promise<boolean> {
  return fileSystem.lstat(path).then(
    ({ mtimeNs }) => Date.now() - Number(mtimeNs / 1_000_000n) > GIVEN_UP_MS,
    () => false,
  )
}
