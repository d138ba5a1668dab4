import { listPackage } from '@electron/asar'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, test } from 'vitest'
import { inspect, MAX_BYTES } from '../../build/inspect.ts'
import { makePackages } from '../support/installed.ts'
import { root } from '../support/programs.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const packages = inject('packages')

describe.skipIf(packages === null)('the packed program', () => {
  const unpacked = join(packages ?? '', 'linux-unpacked')

  test('the packed program contains only what is on the list, is small, and has its fuses set', async () => {
    const { own, problems } = await inspect(unpacked)
    expect(problems).toEqual([])
    expect(own).toBeLessThan(MAX_BYTES)
  })

  test('the packed program contains the window, the command line, the page and no browser shell', () => {
    const files = listPackage(archive(unpacked), { isPack: false })
    expect(files).toEqual(expect.arrayContaining(['/package.json', '/out/main/installed.js', '/out/main/index.js']))
    expect(files).toEqual(expect.arrayContaining(['/out/preload/index.cjs', '/out/renderer/index.html']))
    expect(files.filter((path) => /web\.js|\.map$|node_modules|test/.test(path))).toEqual([])
  })

  test('the packed program is the same, byte for byte, when it is built and packed again', async () => {
    const folder = await temporaryFolder()
    const before = await hash(archive(unpacked))
    const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root })
    await makePackages(['dir'], folder)
    expect(await hash(archive(join(folder, 'linux-unpacked')))).toBe(before)
  })
})

function archive(folder: string): string {
  return join(folder, 'resources', 'app.asar')
}

async function hash(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
}
