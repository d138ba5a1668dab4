import { randomUUID } from 'node:crypto'
import { hostname, uptime } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { type FileStamp, stampOf } from './file-stamp.ts'
import { errorCode, type FileSystem, isMissing, type OpenFile } from './file-system.ts'
import { isAlive } from './is-alive.ts'
import { giveBackTemporaryName, takeTemporaryName } from './temporary-name.ts'

/**
 * The file that locks a folder for writing. It is named like the lock files of office programs: sync programs know such
 * names and do not sync them. OneDrive would not accept `.lock`.
 */
export const LOCK_FILE = '.~lock.trip.json#'

/**
 * Maximum time to wait for the lock, which keeps writers from undoing each other's work but must never prevent a save.
 */
const WAIT_MS = 2000
/** Work under a lock takes milliseconds. An older lock was abandoned, even if its process seems to be running. */
const FORGOTTEN_MS = 10_000
/** By this age a lock has been signed, unless its process was killed before that. */
const UNSIGNED_MS = 250

const ownerSchema = z.object({ pid: z.int(), host: z.string(), since: z.number(), token: z.string() })
type Owner = z.infer<typeof ownerSchema>

/**
 * The locks that this process holds. A lock with this process's id that is not among them is from an earlier process.
 */
const held = new Set<string>()
/** The queues within this process: the path of a lock -> the last request for it. */
const queues = new Map<string, Promise<void>>()

/** Releases a lock. Never fails. */
export type Release = () => Promise<void>

/**
 * Takes a folder's lock: while it is held, no other process can hold it. The lock of a killed process is claimed. If
 * the lock is not free within two seconds, or cannot be created at all (a full disk, a read-only folder), this
 * continues without it: writers guard against concurrent changes in any case, because not every program respects this
 * lock.
 *
 * @param folder absolute; the lock is a file in it
 */
export function takeLock(folder: string, fileSystem: FileSystem): Promise<Release> {
  const path = join(folder, LOCK_FILE)
  const taking = takeNext(queues.get(path), path, fileSystem)
  const done = taking.then(({ released }) => released)
  queues.set(path, done)
  void done.then(() => queues.get(path) === done && queues.delete(path))
  return taking.then(({ release }) => release)
}

/** Runs a task under a folder's lock; see {@link takeLock}. */
export async function underLock<T>(folder: string, fileSystem: FileSystem, task: () => Promise<T>): Promise<T> {
  const release = await takeLock(folder, fileSystem)
  try {
    return await task()
  } finally {
    await release()
  }
}

/** Takes a lock once this process has released it or has held it for too long. */
async function takeNext(
  before: Promise<void> | undefined,
  path: string,
  fileSystem: FileSystem,
): Promise<{ release: Release; released: Promise<void> }> {
  if (before !== undefined) await Promise.race([before, pause(WAIT_MS, undefined, { ref: false })])
  const giveBack = await makeOrWait(path, fileSystem)
  let release: Release = giveBack
  const released = new Promise<void>((resolve) => {
    release = () => giveBack().finally(resolve)
  })
  return { released, release }
}

/** Removes the lock of a process that is no longer running. */
export async function sweepLock(folder: string, fileSystem: FileSystem): Promise<void> {
  await removeStale(join(folder, LOCK_FILE), fileSystem, { stamp: null, since: 0 }).catch(() => {})
}

const nothingToRelease: Release = async () => {}

/** A lock of another process, and how long it has been unchanged. */
interface ObservedLock {
  stamp: FileStamp | null
  since: number
}

async function makeOrWait(path: string, fileSystem: FileSystem): Promise<Release> {
  const end = performance.now() + WAIT_MS
  const observed: ObservedLock = { stamp: null, since: 0 }
  for (let wait = 1; ; wait = Math.min(wait * 1.3, 10)) {
    try {
      const release = await makeLock(path, fileSystem)
      if (release !== null) return release
      if (await removeStale(path, fileSystem, observed)) continue
    } catch {
      return nothingToRelease
    }
    if (performance.now() > end) return nothingToRelease
    // With random intervals, so that no process is always too late.
    await pause(wait * (0.5 + Math.random()))
  }
}

