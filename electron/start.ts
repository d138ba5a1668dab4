import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { chooseLanguage } from './shared/messages/languages.ts'
import { speak, t } from './shared/messages/translate.ts'

/*
 * `npm start`: opens the journal in its own window or, if that is impossible, in the browser. Arguments after `--` are
 * passed to the shell: `npm start -- --sample`.
 */

/** Timeout for downloading Electron, some 120 MB, in milliseconds. */
const DOWNLOAD_MS = 180_000

const root = resolve(import.meta.dirname, '..')
const args = process.argv.slice(2)
const print = (sentence: string) => process.stdout.write(`${sentence}\n`)

await speak(chooseLanguage(process.env['LANYARD_LANGUAGE']))
const reason = whyNoWindow()
if (reason !== null) {
  print(t(`start.${reason}`))
  run(process.execPath, [join(root, 'out', 'main', 'web.js'), ...args.filter((arg) => arg !== '--browser')])
} else {
  const program = electronProgram() ?? ''
  run(program, [root, ...(canBuildSandbox(program) ? [] : ['--no-sandbox']), ...args])
}

function whyNoWindow(): 'as-asked' | 'no-screen' | 'no-electron' | null {
  if (args.includes('--browser')) return 'as-asked'
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'no-screen'
  if (electronProgram() === null) download()
  return electronProgram() === null ? 'no-electron' : null
}

/** The program that `ELECTRON_OVERRIDE_DIST_PATH` names or that npm has installed; `null` if neither exists. */
function electronProgram(): string | null {
  const folder = electronFolder()
  const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string]
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const program = join(override || join(folder ?? '', 'dist'), name ?? 'electron')
  return (override || folder !== null) && existsSync(program) ? program : null
}

/**
 * Whether Chromium can create its sandbox, without which it would refuse to start. On Linux, root cannot, nor can
 * ordinary users if the system denies them namespaces and Chromium's helper has no special permissions.
 */
function canBuildSandbox(program: string): boolean {
  if (process.platform !== 'linux') return true
  if (process.getuid?.() === 0) return false
  const helper = join(dirname(program), 'chrome-sandbox')
  if (existsSync(helper) && (statSync(helper).mode & 0o4000) !== 0) return true
  if (spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' }).status === 0) return true
  print(t('start.no-sandbox'))
  return false
}

function electronFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return null
  }
}

function download(): void {
  const folder = electronFolder()
  if (folder === null) return
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  print(t('start.download', { version }))
  // Its output would be a long error message; all that matters is whether the program exists afterwards.
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: DOWNLOAD_MS })
}

/** Runs the shell as if it had been started directly: with the same input and output, signals and exit code. */
function run(program: string, programArgs: string[]): void {
  const child = spawn(program, programArgs, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`${t('start.failed', { program, problem: error.message })}\n`)
    process.exit(1)
  })
  child.on('exit', (code) => process.exit(code ?? 1))
}
