import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { changePlan, changeProgramme } from '../../electron/journal/programmes/programme-store.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { editPlan } from '../../electron/shared/programme/edit-plan.ts'
import { ok } from '../../electron/shared/result.ts'
import { root } from '../support/programs.ts'
import { type Desktop, openDesktop } from './desktop.ts'
import { inventFilters, inventProgramme } from './invent-programme.ts'
import { inventTrip } from './invent-trip.ts'
import { type Limit, quantile, type Skipped } from './measurement.ts'
import { pressKey, startRecording } from './record-paints.ts'

/** As many as the largest of the known programmes has. */
const SESSIONS = 1_351
const NAME = `keystroke to paint in the search of ${SESSIONS} sessions`
const STARS = 60
const WORDS = 60

/** Filtering a large programme, letter by letter, in the window. */
export async function measureProgramme(folder: string): Promise<(Limit | Skipped)[]> {
  const desktop = await openDesktop()
  if (typeof desktop === 'string') return [{ name: NAME, skipped: desktop }]
  const library = join(folder, 'library')
  await makeLibrary(library)
  await mkdir(join(folder, 'home'))
  await desktop.give(folder)
  const { page, close } = await openWindow(desktop, folder, library)
  try {
    await page.locator('.trip-card').click()
    await page.locator('.trip-bar').waitFor()
    await page.keyboard.press('ControlOrMeta+2')
    await page.locator('.session-row').first().waitFor()
    // Abstracts are prepared for the search in the meantime.
    await page.waitForTimeout(3_000)
    await page.keyboard.press('/')
    await startRecording(page)
    const times: number[] = []
    for (const word of inventFilters(WORDS)) times.push(...(await typeWord(page, word)))
    return [
      {
        name: NAME,
        longest: quantile(times, 0.95),
        limit: 16,
        remark: `p95 of ${times.length}, median ${quantile(times, 0.5).toFixed(1)} ms; without waiting for the screen`,
      },
    ]
  } finally {
    await close()
    desktop.close()
  }
}

async function makeLibrary(folder: string): Promise<void> {
  const library = openLibrary({ folder })
  const trip = inventTrip('A trip', 20, 1_000)
  await library.create(trip)
  const programme = inventProgramme(SESSIONS, trip.firstDay)
  await changeProgramme(library, trip.id, () => ok(programme))
  const starred = programme.sessions.filter((_, index) => index % Math.floor(SESSIONS / STARS) === 0)
  const edits = starred.map(({ id }) => ({ edit: 'star', sessionId: id, star: 'go' }) as const)
  await changePlan(library, trip.id, (plan) => editPlan(plan, edits, '2026-04-02T09:00:00Z'))
  await library.close()
}

async function openWindow(
  desktop: Desktop,
  folder: string,
  library: string,
): Promise<{ page: Page; close: () => Promise<void> }> {
  const running = await _electron.launch({
    executablePath: desktop.program,
    chromiumSandbox: desktop.hasSandbox,
    args: [
      ...desktop.flags,
      // The limit is for what the program does. A frame that waits for the screen takes up to 16.7 ms more.
      '--disable-gpu-vsync',
      '--disable-frame-rate-limit',
      root,
      `--user-data-dir=${join(folder, 'own')}`,
      '--library',
      library,
    ],
    env: {
      ...(process.env as Record<string, string>),
      HOME: join(folder, 'home'),
      XDG_CONFIG_HOME: join(folder, 'home'),
    },
  })
  return { page: await running.firstWindow(), close: () => running.close() }
}

/** Types a word into the search and takes it back, with the time that each key took. */
async function typeWord(page: Page, word: string): Promise<number[]> {
  const times: number[] = []
  for (const letter of word) times.push(await pressKey(page, letter))
  for (const _ of word) times.push(await pressKey(page, 'Backspace'))
  return times
}
