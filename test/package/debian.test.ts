import { extractFile } from '@electron/asar'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { identity } from '../../electron/shared/identity.ts'
import { hasProgram } from '../support/programs.ts'

const packages = inject('packages')
const run = promisify(execFile)

/** What Debian's own tools report about the package. */
describe.skipIf(packages === null)('the package for Debian', () => {
  let deb: string
  let tree: string
  const inTree = (path: string) => join(tree, 'usr', 'share', path)

  beforeAll(async () => {
    const name = (await readdir(packages ?? '')).find((file) => file.endsWith('.deb'))
    deb = join(packages ?? '', name ?? '')
    tree = await mkdtemp(join(tmpdir(), 'lanyard-tree-'))
    await run('dpkg-deb', ['--extract', deb, tree])
  })

  afterAll(() => rm(tree, { recursive: true, force: true }))

  test.skipIf(!hasProgram('lintian'))('has no errors for lintian', async () => {
    const { stdout } = await run('lintian', ['--fail-on', 'error', '--no-tag-display-limit', deb])
    expect(stdout.split('\n').filter((line) => /^[EW]:/.test(line))).toEqual([])
  })

  test.skipIf(!hasProgram('desktop-file-validate'))('has a valid desktop entry, which opens trips', async () => {
    const file = inTree(`applications/${identity.appId}.desktop`)
    const { stdout } = await run('desktop-file-validate', [file])
    expect(stdout).toBe('')
    const entry = await readFile(file, 'utf8')
    expect(entry).toMatch(/^Exec=\/opt\/Lanyard\/lanyard %F$/m)
    expect(entry).toMatch(/^MimeType=application\/vnd\.lanyard\.trip\+zip;$/m)
    expect(entry).toMatch(/^Categories=Office;$/m)
    // Electron tells the desktop that its window belongs to the entry with this name.
    const packed: unknown = JSON.parse(
      extractFile(join(tree, 'opt/Lanyard/resources/app.asar'), 'package.json').toString(),
    )
    expect(packed).toMatchObject({ desktopName: `${identity.appId}.desktop` })
  })

  test.skipIf(!hasProgram('appstreamcli'))('is described for software centres, with this version', async () => {
    const file = inTree(`metainfo/${identity.appId}.metainfo.xml`)
    await run('appstreamcli', ['validate', '--no-net', file])
    const metainfo = await readFile(file, 'utf8')
    expect(metainfo).toContain(`<id>${identity.appId}</id>`)
    expect(metainfo).toMatch(new RegExp(`<release version="${manifest.version}" date="\\d{4}-\\d\\d-\\d\\d"/>`))
  })

  test('the package has its icon in every size, and the drawing', async () => {
    const sizes = await readdir(inTree('icons/hicolor'))
    expect(sizes).toEqual(
      expect.arrayContaining(['16x16', '32x32', '48x48', '128x128', '256x256', '512x512', 'scalable']),
    )
    for (const size of sizes.filter((name) => name !== 'scalable')) {
      const png = await readFile(inTree(`icons/hicolor/${size}/apps/lanyard.png`))
      expect([png.readUInt32BE(16), png.readUInt32BE(20)].join('x')).toBe(size)
    }
  })
})
