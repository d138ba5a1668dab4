import { createPackage, extractAll } from '@electron/asar'
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { type Home, homeEnvironment } from './home.ts'
import { findOrdinaryUser, type OrdinaryUser } from './ordinary-user.ts'
import { findElectron, hasProgram, root } from './programs.ts'
import type { RunningLanyard } from './shells.ts'
import { noConnection, startAgain } from './start-again.ts'
import { watchPage } from './watch-page.ts'

/** Where the Debian package installs Lanyard. */
export const program = '/opt/Lanyard/lanyard'

/** Replaces fpm where electron-builder cannot download it. */
const fpm = process.env['CUSTOM_FPM_PATH'] || join(root, '..', 'shared', 'desktop-runtime', 'fpm')

/** Say why Lanyard cannot be packed, installed, run and removed on this machine. Returns `null` if it can. */
export function whyNotInstallable(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'that takes the super-user of a Debian system'
  if (!hasProgram('apt-get') || !hasProgram('setpriv')) return 'this is no Debian system'
  if (!existsSync(fpm)) return 'there is no fpm; name one in CUSTOM_FPM_PATH'
  if (findElectron() === null) return 'Electron is not installed'
  if (!hasProgram('Xvfb') && !process.env['DISPLAY']) return 'there is no screen and no Xvfb'
  if (existsSync(dirname(program))) return 'Lanyard is installed here already, and would be removed'
  return null
}

/**
 * Build packages as `npm run package` does, from what is built.
 *
 * @param output the folder for the packages
 */
export async function makePackages(kinds: string[], output: string): Promise<void> {
  const args = [join(root, 'build', 'package.ts'), ...kinds, '--output', output]
  const quick = await makeQuickDpkg()
  const env = {
    ...process.env,
    PATH: [quick, process.env['PATH']].join(delimiter),
    CUSTOM_FPM_PATH: fpm,
    ELECTRON_OVERRIDE_DIST_PATH: dirname(findElectron() ?? ''),
  }
  try {
    await promisify(execFile)(process.execPath, args, { cwd: root, env, maxBuffer: 1 << 24 })
  } finally {
    await rm(quick, { recursive: true })
  }
}

/**
 * Make a dpkg-deb that compresses with gzip where it is asked to use xz, which takes ten times as long, and longer than the
 * tests of the package.
 *
 * @returns its folder
 */
async function makeQuickDpkg(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-dpkg-'))
  const lines = [
    '#!/bin/sh',
    'for word; do shift; [ "$word" = -Zxz ] && word=-Zgzip; set -- "$@" "$word"; done',
    'PATH=${PATH#*:} exec dpkg-deb "$@"',
  ]
  await writeFile(join(folder, 'dpkg-deb'), `${lines.join('\n')}\n`, { mode: 0o755 })
  return folder
}

/**
 * Turn a package into an older one: with a lower version, a file that the newer one does not have, and an archive in which
 * every file has another position.
 */
export async function makeOlder(deb: string, version: string, folder: string): Promise<string> {
  const tree = join(folder, 'tree')
  await mkdir(folder, { recursive: true })
  await promisify(execFile)('dpkg-deb', ['--raw-extract', deb, tree])
  const control = join(tree, 'DEBIAN', 'control')
  await writeFile(control, (await readFile(control, 'utf8')).replace(/^Version: .*$/m, `Version: ${version}`))
  await mkdir(join(tree, 'opt', 'Lanyard', 'plugins'))
  await writeFile(join(tree, 'opt', 'Lanyard', 'plugins', 'old.txt'), 'Of an older version.\n')
  const [archive, inside] = [join(tree, 'opt', 'Lanyard', 'resources', 'app.asar'), join(folder, 'inside')]
  extractAll(archive, inside)
  await writeFile(join(inside, 'a'), 'Of an older version.\n'.repeat(1000))
  await createPackage(inside, archive)
  const older = join(folder, `lanyard_${version}.deb`)
  await promisify(execFile)('dpkg-deb', ['-Znone', '--root-owner-group', '--build', tree, older])
  return older
}

/** Install a downloaded package with its dependencies, as a user does, or remove one by its name. */
export async function apt(command: 'install' | 'remove' | 'purge', what: string): Promise<void> {
  const options = ['DPkg::Lock::Timeout=60', 'DPkg::Options::=--force-unsafe-io'].flatMap((option) => ['-o', option])
  const args = ['-y', '-qq', '--no-install-recommends', ...options, command, what]
  await promisify(execFile)('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

export function installedVersion(): string | null {
  try {
    return execFileSync('dpkg-query', ['-W', '-f=${db:Status-Abbrev}${Version}', 'lanyard'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).replace(/^ii /, '')
  } catch {
    return null
  }
}

export interface RunningInstalled extends RunningLanyard {
  browser: Browser
  process: ChildProcess
}

/** Run `lanyard` in a terminal, as an ordinary user. */
export function runInstalled(home: Home, args: string[], environment: Record<string, string> = {}): Promise<Ran> {
  return runAsUser(home, ['lanyard', ...args], environment)
}

export interface Ran {
  code: number | null
  out: string
  said: string
}

export async function runAsUser(home: Home, command: string[], environment?: Record<string, string>): Promise<Ran> {
  const child = spawnAsUser(home, command, environment)
  let out = ''
  let said = ''
  child.stdout?.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, said }
}

function spawnAsUser(home: Home, command: string[], environment: Record<string, string> = {}): ChildProcess {
  const { drop } = theUser()
  return spawn(drop[0] ?? '', [...drop.slice(1), ...command], {
    cwd: home.folder,
    env: { ...homeEnvironment(home), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export function theUser(): OrdinaryUser {
  const user = findOrdinaryUser()
  if (user === null) throw new Error('There is no ordinary user.')
  return user
}

/** Timeout for a start on a busy machine, in milliseconds. */
const CONNECT_MS = 15_000

interface Started {
  child: ChildProcess
  ended: Promise<void>
  browser: Browser
}

/** @throws Playwright's error if it cannot connect to the program, which has ended then */
async function startInstalled(home: Home, args: string[]): Promise<Started> {
  const child = spawnAsUser(home, ['lanyard', '--remote-debugging-port=0', ...args])
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Lanyard ended with ${code} before it could be driven.`)))
    if (child.stderr === null) return reject(new Error('Lanyard has no output.'))
    createInterface(child.stderr).on('line', (line) => {
      const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  try {
    return { child, ended, browser: await chromium.connectOverCDP(address, { timeout: CONNECT_MS }) }
  } catch (error) {
    child.kill('SIGKILL')
    await ended
    throw error
  }
}

/**
 * Open the window of the installed program, as an ordinary user. Its fuses forbid driving it through its main process, as
 * in development, so it is driven from outside, like Chromium.
 */
export async function openInstalled(home: Home, args: string[] = []): Promise<RunningInstalled> {
  const { child, ended, browser } = await startAgain(noConnection, () => startInstalled(home, args))
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('Lanyard shows nothing.')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  const complaints = watchPage(page)
  await page.locator('#root > *').first().waitFor({ timeout: 20_000 })
  return {
    browser,
    process: child,
    page,
    complaints,
    quit: async () => {
      await page.evaluate(() => window.close()).catch(() => {})
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
