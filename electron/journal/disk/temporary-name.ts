import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { type FileSystem, isMissing } from './file-system.ts'

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

/**
 * Whether a file or folder of this name was left behind by a process that was killed while it wrote. What a living
 * process of this computer may still be writing is none.
 */
export function isStray(name: string): boolean {
  const pid = Number(pattern.exec(name)?.[1])
  if (Number.isNaN(pid) || inUse.has(name)) return false
  return pid === process.pid || !isAlive(pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process answers with EPERM: it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
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
    if (!isStray(item.name)) continue
    const path = join(folder, item.name)
    await (item.isDirectory() ? fileSystem.removeFolder(path) : fileSystem.removeFile(path)).catch(() => {})
  }
}
