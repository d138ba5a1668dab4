import { rm } from 'node:fs/promises'
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeEach, expect, inject, test } from 'vitest'
import { createProgram } from '../../electron/cli/program.ts'
import { exporters } from '../../electron/journal/exporters/index.ts'
import { root } from '../support/programs.ts'
import { darmstadt, makePlace, type Place } from './lanyard.ts'

let place: Place
beforeEach(async () => {
  place = await makePlace()
  return () => rm(place.folder, { recursive: true, force: true })
})

const commands = createProgram(() => {}).commands.map((command) => command.name())

test.each(commands)('lanyard %s --help shows examples and the options that every command takes', async (name) => {
  const run = await place.runHere([name, '--help'])
  expect(run).toMatchObject({ code: 0, stderr: '' })
  expect(run.stdout).toContain(`Usage: lanyard ${name}`)
  expect(run.stdout).toContain('--library <dir>')
  expect(run.stdout).toContain('--json')
  expect(run.stdout).toContain(`Examples:\n  $ lanyard ${name}`)
  expect((await place.runHere(['help', name])).stdout).toBe(run.stdout)
})

test('lanyard --help shows examples, and lanyard --version prints a version', async () => {
  const help = await place.lanyard(['--help'])
  expect(help.code).toBe(0)
  expect(help.stdout).toContain('Examples:')
  const version = await place.lanyard(['--version'])
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each([
  ['an unknown command', ['journey']],
  ['no command', []],
  ['an unknown option', ['trips', '--all']],
  ['a missing option', ['new', '--title', 'X']],
  ['an option without its value', ['new', ...darmstadt, '--city']],
  ['a word too many', ['trips', 'all']],
  ['a missing argument', ['show']],
  ['an export to nowhere', ['export', 'X', '--to', 'html']],
  ['nothing to import', ['import']],
  ['a library without a name', ['trips', '--library', '']],
])('lanyard exits with code 2 and writes only to stderr when it is given %s', async (_, args) => {
  const run = await place.lanyard(args)
  expect(run).toMatchObject({ code: 2, stdout: '' })
  expect(run.stderr).not.toBe('')
})

test.each(['bin.js', 'lanyard.ts'])('lanyard starts from electron/cli/%s, in a checkout', (file) => {
  const run = spawnSync(process.execPath, [join(root, 'electron', 'cli', file), 'targets', '--json'], {
    env: { ...process.env, HOME: place.folder, LANYARD_LIBRARY: place.library },
    encoding: 'utf8',
  })
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' })
  expect(JSON.parse(run.stdout)).toHaveLength(exporters.length)
})

test('lanyard ends quietly when the reader of its output goes away', async () => {
  for (let index = 0; index < 3; index++) await place.runHere(['new', ...darmstadt])
  const child = spawn(process.execPath, [inject('commandLine'), 'trips'], {
    env: { ...process.env, LANYARD_LIBRARY: place.library },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.destroy()
  let stderr = ''
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  const code = await new Promise((fulfil) => child.on('close', fulfil))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})
