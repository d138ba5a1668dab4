import type { ElectronApplication, Page } from 'playwright-core'
import { inMain } from '../support/in-main.ts'
import { followThread, type ThreadClock } from './thread-clock.ts'

/**
 * The longest times for which a thread could do nothing else, in milliseconds. Time for which other programs had the
 * processor is not counted, as far as the system tells.
 */
export interface WindowBlocks {
  page: number
  main: number
}

export interface WindowWatch {
  /** The longest since this was last called. */
  take(): Promise<WindowBlocks>
  /**
   * The same, but first waits until what was begun is over: until both threads have been free for a moment, or for this
   * long, in milliseconds.
   */
  settle(limit: number): Promise<WindowBlocks>
  /** What the page's process has in memory (RSS), in bytes. */
  memory(): Promise<number>
  stop(): void
}

/** A time for which a thread did not answer, in milliseconds since 1970. */
interface Gap {
  from: number
  to: number
}

interface Beats {
  last: number
  gaps: Gap[]
}

/** How often a thread is asked whether it is free, in milliseconds. */
const INTERVAL = 5

/** A thread that was blocked for less than this during {@link MOMENT} has nothing left to do, in milliseconds. */
const CALM = 40
const MOMENT = 100

/** Measures for how long the page and the main process of the desktop do nothing else. */
export async function watchWindow(app: ElectronApplication, page: Page): Promise<WindowWatch> {
  await page.addInitScript(beat, INTERVAL)
  await page.evaluate(beat, INTERVAL)
  await inMain(
    app,
    (_, interval) => {
      const beats: Beats = { last: performance.timeOrigin + performance.now(), gaps: [] }
      Object.assign(globalThis, { beats })
      setInterval(() => {
        const at = performance.timeOrigin + performance.now()
        if (at - beats.last > 3 * interval) beats.gaps.push({ from: beats.last + interval, to: at })
        beats.last = performance.timeOrigin + performance.now()
      }, interval)
    },
    INTERVAL,
  )
  const pids = await inMain(
    app,
    ({ app: program }) => ({
      main: process.pid,
      page: program.getAppMetrics().find(({ type }) => type === 'Tab')?.pid ?? 0,
    }),
    null,
  )
  const clocks = { page: followThread(pids.page), main: followThread(pids.main) }
  const take = async () => ({
    page: longestOf(await page.evaluate(readGaps), clocks.page),
    main: longestOf(await inMain(app, readGaps, null), clocks.main),
  })
  return {
    take,
    memory: () =>
      inMain(
        app,
        ({ app: program }) => {
          const pages = program.getAppMetrics().filter(({ type }) => type === 'Tab')
          return 1024 * Math.max(...pages.map(({ memory }) => memory.workingSetSize))
        },
        null,
      ),
    async settle(limit) {
      const until = performance.now() + limit
      let [whole, last] = [await take(), { page: CALM, main: CALM }]
      while ((last.page >= CALM || last.main >= CALM) && performance.now() < until) {
        await page.waitForTimeout(MOMENT)
        last = await take()
        whole = { page: Math.max(whole.page, last.page), main: Math.max(whole.main, last.main) }
      }
      return whole
    },
    stop() {
      for (const clock of Object.values(clocks)) clock.stop()
    },
  }
}

/** The longest of the times for which a thread did not answer, as far as it worked meanwhile. */
function longestOf(gaps: readonly Gap[], clock: ThreadClock): number {
  return Math.max(0, ...gaps.map(({ from, to }) => Math.min(to - from, clock.workBetween(from, to))))
}

/** Runs in the page. */
function beat(interval: number): void {
  const beats: Beats = { last: performance.timeOrigin + performance.now(), gaps: [] }
  Object.assign(globalThis, { beats })
  setInterval(() => {
    const at = performance.timeOrigin + performance.now()
    if (at - beats.last > 3 * interval) beats.gaps.push({ from: beats.last + interval, to: at })
    beats.last = performance.timeOrigin + performance.now()
  }, interval)
}

/** Runs in the page and in the main process. */
function readGaps(): Gap[] {
  const { beats } = globalThis as unknown as { beats: Beats }
  return beats.gaps.splice(0)
}
