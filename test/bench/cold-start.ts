import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openLibrary } from '../../electron/journal/library/library.ts'
import { root } from '../support/programs.ts'
import { openDesktop } from './desktop.ts'
import { inventTrip } from './invent-trip.ts'
import { compare, type Measurement, type Skipped, takeTurns } from './measurement.ts'

const NAME = 'cold start to a usable window'
const TRIPS = 20
/** A start that takes longer has failed. */
const PATIENCE_MS = 60_000

/** From the start of the process until the trips can be seen and clicked, beside a window with one button. */
export async function measureColdStart(folder: string): Promise<(Measurement | Skipped)[]> {
  const desktop = await openDesktop()
  if (typeof desktop === 'string') return [{ name: NAME, skipped: desktop }]
  const library = openLibrary({ folder: join(folder, 'library') })
  for (let index = 0; index < TRIPS; index++) await library.create(inventTrip(`Trip ${index}`, 20, 1_000))
  await library.close()
  await mkdir(join(folder, 'home'))
  await desktop.give(folder)

  const start = (app: string, usable: string, own: string, args: string[] = []) =>
    timeToUsable(
      desktop.program,
      ['-r', join(import.meta.dirname, 'report-usable.cjs'), ...desktop.flags, app, `--user-data-dir=${own}`, ...args],
      { ...process.env, HOME: join(folder, 'home'), XDG_CONFIG_HOME: join(folder, 'home'), BENCH_USABLE: usable },
    )
  try {
    const samples = await takeTurns(
      15,
      2,
      () => start(root, '.trip-card', join(folder, 'ours'), ['--library', library.folder]),
      () => start(join(import.meta.dirname, 'bare-window'), 'button', join(folder, 'bare')),
    )
    return [compare({ name: NAME, against: 'a bare Electron window', statistic: 'median', target: 1.5 }, samples)]
  } finally {
    desktop.close()
  }
}

function timeToUsable(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const begin = performance.now()
    let usable = NaN
    let said = ''
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    child.stdout.on('data', (data: Buffer) => {
      if (data.toString().includes('usable')) usable = performance.now() - begin
    })
    child.stderr.on('data', (data: Buffer) => (said += data.toString()))
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      if (Number.isNaN(usable)) reject(new Error(`The window was never usable.\n${said}`))
      else resolve(usable)
    })
  })
}