/** @returns `null` if another process holds the lock. @throws the file system's error */
async function makeLock(path: string, fileSystem: FileSystem): Promise<Release | null> {
  let file
  try {
    file = await fileSystem.open(path, 'wx', 0o600)
  } catch (error) {
    if (isTaken(error)) return null
    throw error
  }
  const token = randomUUID()
  held.add(token)
  const since = Date.now()
  const sign = signSoon(file, { pid: process.pid, host: hostname(), since, token })
  return async () => {
    await sign.finish()
    // A lock that was considered abandoned may belong to another process by now.
    const isOurs = Date.now() - since < FORGOTTEN_MS / 2 || (await tokenAt(path, fileSystem)) === token
    if (isOurs) await fileSystem.removeFile(path).catch(() => {})
    held.delete(token)
  }
}

/**
 * The existence of the file is the lock. Its content only matters to processes that wait for it, so a lock that is
 * released at once is never signed.
 */
function signSoon(file: OpenFile, owner: Owner): { finish(): Promise<void> } {
  let signed: Promise<void> = Promise.resolve()
  const sign = () => {
    // On a full disk the lock stays unsigned, and others soon consider it abandoned.
    signed = file.append([Buffer.from(JSON.stringify(owner))]).catch(() => {})
  }
  const timer = setTimeout(sign, UNSIGNED_MS / 5)
  return {
    async finish() {
      clearTimeout(timer)
      await signed
      await file.close().catch(() => {})
    },
  }
}

/** On Windows, this is also the error for a file that is being removed. */
function isTaken(error: unknown): boolean {
  const code = errorCode(error)
  return code === 'EEXIST' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EBUSY'))
}

/** @returns whether it is worth trying again at once. @throws the file system's error */
async function removeStale(path: string, fileSystem: FileSystem, observed: ObservedLock): Promise<boolean> {
  const found = await readLock(path, fileSystem)
  if (found === null) return true
  if (found.stamp !== observed.stamp) Object.assign(observed, { stamp: found.stamp, since: performance.now() })
  if (!isStale(found, performance.now() - observed.since)) return false
  // Renamed first: if two processes find it stale, one of them could remove the new lock of the other.
  const aside = join(dirname(path), takeTemporaryName(LOCK_FILE.slice(1)))
  try {
    await fileSystem.rename(path, aside)
    const taken = await readLock(aside, fileSystem)
    if (taken?.stamp === found.stamp && taken.text === found.text) await fileSystem.removeFile(aside)
    else await fileSystem.rename(aside, path)
  } catch (error) {
    if (!isMissing(error)) throw error
  } finally {
    giveBackTemporaryName(aside)
  }
  return true
}

interface Found {
  /**
   * The stamp does not suffice to identify a lock: the next one may get the same inode within one tick of the disk's
   * clock.
   */
  stamp: FileStamp
  text: string
  /** `null` if the content is missing or not that of a lock. */
  owner: Owner | null
  /** In milliseconds, by this computer's clock. */
  age: number
}

function isStale({ owner, age }: Found, sameFor: number): boolean {
  if (age > FORGOTTEN_MS) return true
  if (owner === null) return sameFor > UNSIGNED_MS
  if (owner.host !== hostname()) return false
  if (owner.pid === process.pid) return !held.has(owner.token)
  const startedUp = Date.now() - uptime() * 1000
  return owner.since < startedUp || !isAlive(owner.pid)
}

async function readLock(path: string, fileSystem: FileSystem): Promise<Found | null> {
  try {
    const file = await fileSystem.open(path, 'r')
    try {
      const stat = await file.stat()
      const text = Buffer.from(await file.readFile()).toString('utf8')
      const age = Date.now() - Number(stat.mtimeNs / 1_000_000n)
      return { stamp: stampOf(stat), text, owner: parseOwner(text), age }
    } finally {
      await file.close().catch(() => {})
    }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function parseOwner(text: string): Owner | null {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

async function tokenAt(path: string, fileSystem: FileSystem): Promise<string | null> {
  const found = await readLock(path, fileSystem).catch(() => null)
  return found?.owner?.token ?? null
}
