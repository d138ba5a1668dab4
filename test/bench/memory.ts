import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { root } from '../support/programs.ts'
import { openDesktop } from './desktop.ts'
import { inventTrip } from './invent-trip.ts'
import { compare, type Measurement, type Skipped } from './measurement.ts'
import { bareWindow } from './open-window.ts'

const TRIPS = 20
const ROUNDS = 5
const NAMES = { main: 'memory of the main process, with 20 trips', page: 'memory of the page, with 20 trips' }

/** Megabytes. */
interface Memory {
  main: number
  page: number
}

/** How much the main process and the page hold in memory once the library is shown and everything is at rest. */
export async function measureMemory(folder: string): Promise<(Measurement | Skipped)[]> {
  const desktop = await openDesktop()
  if (typeof desktop === 'string') return Object.values(NAMES).map((name) => ({ name, skipped: desktop }))
  const library = openLibrary({ folder: join(folder, 'library') })
  for (let index = 0; index < TRIPS; index++) await library.create(inventTrip(`Trip ${index}`, 20, 1_000))
  await library.close()
  const home = join(folder, 'home')
  await mkdir(home)
  await desktop.give(folder)

  const hold = (app: string, own: string, args: string[] = []) =>
    holdMemory(desktop.program, [...desktop.flags, app, `--user-data-dir=${join(folder, own)}`, ...args], home)
  const all = { ours: [] as Memory[], bare: [] as Memory[] }
  try {
    for (let round = 0; round < ROUNDS; round++) {
      all.ours.push(await hold(root, 'ours', ['--library', library.folder]))
      all.bare.push(await hold(bareWindow, 'bare'))
    }
  } finally {
    desktop.close()
  }
  const row = (of: keyof Memory): Measurement => {
    const samples = { ours: all.ours.map((memory) => memory[of]), baseline: all.bare.map((memory) => memory[of]) }
    const what = { name: NAMES[of], against: 'a bare Electron window', statistic: 'median', target: 1.3 } as const
    return { ...compare(what, samples), unit: 'MB' }
  }
  return [row('main'), row('page')]
}

/** Starts a program, waits until it says how much memory it holds, and ends it. */
function holdMemory(program: string, args: readonly string[], home: string): Promise<Memory> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['-r', join(import.meta.dirname, 'report-memory.cjs'), ...args], {
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    })
    let [said, complaints] = ['', '']
    child.stdout.on('data', (data: Buffer) => (said += data.toString()))
    child.stderr.on('data', (data: Buffer) => (complaints += data.toString()))
    child.on('error', reject)
    child.on('close', () => {
      const [, main, page] = /memory (\d+) (\d+)/.exec(said) ?? []
      if (main === undefined || page === undefined)
        reject(new Error(`It said nothing about its memory.\n${complaints}`))
      else resolve({ main: Number(main) / 1024, page: Number(page) / 1024 })
    })
  })
}
