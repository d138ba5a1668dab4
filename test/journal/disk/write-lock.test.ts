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

/** What a lock says that somebody else has made. */
function lockOf(owner: { pid: number; host?: string; since?: number }): string {
  return JSON.stringify({ host: hostname(), since: Date.now(), token: 'theirs', ...owner })
}

/** Who signed the lock of a folder. */
function ownerIn(folder: string): Promise<unknown> {
  return vi.waitFor(async () => JSON.parse(await readFile(join(folder, LOCK_FILE), 'utf8')))
}

const deadProcess = () => spawnSync(process.execPath, ['--version']).pid

describe('the lock of a folder', () => {
  test('lets one task run after the other, and leaves nothing behind', async () => {
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

  test('is given back also where the task fails', async () => {
    const folder = await temporaryFolder()
    await expect(run(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await readdir(folder)).toEqual([])
  })

  test('says who holds it', async () => {
    const folder = await temporaryFolder()
    expect(await run(folder, () => ownerIn(folder))).toMatchObject({ pid: process.pid, host: hostname() })
  })

  test('of a process that was killed is taken over', async () => {
    const folder = await temporaryFolder()
    await kill(await otherHolder(folder))
    expect(await readdir(folder)).toEqual([LOCK_FILE])
    expect(await run(folder, () => ownerIn(folder))).toMatchObject({ pid: process.pid })
    expect(await readdir(folder)).toEqual([])
  })

  test('is waited for while another process holds it', async () => {
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

  test('is not waited for without end, and stays with the process that holds it', async () => {
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
  ])('that says that it is of %s is taken over', async (_, text) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, LOCK_FILE), text)
    expect(await run(folder, () => ownerIn(folder))).toMatchObject({ pid: process.pid })
    expect(await readdir(folder)).toEqual([])
  })

  test('of another computer is taken over once it is too old to be held', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, LOCK_FILE), lockOf({ pid: process.pid, host: 'elsewhere' }))
    await run(folder, async () => {})
    expect(await readdir(folder)).toEqual([LOCK_FILE])
    const old = Date.now() / 1000 - 60
    await utimes(join(folder, LOCK_FILE), old, old)
    await run(folder, async () => {})
    expect(await readdir(folder)).toEqual([])
  })

  test('that somebody has taken over meanwhile is not taken away from them', async () => {
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
    'that cannot be made (%s) keeps nobody from working',
    async (code) => {
      for (let which = 1; which <= 6; which++) {
        const folder = await temporaryFolder()
        const disk = createBrokenDisk()
        disk.fail(which, code, true)
        expect(await run(folder, async () => 'done', disk)).toBe('done')
      }
    },
  )

  test('in a folder that is not there makes none', async () => {
    const folder = join(await temporaryFolder(), 'gone')
    expect(await run(folder, async () => 'done')).toBe('done')
    await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('is swept where its process is gone, and only there', async () => {
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
