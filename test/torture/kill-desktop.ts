import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { desktopShell } from '../support/desktop.ts'
import type { Home } from '../support/home.ts'
import { giveHome } from './give-home.ts'
import { type Ground, makeGround } from './ground.ts'
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
}

/**
 * R1: the main process of the real desktop program is killed at a random moment while its page saves as fast as
 * possible; then the file is read, and the engine is started on it. The next run starts the program on the same profile
 * and library.
 */
export async function killDesktop({ runs, bytes, seed, atOnce = 2 }: DesktopKillOptions): Promise<Outcome> {
  const row = emptyRow('R1', `SIGKILL while saving ${sizeOf(bytes)}, desktop’s main process`)
  if (desktopShell.missing !== null) return { target: row.target, test: row.test, skipped: desktopShell.missing }
  const random = seeded(seed)
  const homes = new Map<number, { home: Home; ground: Ground }>()
  let inTheMiddle = 0
  try {
    await repeat(row, runs, atOnce, async (_, lane) => {
      const { home, ground } = homes.get(lane) ?? (await prepare(bytes))
      homes.set(lane, { home, ground })
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
        await writeFromPage(lanyard.page, ground, WRITERS)
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
  row.remark = `${inTheMiddle} kills in the middle of a write`
  return row
}

async function prepare(bytes: number) {
  const home = await desktopShell.makeHome()
  const ground = await makeGround(join(home.folder, 'Documents'), bytes)
  return { home, ground }
}
