import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { newTrip } from '../../electron/journal/edits/new-trip.ts'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import { desktopShell, type RunningDesktop } from '../support/desktop.ts'
import type { Home } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { readStoredTrip } from '../support/stored-trip.ts'
import { someTrip } from '../support/trips.ts'
import { giveHome } from './give-home.ts'
import { type Random, seeded } from './random.ts'
import { engineOver, temporaryFiles } from './restart.ts'
import { count, emptyRow, type Outcome, repeat } from './row.ts'

export interface TypingOptions {
  runs: number
  seed: number
  /** The process that is killed: the program's, or only the page's, which the program survives. */
  victim: 'main' | 'page'
  /** Default: 1, because two windows would slow each other down, which would distort the result. */
  atOnce?: number
}

/** Maximum amount of typing that may be lost, in milliseconds. */
const MAX_LOST = 1000

/**
 * R7: a user types in the real window, at varying speed; at a random moment a process is killed. Whatever was typed
 * more than a second before has to be on the disk, down to the last letter.
 */
export async function killTyping({ runs, seed, victim, atOnce = 1 }: TypingOptions): Promise<Outcome> {
  const row = emptyRow('R7', `SIGKILL of the ${victim === 'main' ? 'main process' : 'page'} while somebody types`)
  if (desktopShell.missing !== null) return { target: row.target, test: row.test, skipped: desktopShell.missing }
  const random = seeded(seed)
  const homes = new Map<number, { home: Home; tripId: string; entryId: string }>()
  const losses: number[] = []
  try {
    await repeat(row, runs, atOnce, async (_, lane) => {
      const place = homes.get(lane) ?? (await prepare())
      homes.set(lane, place)
      const { home } = place
      await clear(place)
      await giveHome(home)
      const lanyard = await desktopShell.open({ home })
      let typed: Keystroke[] = []
      let killedAt = 0
      try {
        await openText(lanyard.page)
        typed = typeUntilKilled(lanyard.page, random)
        await pause(500 + random.next() * 3000)
        killedAt = await kill(lanyard, victim)
      } finally {
        await lanyard.kill()
      }
      const { entries } = await readStoredTrip(home.library)
      const kept = entries[0]?.text ?? ''
      const whole = typed.map(({ letter }) => letter).join('')
      const faults = whole.startsWith(kept) ? [] : [`"${kept}" is not how "${whole}" begins`]
      const firstLost = typed[kept.length]
      const lost = firstLost === undefined ? 0 : Math.max(0, killedAt - firstLost.at)
      losses.push(lost)
      // Started again, it leaves no temporary files.
      const engine = await engineOver(join(home.folder, 'Documents'))
      await engine.handlers['library.list']({})
      await engine.close()
      const temporary = await temporaryFiles(home.library)
      count(row, { acknowledged: kept.length, lost: lost > MAX_LOST ? 1 : 0, temporary, faults })
    })
  } finally {
    for (const { home } of homes.values()) await home.remove()
  }
  const sorted = losses.toSorted((a, b) => a - b)
  row.remark = `typing lost: ${ms(sorted[Math.floor(sorted.length / 2)])} as a rule, ${ms(sorted.at(-1))} at most`
  return row
}

interface Keystroke {
  letter: string
  /** When the key was pressed, in milliseconds since 1970. */
  at: number
}

async function prepare() {
  const home = await desktopShell.makeHome()
  const entry = { ...newEntry('note', '2026-04-14', null), title: 'Typed in' }
  const trip = { ...newTrip(someTrip()), entries: [entry] }
  const engine = await engineOver(join(home.folder, 'Documents'))
  const created = await engine.context.library.create(trip)
  await engine.close()
  if (!created.ok) throw new Error(render(created.error))
  return { home, tripId: trip.id, entryId: entry.id }
}

async function clear({ home, tripId, entryId }: { home: Home; tripId: string; entryId: string }): Promise<void> {
  const engine = await engineOver(join(home.folder, 'Documents'))
  const saved = await engine.handlers['entries.save']({ tripId, entryId, changes: { kind: 'note', text: '' } })
  await engine.close()
  if (!saved.ok) throw new Error(render(saved.error))
}

async function openText(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 2, name: 'Lantern Conf 2026' }).click()
  await page.getByRole('grid', { name: 'Entries' }).getByRole('row', { name: 'Typed in' }).click()
  await page.getByRole('textbox', { name: /^Text of / }).click()
}

/** Types letter by letter until the page has gone; the list grows meanwhile. */
function typeUntilKilled(page: Page, random: Random): Keystroke[] {
  const typed: Keystroke[] = []
  const type = async () => {
    for (;;) {
      const letter = typed.length % 6 === 5 ? ' ' : 'abcdefghijklmnopqrstuvwxyz'.charAt(random.below(26))
      typed.push({ letter, at: Date.now() })
      await page.keyboard.press(letter === ' ' ? 'Space' : letter)
      // Bursts of a fast typist, with pauses for thinking.
      await pause(random.chance(0.03) ? 300 + random.next() * 900 : 20 + random.next() * 100)
    }
  }
  // It ends with the page, even if Playwright reports an error.
  void type().catch(() => {})
  return typed
}

/** @returns when, in milliseconds since 1970 */
async function kill({ app, kill: killMain }: RunningDesktop, victim: TypingOptions['victim']): Promise<number> {
  if (victim === 'main') {
    const at = Date.now()
    await killMain()
    return at
  }
  const pid = await inMain(
    app,
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    null,
  )
  if (pid === undefined) throw new Error('There is no page.')
  const at = Date.now()
  process.kill(pid, 'SIGKILL')
  // What the page has already handed over is still being written.
  await pause(500)
  return at
}

function ms(time: number | undefined): string {
  return time === undefined ? 'nothing' : `${Math.round(time)} ms`
}
