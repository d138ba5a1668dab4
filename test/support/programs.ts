import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** The project's folder, as an absolute path. */
export const root = resolve(import.meta.dirname, '..', '..')

/** Find Electron on this machine. */
export function findElectron(): string | null {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] || join(dirname(resolvePackage('electron')), 'dist')
  const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string]
  const program = join(folder, name ?? 'electron')
  return existsSync(program) ? program : null
}

/** Find Chromium or Chrome on this machine. */
export function findChromium(): string | null {
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const mac = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  return [process.env['CHROMIUM'] ?? '', ...usual, ...mac].find((path) => path !== '' && existsSync(path)) ?? null
}

export function hasProgram(name: string): boolean {
  return spawnSync('which', [name], { stdio: 'ignore' }).status === 0
}

export function resolvePackage(name: string): string {
  return createRequire(import.meta.url).resolve(`${name}/package.json`)
}

/**
 * Write a script that starts a program.
 *
 * @param name of the file
 * @returns its path
 */
export function writeScript(name: string, command: string): string {
  const folder = join(root, 'node_modules', '.cache', 'lanyard-tests')
  const script = join(folder, name)
  mkdirSync(folder, { recursive: true })
  // Another test may be starting it, and must not find half of it.
  const whole = `${script}.${process.pid}`
  writeFileSync(whole, `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 })
  renameSync(whole, script)
  return script
}
