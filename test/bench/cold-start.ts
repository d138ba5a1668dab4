import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../support/programs.ts'
import { openDesktop } from './desktop.ts'
import { inventLibrary } from './invent-library.ts'
import { compare, type Measurement, quantile, type Skipped } from './measurement.ts'
import { bareWindow } from './open-window.ts'
import { type Start, startDesktop, type StartOrder } from '../support/start-desktop.ts'

const NAME = 'cold start'
const TRIPS = 20
const ROUNDS = 15
const WARM_UP = 2

/** What is there once React draws the trips: it names its elements. */
const DRAWN = '.trip-card [id^="react-aria"]'
/** What says that a click on a trip has been noticed: the trip looks different, or is there. */
const ANSWERED = '[data-pressed], .trip-frame'
/** How long the first start goes on, in milliseconds: until it has kept what the next ones begin with. */
const STAYS = 5_000

/**
 * Times from the start of the process, compared to a window with one button: until the trips are painted, until a click
 * on one of them at that moment is noticed, and until the page's own code answers. A click counts only if it opens the
 * trip.
 */
export async function measureColdStart(folder: string): Promise<(Measurement | Skipped)[]> {
  const desktop = await openDesktop()
  if (typeof desktop === 'string') return [{ name: NAME, skipped: desktop }]
  const library = await inventLibrary(join(folder, 'library'), TRIPS)
  const home = join(folder, 'home')
  await mkdir(home)
  await desktop.give(folder)

  const start = (
    app: string,
    own: string,
    order: Omit<StartOrder, 'program' | 'args' | 'environment'>,
    args: string[] = [],
  ) =>
    startDesktop({
      program: desktop.program,
      args: [...desktop.flags, app, `--user-data-dir=${join(folder, own)}`, ...args],
      environment: desktop.environment(home),
      ...order,
    })
  const ours = async (order: Omit<StartOrder, 'program' | 'args' | 'environment' | 'shown'>) => {
    // What was opened last time would be opened again.
    await rm(join(folder, 'ours', 'place.json'), { force: true })
    return await start(root, 'ours', { shown: '.trip-card', ...order }, ['--library', library])
  }
  const startBare = () =>
    start(bareWindow, 'bare', {
      shown: 'button',
      acts: [{ after: 0, click: 'button' }],
      answered: '.answering',
      done: '.answering',
    })
  const startAndClick = () =>
    ours({ acts: [{ after: 0, click: '.trip-card' }], answered: ANSWERED, done: '.trip-frame' })
  try {
    await ours({ stays: STAYS })
    const starts = { clicked: [] as Start[], drawn: [] as Start[], bare: [] as Start[] }
    for (let round = 0; round < ROUNDS + WARM_UP; round++) {
      // In turn, so that a busy moment of the machine affects all of them.
      const [clicked, drawn, bare] = [await startAndClick(), await ours({ done: DRAWN }), await startBare()]
      if (round < WARM_UP) continue
      starts.clicked.push(clicked)
      starts.drawn.push(drawn)
      starts.bare.push(bare)
    }
    const compareStarts = (name: string, target: number, of: readonly number[], baseline: readonly number[]) =>
      compare(
        { name: `${NAME} ${name}`, against: 'a bare Electron window', statistic: 'median', target },
        { ours: [...of], baseline: [...baseline] },
      )
    const painted = starts.bare.map(({ ms }) => ms)
    return [
      compareStarts(
        'to the first paint of the trips',
        1.15,
        starts.drawn.map(({ ms }) => ms),
        painted,
      ),
      {
        ...compareStarts('to a usable window', 1.25, answered(starts.clicked), answered(starts.bare)),
        remark: `the trip is open after ${Math.round(quantile(done(starts.clicked), 0.5))} ms`,
      },
      compareStarts("until the page's own code answers", 1.45, done(starts.drawn), painted),
    ]
  } finally {
    desktop.close()
  }
}

const answered = (starts: readonly Start[]) => starts.map((start) => start.answered ?? Infinity)
const done = (starts: readonly Start[]) => starts.map((start) => start.done ?? Infinity)
