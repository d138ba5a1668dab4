import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../support/programs.ts'
import { type Start, startDesktop } from '../support/start-desktop.ts'
import { openDesktop } from './desktop.ts'
import { inventLibrary } from './invent-library.ts'
import { compare, type Measurement, type Skipped } from './measurement.ts'
import { bareWindow } from './open-window.ts'

const TRIPS = 20
const ROUNDS = 5
const NAMES = { main: 'memory of the main process, with 20 trips', page: 'memory of the page, with 20 trips' }

/** How long the program is at rest before it is asked, in milliseconds. */
const REST_MS = 6_000

type Memory = Start['memory']

/** How much the main process and the page hold in memory once the library is shown and everything is at rest. */
export async function measureMemory(folder: string): Promise<(Measurement | Skipped)[]> {
  const desktop = await openDesktop()
  if (typeof desktop === 'string') return Object.values(NAMES).map((name) => ({ name, skipped: desktop }))
  const library = await inventLibrary(join(folder, 'library'), TRIPS)
  const home = join(folder, 'home')
  await mkdir(home)
  await desktop.give(folder)

  const hold = async (app: string, own: string, shown: string, args: string[] = []) => {
    const flags = [...desktop.flags, app, `--user-data-dir=${join(folder, own)}`, ...args]
    const order = { program: desktop.program, args: flags, environment: desktop.environment(home) }
    return (await startDesktop({ ...order, shown, stays: REST_MS })).memory
  }
  const all = { ours: [] as Memory[], bare: [] as Memory[] }
  try {
    for (let round = 0; round < ROUNDS; round++) {
      all.ours.push(await hold(root, 'ours', '.trip-card', ['--library', library]))
      all.bare.push(await hold(bareWindow, 'bare', 'button'))
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
