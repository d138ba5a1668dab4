import { listPackage } from '@electron/asar'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, test } from 'vitest'
import { inspect, MAX_BYTES, MAX_OWN_BYTES } from '../../build/inspect.ts'
import { makePackages } from '../support/installed.ts'
import { root } from '../support/programs.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const packages = inject('packages')

describe.skipIf(packages === null)('the packed program', () => {
  const unpacked = join(packages ?? '', 'linux-unpacked')

  test('the packed program contains only what is on the list, is small, and has its fuses set', async () => {
    const { own, withoutDecoders, problems } = await inspect(unpacked)
    expect(problems).toEqual([])
    expect(own).toBeLessThan(MAX_BYTES)
    expect(withoutDecoders).toBeLessThan(MAX_OWN_BYTES)
    // The decoders lie where they are looked for.
    expect(withoutDecoders).toBeLessThan(own - 5_000_000)
  })

  test('the packed program contains the window, the command line, the page and no browser shell', () => {
    const files = listPackage(archive(unpacked), { isPack: false })
    expect(files).toEqual(expect.arrayContaining(['/package.json', '/out/main/installed.js', '/out/main/index.js']))
    expect(files).toEqual(expect.arrayContaining(['/out/preload/index.cjs', '/out/renderer/index.html']))
    expect(files.filter((path) => /web\.js|\.map$|node_modules|test/.test(path))).toEqual([])
  })

  test('the packed program is the same, byte for byte, when it is built and packed again', async () => {
    const folder = await temporaryFolder()
    const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    // Not where the other tests run the program from.
    const again = join(root, 'node_modules', '.cache', 'lanyard-tests', 'built-again')
    await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', again], { cwd: root })
    // Packing has added some files of its own, which are compared below.
    expect(await hashes(join(root, 'out'))).toMatchObject(await hashes(again))
    await makePackages(['dir'], folder)
    expect(await hash(archive(join(folder, 'linux-unpacked')))).toBe(await hash(archive(unpacked)))
  })
})

function archive(folder: string): string {
  return join(folder, 'resources', 'app.asar')
}

/** The hash of each file in a folder, by its path. */
async function hashes(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((item) => item.isFile())
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).toSorted()
  const found = await Promise.all(paths.map(async (path) => [relative(folder, path), await hash(path)] as const))
  return Object.fromEntries(found)
}

async function hash(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
}
