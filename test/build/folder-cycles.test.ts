import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/programs.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Runs the rules of `npm run check` on some files. Resolves with the names of the violated rules. */
async function brokenRules(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await temporaryFolder()
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = join(root, '.dependency-cruiser.json')
  const output = await new Promise<string>((resolve) => {
    // Its exit code is the number of errors, so check its output instead.
    execFile('node', [bin, '--config', config, 'electron'], { cwd: folder }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    )
  })
  expect(output).toMatch(/dependencies cruised/)
  return [...new Set(Array.from(output.matchAll(/error (no-[a-z-]+):/g), ([, rule]) => rule ?? ''))].toSorted()
}

test('folders that import each other fail the check, even if no files do or if they only share types', async () => {
  expect(
    await brokenRules({
      'electron/journal/one/a.ts': "import type { B } from '../two/b.ts'\nexport type A = B\n",
      'electron/journal/one/c.ts': 'export type C = string\n',
      'electron/journal/two/b.ts': 'export type B = string\n',
      'electron/journal/two/d.ts': "import type { C } from '../one/c.ts'\nexport type D = C\n",
    }),
  ).toEqual(['no-folder-cycles'])
})

test('folders that import in one direction pass the check', async () => {
  expect(
    await brokenRules({
      'electron/journal/one/a.ts': "import { b } from '../two/b.ts'\nexport const a = () => b\n",
      'electron/journal/two/b.ts': 'export const b = 1\n',
    }),
  ).toEqual([])
})
