import { readFile, rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { OpenWindow } from './open-window.ts'

/** How long the frames of a window were on the screen, and how long its page took for each, in milliseconds. */
export interface Frames {
  /** The times between two frames that came onto the screen. */
  shown: number[]
  /** The times between two frames that the page's own thread made: the screen may scroll meanwhile, without new rows. */
  made: number[]
}

/** What Chromium notes when a frame has come onto the screen. */
const SHOWN = 'Display::FrameDisplayed'

/**
 * Records the frames of a window during some work. The page changes one pixel in each, so that a frame is missing only if
 * somebody was too slow for it.
 *
 * @param file absolute, for Chromium's trace
 */
export async function recordFrames(
  { app, page }: OpenWindow,
  file: string,
  work: () => Promise<void>,
): Promise<Frames> {
  await page.evaluate(tick)
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['viz', 'benchmark'], excluded_categories: ['*'] }),
  )
  await startCounting(page)
  await work()
  const made = await page.evaluate(() => (window as unknown as { stopCounting: () => number[] }).stopCounting())
  await app.evaluate(({ contentTracing }, path) => contentTracing.stopRecording(path), file)
  const shown = shownIn(await readFile(file, 'utf8'))
  await rm(file)
  return { shown: gaps(shown), made: gaps(made) }
}

/** Runs in the page. */
function tick(): void {
  const pixel = document.createElement('div')
  pixel.style.cssText = 'position: fixed; right: 0; bottom: 0; width: 1px; height: 1px; z-index: 9999'
  document.body.append(pixel)
  let times: number[] | null = null
  let count = 0
  const draw = () => {
    times?.push(performance.now())
    pixel.style.background = count++ % 2 === 0 ? '#fff' : '#eee'
    requestAnimationFrame(draw)
  }
  requestAnimationFrame(draw)
  Object.assign(window, {
    startCounting: () => (times = []),
    stopCounting: () => times ?? [],
  })
}

const startCounting = (page: Page) =>
  page.evaluate(() => (window as unknown as { startCounting: () => void }).startCounting())

interface TraceEvent {
  name: string
  /** In microseconds. */
  ts: number
}

function shownIn(trace: string): number[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] }
  return traceEvents
    .filter(({ name }) => name === SHOWN)
    .map(({ ts }) => ts / 1000)
    .toSorted((a, b) => a - b)
}

function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? NaN))
}
