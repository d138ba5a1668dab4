import { lstat, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { errorCode } from '../../../electron/journal/disk/file-system.ts'
import { writeDurably } from '../../../electron/journal/disk/write-durably.ts'
import { createBrokenDisk } from '../../support/broken-disk.ts'
import { strayFiles } from '../../support/library.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('writing a file', () => {
  test('writing creates a file that only its owner can read and write', async () => {
    const path = join(await temporaryFolder(), 'new.json')
    await writeDurably(path, 'words')
    expect(await readFile(path, 'utf8')).toBe('words')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  test('writing replaces the old file and leaves nothing beside it', async () => {
    const folder = await temporaryFolder()
    await writeDurably(join(folder, 'a.json'), 'old and long')
    await writeDurably(join(folder, 'a.json'), new TextEncoder().encode('new'))
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  test.skipIf(process.platform === 'win32')(
    'writing syncs the content before it replaces the old one, and the folder afterwards',
    async () => {
      const disk = createBrokenDisk()
      const folder = join(await temporaryFolder(), 'Lanyard')
      await mkdir(folder)
      await writeDurably(join(folder, 'a.json'), 'words', disk)
      const names = disk.operations.map(({ name, path }) =>
        `${name} ${basename(path)}`.replace(/\.[\d]+-.*\.tmp$/, ' new'),
      )
      const order = ['append .a.json new', 'sync .a.json new', 'close .a.json new', 'rename a.json', 'sync Lanyard']
      expect(names.filter((name) => order.includes(name))).toEqual(order)
    },
  )

  test('two writes at the same time use different temporary files', async () => {
    const path = join(await temporaryFolder(), 'a.json')
    const disk = createBrokenDisk()
    await Promise.all([writeDurably(path, 'one', disk), writeDurably(path, 'two', disk)])
    const opened = disk.operations.filter(({ name }) => name === 'open wx').map((operation) => operation.path)
    expect(new Set(opened).size).toBe(2)
    expect(['one', 'two']).toContain(await readFile(path, 'utf8'))
  })

  test('writing returns the stat by which the written file is recognised', async () => {
    const path = join(await temporaryFolder(), 'a.json')
    const written = await writeDurably(path, 'words')
    const seen = await stat(path, { bigint: true })
    expect([written.ino, written.size, written.mtimeNs]).toEqual([seen.ino, seen.size, seen.mtimeNs])
  })
})

describe('a file that is a link', () => {
  test('writing to a link keeps the link and replaces its target', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'elsewhere'))
    await writeFile(join(folder, 'elsewhere', 'real.json'), 'old')
    await symlink(join('elsewhere', 'real.json'), join(folder, 'link.json'))
    await writeDurably(join(folder, 'link.json'), 'new')
    expect(await readlink(join(folder, 'link.json'))).toBe(join('elsewhere', 'real.json'))
    expect(await readFile(join(folder, 'elsewhere', 'real.json'), 'utf8')).toBe('new')
    expect(await readdir(join(folder, 'elsewhere'))).toEqual(['real.json'])
  })

  test('writing to a link to another link keeps both', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'real.json'), 'old')
    await symlink('real.json', join(folder, 'second.json'))
    await symlink('second.json', join(folder, 'first.json'))
    await writeDurably(join(folder, 'first.json'), 'new')
    expect((await lstat(join(folder, 'first.json'))).isSymbolicLink()).toBe(true)
    expect((await lstat(join(folder, 'second.json'))).isSymbolicLink()).toBe(true)
    expect(await readFile(join(folder, 'real.json'), 'utf8')).toBe('new')
  })

  test('writing to a dangling link creates its target', async () => {
    const folder = await temporaryFolder()
    await symlink('later.json', join(folder, 'link.json'))
    await writeDurably(join(folder, 'link.json'), 'new')
    expect((await lstat(join(folder, 'link.json'))).isSymbolicLink()).toBe(true)
    expect(await readFile(join(folder, 'later.json'), 'utf8')).toBe('new')
  })

  test('writing to a link in a cycle is refused', async () => {
    const folder = await temporaryFolder()
    await symlink('b.json', join(folder, 'a.json'))
    await symlink('a.json', join(folder, 'b.json'))
    await expect(writeDurably(join(folder, 'a.json'), 'new')).rejects.toMatchObject({ code: 'ELOOP' })
  })
})

describe('writing to a failing disk', () => {
  describe.for(['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EBUSY', 'EMFILE'])('with %s', (code) => {
    test.for([1, 2, 3, 4, 5, 6, 7, 8])(
      'an error at step %i leaves the old file and nothing beside it',
      async (which) => {
        expect(await writeOn(which, code, false)).toEqual({ answer: code, content: 'old', strays: 0 })
      },
    )

    test.for([1, 2, 3, 4, 5, 6, 7, 8])('errors from step %i on leave the old file', async (which) => {
      // Such a disk does not remove the temporary file either; the next start does.
      expect(await writeOn(which, code, true)).toMatchObject({ answer: code, content: 'old' })
    })

    test('if the sync of the folder fails, the new file is there without a guarantee', async () => {
      expect(await writeOn(9, code, false)).toEqual({ answer: code, content: 'new', strays: 0 })
      expect(await writeOn(9, code, true)).toEqual({ answer: code, content: 'new', strays: 0 })
    })

    test('an error after the last step is ignored', async () => {
      expect(await writeOn(10, code, true)).toEqual({ answer: 'written', content: 'new', strays: 0 })
    })
  })

  test('a disk that silently writes less than it was given is detected', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.json'), 'old')
    const disk = createBrokenDisk()
    disk.cutWrite(1)
    await expect(writeDurably(join(folder, 'a.json'), 'new content', disk)).rejects.toMatchObject({ code: 'EIO' })
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  test('a disk that cannot sync folders, like some network drives, can be written to', async () => {
    const path = join(await temporaryFolder(), 'a.json')
    const disk = createBrokenDisk()
    disk.fail(9, 'EINVAL', false)
    await writeDurably(path, 'new', disk)
    expect(await readFile(path, 'utf8')).toBe('new')
  })
})

test('writing to a missing folder is an error, and does not create it', async () => {
  const folder = await temporaryFolder()
  await expect(writeDurably(join(folder, 'gone', 'a.json'), 'new')).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await readdir(folder)).toEqual([])
})

/** The result of a write in which that operation fails. */
async function writeOn(which: number, code: string, forGood: boolean) {
  const folder = await temporaryFolder()
  const path = join(folder, 'a.json')
  await writeFile(path, 'old')
  const disk = createBrokenDisk()
  disk.fail(which, code, forGood)
  const answer = await writeDurably(path, 'new', disk).then(() => 'written', errorCode)
  disk.reset()
  return { answer, content: await readFile(path, 'utf8'), strays: (await strayFiles(folder)).length }
}
