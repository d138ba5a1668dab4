import type { ElectronApplication, Page } from 'playwright-core'
import { inMain } from '../support/in-main.ts'

/** The longest times for which a thread could do nothing else, in milliseconds. */
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
}

interface Beats {
  last: number
  longest: number
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
      const beats: Beats = { last: performance.now(), longest: 0 }
      Object.assign(globalThis, { beats })
      setInterval(() => {
        const now = performance.now()
        beats.longest = Math.max(beats.longest, now - beats.last - interval)
        beats.last = now
      }, interval)
    },
    INTERVAL,
  )
  const take = async () => ({ page: await page.evaluate(readBeats), main: await inMain(app, readBeats, null) })
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
  }
}

/** Runs in the page. */
function beat(interval: number): void {
  const beats: Beats = { last: performance.now(), longest: 0 }
  Object.assign(globalThis, { beats })
  setInterval(() => {
    const now = performance.now()
    beats.longest = Math.max(beats.longest, now - beats.last - interval)
    beats.last = now
  }, interval)
}

/** Runs in the page and in the main process. */
function readBeats(): number {
  const { beats } = globalThis as unknown as { beats: Beats }
  const { longest } = beats
  beats.longest = 0
  return longest
}
