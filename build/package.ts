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
 * `npm run package`: makes what can be installed on this system, into `dist`, and looks at what has become of it.
 *
 *   npm run package                          all kinds of this system, for its own processor
 *   npm run package -- deb tar.gz            some kinds; "dir" is the program alone, without an installer
 *   npm run package -- --arch x64 --arch arm64
 *   npm run package -- --output FOLDER
 */

const root = resolve(import.meta.dirname, '..')
// fpm looks for files from where it is called.
process.chdir(root)
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

const { values, positionals: kinds } = parseArgs({
  options: { arch: { type: 'string', multiple: true }, output: { type: 'string', default: 'dist' } },
  allowPositionals: true,
})

const platform = Platform.current()
// One application for both processors of a Mac, unless one of them is asked for.
const arches = values.arch ?? [platform === Platform.MAC ? 'universal' : process.arch]

// Whoever builds the same commit once more gets the same bytes: nothing in the package takes the time from the clock.
process.env['SOURCE_DATE_EPOCH'] ??= String(commitDate())
await makeResources(root, manifest.version, Number(process.env['SOURCE_DATE_EPOCH']))

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
// Those of one processor that went into an application for both are gone by now.
for (const folder of [...folders].filter((path) => existsSync(path))) {
  const { own, problems } = await inspect(folder)
  say(`${relative(root, folder)}: Lanyard's own part has ${megabytes(own)}.`)
  for (const problem of problems) say(`  ${problem}`)
  failed ||= problems.length > 0
}
for (const file of made) if (existsSync(file)) say(`${relative(root, file)}: ${megabytes(statSync(file).size)}`)
process.exitCode = failed ? 1 : 0

function readArch(name: string): Arch {
  const arch = { x64: Arch.x64, arm64: Arch.arm64, universal: Arch.universal }[name]
  if (arch === undefined) throw new Error(`Lanyard is made for x64, arm64 and, on a Mac, universal; not for ${name}.`)
  return arch
}

/** When the commit was made that is checked out, in seconds since 1970; now, where there is no commit. */
function commitDate(): number {
  try {
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }))
  } catch {
    return Math.floor(Date.now() / 1000)
  }
}

/**
 * Without a certificate a Mac's program gets a signature that names nobody, for a Mac with Apple's processor runs none that
 * has none at all. The hardened runtime would refuse it its own libraries then, as they name nobody either.
 */
function signature(): Configuration['mac'] {
  const hasCertificate = ['CSC_LINK', 'CSC_NAME'].some((name) => Boolean(process.env[name]))
  return hasCertificate ? {} : { identity: '-', hardenedRuntime: false }
}

/** The Electron that `ELECTRON_OVERRIDE_DIST_PATH` names, where its download site cannot be reached. */
function otherElectron(): Pick<Configuration, 'electronDist' | 'electronVersion' | 'afterExtract'> {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
  if (folder === '') return {}
  return {
    electronDist: folder,
    electronVersion: readFileSync(join(folder, 'version'), 'utf8').trim(),
    // electron-builder takes them out of an Electron that it has fetched itself.
    afterExtract: async ({ appOutDir }) => {
      for (const name of ['version', 'resources/default_app.asar']) await rm(join(appOutDir, name), { force: true })
    },
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
}
