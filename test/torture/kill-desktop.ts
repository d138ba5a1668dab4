import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { desktopShell } from '../support/desktop.ts'
import type { Home } from '../support/home.ts'
import { giveHome } from './give-home.ts'
import { type Ground, makeGround } from './ground.ts'
import { openHeavyEntry, putHeavyEntry } from './heavy-entry.ts'
import { sizeOf } from './kill-engine.ts'
import { seeded } from './random.ts'
import { restart } from './restart.ts'
import { count, emptyRow, type Outcome, repeat } from './row.ts'
import { compareTexts, WRITERS } from './save-texts.ts'
import { writeFromPage } from './write-from-page.ts'

export interface DesktopKillOptions {
  runs: number
  /** Approximate size of the trip's file. */
  bytes: number
  seed: number
  /** Number of programs that run at once, each with its own profile and library. Default: 2. */
  atOnce?: number
  /** The names of pathological texts, of which each run opens the next one in the window before it saves. */
  openTexts?: readonly string[]
}

/** Timeout for the first save beside an open text, in milliseconds. */
const FIRST_SAVE_MS = 20_000

/**
 * R1: the main process of the real desktop program is killed at a random moment while its page saves as fast as
 * possible; then the file is read, and the engine is started on it. The next run starts the program on the same profile
 * and library. If texts are open meanwhile, they hold up no save.
 */
export async function killDesktop({
  runs,
  bytes,
  seed,
  atOnce = 2,
  openTexts = [],
}: DesktopKillOptions): Promise<Outcome> {
  const beside = openTexts.length === 0 ? '' : ', a text open that is hard to show'
  const row = emptyRow('R1', `SIGKILL while saving ${sizeOf(bytes)}, desktop’s main process${beside}`)
  if (desktopShell.missing !== null) return { target: row.target, test: row.test, skipped: desktopShell.missing }
  const random = seeded(seed)
  const homes = new Map<number, { home: Home; ground: Ground }>()
  let inTheMiddle = 0
  let longestWait = { ms: 0, shape: '' }
  try {
    await repeat(row, runs, atOnce, async (index, lane) => {
      const { home, ground } = homes.get(lane) ?? (await prepare(bytes))
      homes.set(lane, { home, ground })
      const shape = openTexts[index % openTexts.length]
      if (shape !== undefined) await putHeavyEntry(ground, shape)
      await giveHome(home)
      const acknowledged: number[] = []
      const refusals: string[] = []
      const lanyard = await desktopShell.open({ home })
      try {
        lanyard.page.on('console', (message) => {
          const [word, ...rest] = message.text().split(' ')
          if (word === 'saved') acknowledged.push(Number(rest[0]))
          if (word === 'refused') refusals.push(rest.join(' '))
        })
        if (shape !== undefined) await openHeavyEntry(lanyard.page)
        const begin = performance.now()
        await writeFromPage(lanyard.page, ground, WRITERS)
        if (shape !== undefined) {
          while (acknowledged.length + refusals.length === 0 && performance.now() - begin < FIRST_SAVE_MS)
            await pause(5)
          if (acknowledged.length === 0) refusals.push(`nothing was saved beside "${shape}"`)
          const ms = performance.now() - begin
          if (ms > longestWait.ms) longestWait = { ms, shape }
        }
        await pause(random.next() * (400 + bytes / 10_000))
      } finally {
        await lanyard.kill()
      }
      const { trip, unreadable, before, temporary } = await restart(ground.documents, ground.tripId)
      if (before.length > 0) inTheMiddle++
      const kept = trip === null ? null : compareTexts(trip, ground.entryIds, ground.textLength, acknowledged)
      count(row, {
        acknowledged: acknowledged.length,
        unreadable: unreadable.length > 0 ? 1 : 0,
        lost: kept === null ? acknowledged.length : kept.lost,
        temporary,
        faults: [...(kept?.faults ?? []), ...refusals],
      })
      ground.next = Math.max(ground.next, kept?.last ?? 0) + WRITERS
      if (kept === null) {
        homes.delete(lane)
        await home.remove()
      }
    })
  } finally {
    for (const { home } of homes.values()) await home.remove()
  }
  const waits = `first save after ${Math.round(longestWait.ms)} ms at most, beside "${longestWait.shape}"`
  row.remark = [`${inTheMiddle} kills in the middle of a write`, ...(longestWait.ms > 0 ? [waits] : [])].join('; ')
  return row
}

async function prepare(bytes: number) {
  const home = await desktopShell.makeHome()
  const ground = await makeGround(join(home.folder, 'Documents'), bytes)
  return { home, ground }
}
