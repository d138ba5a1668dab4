import { spawnSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/programs.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('electron-builder, called directly, refuses with a sentence and packs nothing', async () => {
  const output = await temporaryFolder()
  const program = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const args = [program, '--dir', `-c.directories.output=${output}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stdout + stderr).toContain('Lanyard is packed by "npm run package"')
  expect(await readdir(output)).toEqual([])
})
