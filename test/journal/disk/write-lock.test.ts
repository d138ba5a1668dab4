import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type FileSystem, nodeFileSystem } from '../../../electron/journal/disk/file-system.ts'
import { LOCK_FILE, sweepLock, underLock } from '../../../electron/journal/disk/write-lock.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import { root } from '../../support/programs.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { patient } from '../../support/patient.ts'

const run = <T>(folder: string, task: () => Promise<T>, fileSystem: FileSystem = nodeFileSystem) =>
  underLock(folder, fileSystem, task)

/** Another process that holds the lock. */
async function otherHolder(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, 'test/support/hold-lock.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** The content of another process's lock. */
function lockOf(owner: { pid: number; host?: string; since?: number }): string {
  return JSON.stringify({ host: hostname(), since: Date.now(), token: 'theirs', ...owner })
}

/** The owner in the lock of a folder. */
function ownerIn(folder: string): Promise<unknown> {
  return vi.waitFor(async () => JSON.parse(await readFile(join(folder, LOCK_FILE), 'utf8')), patient)
}

const deadProcess = () => spawnSync(process.execPath, ['--version']).pid

describe('the lock of a folder', () => {
  test('the lock of a folder lets tasks run one after the other, and leaves nothing behind', async () => {
    const folder = await temporaryFolder()
    let inside = 0
    const most: number[] = []
    await Promise.all(
      Array.from({ length: 20 }, () =>
        run(folder, async () => {
          most.push(++inside)
          await pause(1)
          inside--
        }),
      ),
    )
    expect(most).toEqual(Array.from({ length: 20 }, () => 1))
    expect(await readdir(folder)).toEqual([])
  })

  test('a lock is released even if its task fails', async () => {
    const folder = await temporaryFolder()
    await expect(run(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await readdir(folder)).toEqual([])
  })

  test('a lock names its owner', async () => {
    const folder = await temporaryFolder()
    expect(await run(folder, () => ownerIn(folder))).toMatchObject({ pid: process.pid, host: hostname() })
  })

  test('the lock of a killed process is claimed', async () => {
    const folder = await temporaryFolder()
    await kill(await otherHolder(folder))
    expect(await readdir(folder)).toEqual([LOCK_FILE])
    expect(await run(folder, () => ownerIn(folder))).toMatchObject({ pid: process.pid })
    expect(await readdir(folder)).toEqual([])
  })

  test('a lock that another process holds is waited for', async () => {
    const folder = await temporaryFolder()
    const other = await otherHolder(folder)
    let ran = false
    const task = run(folder, async () => void (ran = true))
    await pause(200)
    expect(ran).toBe(false)
    await kill(other)
    await task
    expect(ran).toBe(true)
  })

  test('the wait for a lock has a limit, and the lock stays with its holder', async () => {
    const folder = await temporaryFolder()
    await otherHolder(folder)
    const before = await ownerIn(folder)
    expect(await run(folder, async () => 'done')).toBe('done')
    expect(await ownerIn(folder)).toEqual(before)
  })

  test.each([
    ['this process, which does not hold it', lockOf({ pid: process.pid })],
    ['a process before the computer was started', lockOf({ pid: process.ppid, since: 0 })],
    ['a process that is not there', lockOf({ pid: deadProcess() })],
    ['nobody: its text was never written', ''],
    ['nobody: its text is another one', '{"pid": "me"}'],
  ])('a lock that names %s as its owner is claimed', async (_, text) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, LOCK_FILE), text)
    expect(await run(folder, () => ownerIn(folder))).toMatchObject({ pid: process.pid })
    expect(await readdir(folder)).toEqual([])
  })

  test('the lock of another computer is claimed once it is too old to be held', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, LOCK_FILE), lockOf({ pid: process.pid, host: 'elsewhere' }))
    await run(folder, async () => {})
    expect(await readdir(folder)).toEqual([LOCK_FILE])
    const old = Date.now() / 1000 - 60
    await utimes(join(folder, LOCK_FILE), old, old)
    await run(folder, async () => {})
    expect(await readdir(folder)).toEqual([])
  })

  test('a lock that another process has claimed in the meantime is not released', async () => {
    const folder = await temporaryFolder()
    await run(folder, async () => {
      await ownerIn(folder)
      await writeFile(join(folder, LOCK_FILE), lockOf({ pid: process.ppid }))
      vi.setSystemTime(Date.now() + 60_000)
    })
    vi.useRealTimers()
    expect(await readdir(folder)).toEqual([LOCK_FILE])
  })

  test.each(['ENOSPC', 'EIO', 'EACCES', 'EROFS'])(
    'a lock that cannot be created (%s) does not prevent the work',
    async (code) => {
      for (let which = 1; which <= 6; which++) {
        const folder = await temporaryFolder()
        const disk = createBrokenDisk()
        disk.fail(which, code, true)
        expect(await run(folder, async () => 'done', disk)).toBe('done')
      }
    },
  )

  test('no lock is created in a missing folder', async () => {
    const folder = join(await temporaryFolder(), 'gone')
    expect(await run(folder, async () => 'done')).toBe('done')
    await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('a lock is removed only if its process has ended', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, LOCK_FILE), lockOf({ pid: process.ppid }))
    await sweepLock(folder, nodeFileSystem)
    expect(await readdir(folder)).toEqual([LOCK_FILE])
    await writeFile(join(folder, LOCK_FILE), lockOf({ pid: deadProcess() }))
    await sweepLock(folder, nodeFileSystem)
    expect(await readdir(folder)).toEqual([])
    await sweepLock(folder, nodeFileSystem)
  })
})
