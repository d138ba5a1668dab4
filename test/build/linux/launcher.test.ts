import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../support/programs.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** What `lanyard` passes to the program that it starts. */
async function passedOn(args: string[]): Promise<string[]> {
  const folder = await temporaryFolder()
  const [program, launcher] = [join(folder, 'program'), join(folder, 'lanyard')]
  await writeFile(program, `#!/bin/sh\nfor arg; do printf '%s\\0' "$arg"; done\n`, { mode: 0o755 })
  const script = await readFile(join(root, 'build', 'linux', 'lanyard.sh'), 'utf8')
  await writeFile(launcher, script.replaceAll('/opt/Lanyard/lanyard', program), { mode: 0o755 })
  return execFileSync(launcher, args, { encoding: 'utf8' }).split('\0').slice(0, -1)
}

test
  .skipIf(process.platform === 'win32')
  .each([
    [['new', '--title', '--enable-logging=file', '--venue', '--log-file=/home/me/mine.txt']],
    [['show', '--user-data-dir=/tmp/x']],
    [['import', 'a b', '', '--js-flags=--trace', '--', '--x']],
    [['no-such-command', '--no-sandbox']],
    [['--help']],
    [['--version', '--no-sandbox']],
  ])('the arguments of a command, %j, stand behind a mark, where Chromium reads no switches', async (args) => {
  expect(await passedOn(args)).toEqual(['--', ...args])
})

test
  .skipIf(process.platform === 'win32')
  .each([
    [[]],
    [['--library', '/home/me/trips']],
    [['--ozone-platform=wayland', 'trips']],
    [['/home/me/valley.lanyard']],
    [['valley.lanyard']],
    [['']],
  ])('what opens the window, %j, is passed on as it is', async (args) => {
  expect(await passedOn(args)).toEqual(args)
})
