import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { root } from '../support/programs.ts'
import { openDesktop } from './desktop.ts'
import { inventTrip } from './invent-trip.ts'
import { type Limit, quantile, type Skipped } from './measurement.ts'
import { bareWindow, openWindow, type OpenWindow } from './open-window.ts'
import { type Frames, recordFrames } from './record-frames.ts'

const ENTRIES = 1_000
const TEXT_LENGTH = 1_000
const SCROLLING = `longest frame while scrolling through ${ENTRIES.toLocaleString('en-GB')} entries`
const SWITCHING = `longest frame while switching between ${ENTRIES.toLocaleString('en-GB')} entries`

/** Two frames of a screen with 60 Hz. */
const LONGEST_MS = 32

/** How far the list is scrolled, in pixels, and how fast, in pixels per second. */
const DISTANCE = 20_000
const SPEED = 4_000

/** How many entries are opened, one after the other, and how long each stays open, in milliseconds. */
const SWITCHES = 60
const PAUSE_MS = 100

/** Whether a trip with many entries can be scrolled and leafed through without a jerk. */
export async function measureFrames(folder: string): Promise<(Limit | Skipped)[]> {
  const desktop = await openDesktop()
  if (typeof desktop === 'string') return [SCROLLING, SWITCHING].map((name) => ({ name, skipped: desktop }))
  const library = join(folder, 'library')
  await makeLibrary(library)
  await mkdir(join(folder, 'home'))
  await desktop.give(folder)
  const ours = await openWindow(desktop, { app: root, folder, own: 'ours', args: ['--library', library] })
  const bare = await openWindow(desktop, { app: bareWindow, folder, own: 'bare' })
  const record = (window: OpenWindow, work: () => Promise<void>) =>
    recordFrames(window, join(folder, 'trace.json'), work)
  try {
    await ours.page.locator('.trip-card').click()
    await ours.page.locator('.entry-row').first().click()
    await ours.page.waitForTimeout(2_000)
    const idle = await record(bare, () => bare.page.waitForTimeout(5_000))
    const scrolled = await record(ours, () => scrollList(ours.page))
    await ours.page.locator('.entry-row').first().click()
    const switched = await record(ours, () => leafThrough(ours.page))
    return [
      { name: SCROLLING, ...longest(scrolled, idle) },
      { name: SWITCHING, ...longest(switched, idle) },
    ]
  } finally {
    await Promise.all([ours.close(), bare.close()])
    desktop.close()
  }
}

async function makeLibrary(folder: string): Promise<void> {
  const library = openLibrary({ folder })
  const trip = inventTrip('A trip', ENTRIES, TEXT_LENGTH)
  await library.create({ ...trip, entries: trip.entries.map((entry) => ({ ...entry, day: trip.firstDay })) })
  await library.close()
}

async function scrollList(page: Page): Promise<void> {
  const box = await page.locator('.entry-rows').boundingBox()
  if (box === null) throw new Error('There is no list.')
  const session = await page.context().newCDPSession(page)
  for (const distance of [-DISTANCE, DISTANCE]) {
    await session.send('Input.synthesizeScrollGesture', {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      yDistance: distance,
      speed: SPEED,
      gestureSourceType: 'mouse',
    })
  }
  await session.detach()
}

async function leafThrough(page: Page): Promise<void> {
  for (let index = 0; index < SWITCHES; index++) {
    await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(PAUSE_MS)
  }
}

function longest(frames: Frames, bare: Frames): Pick<Limit, 'longest' | 'limit' | 'remark'> {
  const late = frames.shown.filter((ms) => ms > LONGEST_MS).length
  const remark = [
    `${late} of ${frames.shown.length} over it`,
    `p99 ${quantile(frames.shown, 0.99).toFixed(1)} ms`,
    `the page's own thread ${Math.max(...frames.made).toFixed(1)} ms`,
    `a bare window at rest ${Math.max(...bare.shown).toFixed(1)} ms`,
  ].join('; ')
  return { longest: Math.max(...frames.shown), limit: LONGEST_MS, remark }
}
