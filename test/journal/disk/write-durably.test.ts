import { lstat, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeDurably } from '../../../electron/journal/disk/write-durably.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import { strayFiles } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('writing a file', () => {
  test('makes a file that only its owner reads and writes', async () => {
    const path = join(await temporaryFolder(), 'new.json')
    await writeDurably(path, 'words')
    expect(await readFile(path, 'utf8')).toBe('words')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  test('replaces what was there and leaves nothing beside it', async () => {
    const folder = await temporaryFolder()
    await writeDurably(join(folder, 'a.json'), 'old and long')
    await writeDurably(join(folder, 'a.json'), new TextEncoder().encode('new'))
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  test('syncs the content before it takes the place of the old one, and the folder after', async () => {
    const disk = createBrokenDisk()
    await writeDurably(join(await temporaryFolder(), 'a.json'), 'words', disk)
    const names = disk.operations.map(({ name }) => name)
    expect(names).toEqual([
      ...['readLink', 'open wx', 'writeFile', 'stat', 'sync', 'close', 'rename'],
      ...(process.platform === 'win32' ? [] : ['open r', 'sync', 'close']),
    ])
  })

  test('gives two writes at one time a temporary file each', async () => {
    const path = join(await temporaryFolder(), 'a.json')
    const disk = createBrokenDisk()
    await Promise.all([writeDurably(path, 'one', disk), writeDurably(path, 'two', disk)])
    const opened = disk.operations.filter(({ name }) => name === 'open wx').map((operation) => operation.path)
    expect(new Set(opened).size).toBe(2)
    expect(['one', 'two']).toContain(await readFile(path, 'utf8'))
  })

  test('says with what the disk now shows that this file is the one it wrote', async () => {
    const path = join(await temporaryFolder(), 'a.json')
    const written = await writeDurably(path, 'words')
    const seen = await stat(path, { bigint: true })
    expect([written.ino, written.size, written.mtimeNs]).toEqual([seen.ino, seen.size, seen.mtimeNs])
  })
})

describe('a file that is a link', () => {
  test('stays one, and what it leads to is written', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'elsewhere'))
    await writeFile(join(folder, 'elsewhere', 'real.json'), 'old')
    await symlink(join('elsewhere', 'real.json'), join(folder, 'link.json'))
    await writeDurably(join(folder, 'link.json'), 'new')
    expect(await readlink(join(folder, 'link.json'))).toBe(join('elsewhere', 'real.json'))
    expect(await readFile(join(folder, 'elsewhere', 'real.json'), 'utf8')).toBe('new')
    expect(await readdir(join(folder, 'elsewhere'))).toEqual(['real.json'])
  })

  test('stays one when it leads over another link', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'real.json'), 'old')
    await symlink('real.json', join(folder, 'second.json'))
    await symlink('second.json', join(folder, 'first.json'))
    await writeDurably(join(folder, 'first.json'), 'new')
    expect((await lstat(join(folder, 'first.json'))).isSymbolicLink()).toBe(true)
    expect((await lstat(join(folder, 'second.json'))).isSymbolicLink()).toBe(true)
    expect(await readFile(join(folder, 'real.json'), 'utf8')).toBe('new')
  })

  test('that leads to nothing yet gets what it leads to', async () => {
    const folder = await temporaryFolder()
    await symlink('later.json', join(folder, 'link.json'))
    await writeDurably(join(folder, 'link.json'), 'new')
    expect((await lstat(join(folder, 'link.json'))).isSymbolicLink()).toBe(true)
    expect(await readFile(join(folder, 'later.json'), 'utf8')).toBe('new')
  })

  test('that leads in a circle is refused', async () => {
    const folder = await temporaryFolder()
    await symlink('b.json', join(folder, 'a.json'))
    await symlink('a.json', join(folder, 'b.json'))
    await expect(writeDurably(join(folder, 'a.json'), 'new')).rejects.toMatchObject({ code: 'ELOOP' })
  })
})

describe('a disk that makes trouble', () => {
  // As many as there are operations in one write.
  const operations = Array.from({ length: 10 }, (_, index) => index + 1)

  test.for(['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EBUSY', 'EMFILE'])(
    'shows %s at whichever step, and leaves the old or the new file and nothing beside it',
    async (code) => {
      for (const which of operations) {
        for (const forGood of [false, true]) {
          const folder = await temporaryFolder()
          const path = join(folder, 'a.json')
          await writeFile(path, 'old')
          const disk = createBrokenDisk()
          disk.fail(which, code, forGood)
          const outcome = await writeDurably(path, 'new', disk).then(
            () => 'written',
            (error: unknown) => error,
          )
          disk.reset()
          const content = await readFile(path, 'utf8')
          // The close of the folder comes after all is safe, so its failure means nothing.
          if (outcome === 'written') expect([which, content]).toEqual([10, 'new'])
          else {
            expect(outcome).toMatchObject({ code })
            expect(['old', 'new']).toContain(content)
            // From the rename on, the new one may be there: but nobody said so.
            if (which <= 7) expect(content).toBe('old')
          }
          // A disk that fails for good does not let temporary files go either; the next start sweeps them.
          if (!forGood) expect(await strayFiles(folder)).toEqual([])
        }
      }
    },
  )

  test('that takes less than it was given, without a word, is found out', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.json'), 'old')
    const disk = createBrokenDisk()
    disk.cutNextWrite()
    await expect(writeDurably(join(folder, 'a.json'), 'new content', disk)).rejects.toMatchObject({ code: 'EIO' })
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  test('and cannot sync folders at all, as some network drives, can be written to', async () => {
    const path = join(await temporaryFolder(), 'a.json')
    const disk = createBrokenDisk()
    disk.fail(9, 'EINVAL', false)
    await writeDurably(path, 'new', disk)
    expect(await readFile(path, 'utf8')).toBe('new')
  })
})

test('a folder that is not there is an error, and is not made', async () => {
  const folder = await temporaryFolder()
  await expect(writeDurably(join(folder, 'gone', 'a.json'), 'new')).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await readdir(folder)).toEqual([])
})
