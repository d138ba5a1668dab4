import { spawn } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { desktopShell, type RunningDesktop } from '../support/desktop.ts'
import { findFile } from '../support/find-file.ts'
import { type Home, homeEnvironment } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { findDesktopUser } from '../support/ordinary-user.ts'
import { root } from '../support/programs.ts'
import { giveHome } from './give-home.ts'
import { makeGround } from './ground.ts'
import { type Random, seeded } from './random.ts'
import { count, emptyRow, type Outcome, repeat } from './row.ts'

export interface StartOptions {
  runs: number
  seed: number
}

/** Timeout in which a second instance ends and a first instance is ready. */
const TIMEOUT_MS = 20_000

/**
 * R8: the program is started while it is already running, once or several times at once, also after it was killed. One
 * instance keeps running; the others end on their own without touching the library; the window of the first comes to
 * the front; what a killed instance left behind does not block a start.
 */
export async function startTwice({ runs, seed }: StartOptions): Promise<Outcome> {
  const row = emptyRow('R8', 'started again while it runs, and after a kill')
  if (desktopShell.missing !== null) return { target: row.target, test: row.test, skipped: desktopShell.missing }
  const random = seeded(seed)
  const home = await desktopShell.makeHome()
  let kills = 0
  let lanyard: RunningDesktop | null = null
  try {
    await makeGround(join(home.folder, 'Documents'), 100_000)
    await giveHome(home)
    await repeat(row, runs, 1, async () => {
      if (lanyard !== null && random.chance(0.3)) {
        await lanyard.kill()
        lanyard = null
        kills++
      }
      const faults: string[] = []
      if (lanyard === null && random.chance(0.5)) faults.push(...(await startAtOnce(home, 2 + random.below(2))))
      lanyard ??= await openPatiently(home, faults)
      const beside = lanyard === null ? null : await startBeside(lanyard, home, random)
      // Here, the number of instances that ended.
      count(row, { acknowledged: beside?.ended ?? 0, faults: [...faults, ...(beside?.faults ?? [])] })
    })
    row.remark = `${kills} of them after a kill`
  } finally {
    await (lanyard as RunningDesktop | null)?.kill()
    await home.remove()
  }
  return row
}

async function openPatiently(home: Home, faults: string[]): Promise<RunningDesktop | null> {
  try {
    const lanyard = await desktopShell.open({ home })
    await lanyard.page.getByRole('heading', { level: 2 }).first().waitFor()
    return lanyard
  } catch (error) {
    faults.push(`it did not start: ${String(error).split('\n')[0]}`)
    return null
  }
}

async function startBeside(lanyard: RunningDesktop, home: Home, random: Random) {
  const faults: string[] = []
  const file = await findFile(home.library, 'trip.json')
  const before = [(await stat(file, { bigint: true })).mtimeNs, (await readFile(file)).toString('latin1')]
  await inMain(lanyard.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide(), null)
  const starts = Array.from({ length: 1 + random.below(3) }, () => startProgram(home))
  const ends = await Promise.all(starts.map(({ ended }) => ended))
  faults.push(...ends.filter((end) => end !== 'ended'))
  for (const { kill } of starts) kill()
  const isSeen = () =>
    inMain(lanyard.app, ({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()), null)
  const deadline = performance.now() + TIMEOUT_MS
  let seen = await isSeen()
  while (!(seen.length === 1 && seen[0] === true) && performance.now() < deadline) {
    await pause(20)
    seen = await isSeen()
  }
  if (seen.length !== 1) faults.push(`there are ${seen.length} windows`)
  else if (seen[0] !== true) faults.push('the first window did not come forward')
  const after = [(await stat(file, { bigint: true })).mtimeNs, (await readFile(file)).toString('latin1')]
  if (before.some((value, index) => value !== after[index])) faults.push('the trip’s file was touched')
  return { ended: ends.filter((end) => end === 'ended').length, faults }
}

/** No instance is running, and several start at the same moment: one of them stays. */
async function startAtOnce(home: Home, number: number): Promise<string[]> {
  const starts = Array.from({ length: number }, () => startProgram(home))
  const running = new Set(starts)
  for (const start of starts) void start.ended.then(() => running.delete(start))
  const deadline = performance.now() + TIMEOUT_MS / 2
  while (running.size > 1 && performance.now() < deadline) await pause(50)
  // If none stayed, the last one would be gone soon too.
  await pause(1_000)
  const faults = running.size === 1 ? [] : [`of ${number} that started at once, ${running.size} run`]
  for (const { kill } of starts) kill()
  await Promise.all(starts.map(({ ended }) => ended))
  return faults
}

/** Starts the program the way a user does. */
function startProgram(home: Home): { ended: Promise<string>; kill: () => void } {
  const user = findDesktopUser()
  if (user === null) throw new Error('There is no Electron.')
  const flags = user.hasSandbox ? [] : ['--no-sandbox']
  const child = spawn(user.program, [...flags, root, `--user-data-dir=${home.own}`], {
    cwd: root,
    env: homeEnvironment(home),
    stdio: 'ignore',
  })
  const ended = new Promise<string>((resolve) => {
    const timer = setTimeout(resolve, TIMEOUT_MS, 'a second program went on running')
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      resolve(code === 0 ? 'ended' : `a second program ended with ${code ?? signal}`)
    })
  })
  return { ended, kill: () => void child.kill('SIGKILL') }
}
