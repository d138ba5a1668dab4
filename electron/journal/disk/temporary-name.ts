import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { type FileSystem, isMissing } from './file-system.ts'
import { isAlive } from './is-alive.ts'

/** Temporary files that this process is writing, so that it does not treat them as leftovers. */
const inUse = new Set<string>()

const pattern = /^\..*\.(\d+)-[0-9a-f-]{36}\.tmp$/

/** A hidden, unique name beside a file, which includes the id of this process. */
export function takeTemporaryName(for_: string): string {
  const name = `.${for_}.${process.pid}-${randomUUID()}.tmp`
  inUse.add(name)
  return name
}

export function giveBackTemporaryName(name: string): void {
  inUse.delete(basename(name))
}

/** No write takes this long: anything older was abandoned, even if its process seems to be running. */
const GIVEN_UP_MS = 10 * 60 * 1000

/**
 * Whether a file or folder of this name was left behind by a process that was killed while writing. Files that a
 * running process of this computer may still be writing do not count.
 */
export function isStray(name: string): boolean {
  const pid = writerOf(name)
  // If this process does not use the name, an earlier process with the same id made it.
  return pid !== null && (pid === process.pid || !isAlive(pid))
}

/** The id of the process that made this name; `null` if it is not a temporary name or is in use by this process. */
function writerOf(name: string): number | null {
  const pid = pattern.exec(name)?.[1]
  return pid === undefined || inUse.has(name) ? null : Number(pid)
}

/** Removes what interrupted writes left in a folder. A file that cannot be removed stays and does no harm. */
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
    // A zombie process, or a new process with the same id, looks alive.
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

/**
 * A hidden, unique name for a folder that is briefly moved aside for a new one. Release it with {@link
 * giveBackTemporaryName}.
 */
export function takeAsideName(for_: string): string {
  const name = `.${for_}.${process.pid}-${randomUUID()}.before`
  inUse.add(name)
  return name
}

/** Whether a name was made by {@link takeAsideName} for `for_`, in a process that did not finish. */
export function isStrayAside(name: string, for_: string): boolean {
  const start = `.${for_}.`
  if (!name.startsWith(start) || inUse.has(name)) return false
  const pid = asidePattern.exec(name.slice(start.length))?.[1]
  return pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid)))
}

const asidePattern = /^(\d+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.before$/
