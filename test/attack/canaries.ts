import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Appears in the bytes of every file that must not be read, and nowhere else. */
export const CANARY = 'canary-7c1e5f0a'

/** Files that Lanyard has no business with. */
export interface Canaries {
  /** What has been read, changed, added or removed since the last time, in words. */
  harm(): Promise<string[]>
}

/** A file that was read before it was written, as it were: then the system notes when it is read next. */
const LONG_AGO = { read: new Date('2001-01-01'), written: new Date('2002-02-02') }

/**
 * Writes files that must neither be read nor changed.
 *
 * @param files by path, absolute
 * @param folders in which nothing may be added
 */
export async function plantCanaries(
  files: ReadonlyMap<string, Uint8Array | string>,
  folders: readonly string[],
): Promise<Canaries> {
  for (const folder of folders) await mkdir(folder, { recursive: true })
  for (const [path, data] of files) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, data)
    await utimes(path, LONG_AGO.read, LONG_AGO.written)
  }
  const look = async () =>
    new Map([
      ...(await Promise.all([...files.keys()].map(async (path) => [path, await stateOf(path)] as const))),
      ...(await Promise.all(
        folders.map(async (folder) => [folder, { kind: 'folder', is: await namesIn(folder) }] as const),
      )),
    ])
  let before = await look()
  return {
    async harm() {
      const after = await look()
      const harm = [...after].flatMap(([path, { kind, is }]) => {
        const was = before.get(path)
        if (was === undefined || was.is === is) return []
        return [kind === 'folder' ? `${path} now has: ${is}` : `${path} was ${kind === was.kind ? 'read' : 'changed'}`]
      })
      // So that the next time is noticed too: the system notes the time of reading once a day otherwise.
      for (const path of harm.length > 0 ? files.keys() : []) {
        await utimes(path, LONG_AGO.read, LONG_AGO.written).catch(() => {})
      }
      before = harm.length > 0 ? await look() : after
      return harm
    },
  }
}

/** What changes if a file is written (`kind`), and also what changes if it is read (`is`). */
async function stateOf(path: string): Promise<{ kind: string; is: string }> {
  try {
    const { ino, size, mtimeMs, mode, atimeMs } = await stat(path)
    const kind = [ino, size, mtimeMs, mode].join('-')
    return { kind, is: `${kind} ${atimeMs}` }
  } catch {
    return { kind: 'missing', is: 'missing' }
  }
}

async function namesIn(folder: string): Promise<string> {
  return (await readdir(folder).catch(() => ['(missing)'])).toSorted().join(', ')
}

/** Whether a canary is anywhere in a value: in a text, a key, or bytes. */
export function hasCanary(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(CANARY)
  if (typeof value !== 'object' || value === null) return false
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).includes(CANARY)
  return Object.entries(value).some(([key, inner]) => key.includes(CANARY) || hasCanary(inner))
}

/** The files below a folder that contain a canary. Links are not followed. */
export async function filesWithCanary(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!item.isFile()) continue
    const path = join(item.parentPath, item.name)
    if ((await readFile(path)).includes(CANARY)) found.push(path)
  }
  return found
}
