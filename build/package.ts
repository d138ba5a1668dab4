import { Arch, build, Platform, type Configuration } from 'electron-builder'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { config } from '../electron-builder.config.ts'
import manifest from '../package.json' with { type: 'json' }
import { inspect } from './inspect.ts'
import { makeResources } from './resources.ts'

/*
 * `npm run package` makes the installers for this system in `dist`, and inspects the result.
 *
 *   npm run package                          every kind for this system and its processor
 *   npm run package -- deb tar.gz            some kinds; "dir" is the unpacked program
 *   npm run package -- --arch x64 --arch arm64
 *   npm run package -- --output FOLDER
 */

const root = resolve(import.meta.dirname, '..')
// fpm resolves paths against the current folder.
process.chdir(root)
const print = (sentence: string) => process.stdout.write(`${sentence}\n`)

const { values, positionals: kinds } = parseArgs({
  options: { arch: { type: 'string', multiple: true }, output: { type: 'string', default: 'dist' } },
  allowPositionals: true,
})

const platform = Platform.current()
// On a Mac, one application serves both processors unless one is named.
const arches = values.arch ?? [platform === Platform.MAC ? 'universal' : process.arch]

// The same commit gives the same bytes again: nothing in the package takes its time from the clock.
process.env['SOURCE_DATE_EPOCH'] ??= String(commitDate())
await makeResources(root, manifest.version, Number(process.env['SOURCE_DATE_EPOCH']))

// See electron-builder.ts.
process.env['LANYARD_PACKAGING'] = 'yes'
const folders = new Set<string>()
const made = await build({
  projectDir: root,
  publish: 'never',
  targets: platform.createTarget(kinds.length === 0 ? null : kinds, ...arches.map(readArch)),
  config: {
    ...config,
    ...otherElectron(),
    mac: { ...config.mac, ...signature() },
    directories: { ...config.directories, output: resolve(values.output) },
    afterPack: ({ appOutDir }) => void folders.add(appOutDir),
  },
})

let failed = false
// The folders that were merged into an application for both processors no longer exist.
for (const folder of [...folders].filter((path) => existsSync(path))) {
  const { own, problems } = await inspect(folder)
  print(`${relative(root, folder)}: Lanyard without Electron has ${megabytes(own)}.`)
  for (const problem of problems) print(`  ${problem}`)
  failed ||= problems.length > 0
}
for (const file of made) if (existsSync(file)) print(`${relative(root, file)}: ${megabytes(statSync(file).size)}`)
process.exitCode = failed ? 1 : 0

function readArch(name: string): Arch {
  const arch = { x64: Arch.x64, arm64: Arch.arm64, universal: Arch.universal }[name]
  if (arch === undefined)
    throw new Error(`Unknown processor ${name}. Lanyard is built for x64, arm64 and, on a Mac, universal.`)
  return arch
}

/** The time of the commit that is checked out, in seconds since 1970. Without a commit, it is now. */
function commitDate(): number {
  try {
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }))
  } catch {
    return Math.floor(Date.now() / 1000)
  }
}

/**
 * Without a certificate, a program for macOS gets an ad-hoc signature, since Macs with Apple's processor run nothing
 * unsigned. The hardened runtime has to be off then: it would refuse the program its own libraries.
 */
function signature(): Configuration['mac'] {
  const hasCertificate = ['CSC_LINK', 'CSC_NAME'].some((name) => Boolean(process.env[name]))
  return hasCertificate ? {} : { identity: '-', hardenedRuntime: false }
}

/** Use the Electron in `ELECTRON_OVERRIDE_DIST_PATH`, for machines that cannot reach its download site. */
function otherElectron(): Pick<Configuration, 'electronDist' | 'electronVersion' | 'afterExtract'> {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
  if (folder === '') return {}
  return {
    electronDist: folder,
    electronVersion: readFileSync(join(folder, 'version'), 'utf8').trim(),
    // electron-builder removes these only from an Electron that it has downloaded itself.
    afterExtract: async ({ appOutDir }) => {
      for (const name of ['version', 'resources/default_app.asar']) await rm(join(appOutDir, name), { force: true })
    },
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
}
