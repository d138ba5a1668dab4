import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Home, homeEnvironment, makeHome } from '../support/home.ts'
import { root } from '../support/programs.ts'
import { desktopShell } from '../support/shells.ts'

/* What `npm start` runs after building. */

let home: Home
let running: ChildProcess | null = null

beforeEach(async () => {
  home = await makeHome(null)
})

afterEach(async () => {
  running?.kill('SIGKILL')
  await home.remove()
})

function start(args: string[], environment: Record<string, string> = {}) {
  let said = ''
  const child = spawn(process.execPath, [join(root, 'electron', 'start.ts'), ...args], {
    env: { ...homeEnvironment(home), ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  running = child
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, said: () => said, ended }
}

test('without a screen, npm start says so and opens the browser shell, which ends on request', async () => {
  const { child, said, ended } = start(['--no-open', '--library', home.library], { DISPLAY: '', WAYLAND_DISPLAY: '' })
  await expect.poll(said, { timeout: 10_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#[\w-]+/)
  expect(said()).toMatch(/^There is no screen here for a window\. The journal opens in the browser instead\.\n/)
  const address = /http:\S+/.exec(said())?.[0] ?? ''
  expect((await fetch(address)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('if Electron is neither installed nor downloadable, npm start says so and opens the browser shell', async () => {
  const nowhere = { ELECTRON_OVERRIDE_DIST_PATH: join(home.folder, 'nothing'), ELECTRON_MIRROR: 'http://127.0.0.1:9/' }
  const { child, said, ended } = start(['--no-open'], { DISPLAY: ':0', ...nowhere })
  await expect.poll(said, { timeout: 30_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#/)
  expect(said()).toContain('Electron is not installed and could not be downloaded.')
  child.kill('SIGINT')
  expect(await ended).toBe(0)
})

test.skipIf(desktopShell.missing !== null)('npm start opens the window, which ends on request', async () => {
  const { child, ended } = start([`--user-data-dir=${home.own}`, '--sample'])
  const trips = join(home.own, 'Sample library')
  await expect.poll(() => existsSync(trips), { timeout: 20_000 }).toBe(true)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(existsSync(join(home.own, 'window.json'))).toBe(true)
})
