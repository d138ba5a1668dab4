import { execFile } from 'node:child_process'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/programs.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** A file, its import, and whether that is allowed. */
const imports = [
  ['electron/shared/contract/a.ts', 'node:path', false],
  ['electron/shared/b.ts', '../journal/engine.ts', false],
  ['electron/shared/c.ts', 'electron', false],
  ['electron/shared/contract/d.ts', '../result.ts', true],
  ['electron/shared/e.ts', 'zod', true],
  ['electron/journal/library/a.ts', 'electron', false],
  ['electron/journal/b.ts', '../main/start.ts', false],
  ['electron/journal/library/c.ts', '../../shared/result.ts', true],
  ['electron/journal/d.ts', 'node:path', true],
  ['electron/main/a.ts', '../web/server.ts', false],
  ['electron/main/b.ts', '../journal/engine.ts', true],
  ['electron/preload/a.ts', '../journal/engine.ts', false],
  ['electron/preload/b.ts', 'node:path', false],
  ['electron/preload/c.ts', '../shared/contract/names.ts', true],
  ['renderer/state/a.ts', '../../electron/journal/engine.ts', false],
  ['renderer/b.ts', 'node:path', false],
  ['renderer/c.ts', 'electron', false],
  ['renderer/state/d.ts', '../../electron/shared/contract/index.ts', true],
  ['renderer/e.ts', 'react', true],
] as const

test('the linter rejects imports between the engine, the shells and the page that their zones do not allow', async () => {
  const folder = await temporaryFolder()
  await copyFile(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  for (const [file, module] of imports) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), `export * from '${module}'\n`)
  }
  const output = await new Promise<string>((resolve) => {
    const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
    execFile(process.execPath, [oxlint, '--format', 'unix'], { cwd: folder }, (_, stdout) => resolve(stdout))
  })
  const refused = imports.filter(([file]) =>
    output.split('\n').some((line) => line.includes(file) && line.includes('no-restricted-imports')),
  )
  expect(refused.map(([file, module]) => [file, module])).toEqual(
    imports.filter(([, , isAllowed]) => !isAllowed).map(([file, module]) => [file, module]),
  )
})
