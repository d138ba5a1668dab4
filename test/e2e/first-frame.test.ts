import { existsSync } from 'node:fs'
import { chown, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { decodeTrip, encodeTrip } from '../../electron/journal/trip-file/trip-file.ts'
import { TRIP_FILE } from '../../electron/journal/trip-folder/trip-json.ts'
import type { Theme } from '../../electron/shared/settings.ts'
import { mustCall } from '../support/call.ts'
import { type Home, homeEnvironment } from '../support/home.ts'
import { valueOf } from '../support/library.ts'
import { findDesktopUser } from '../support/ordinary-user.ts'
import { root } from '../support/programs.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { type Act, type Start, startDesktop, type StartOrder } from '../support/start-desktop.ts'
import { findFile } from '../support/find-file.ts'
import { someTrip } from '../support/trips.ts'

/* The window begins with what the library showed the last time, before the page's own code runs. */

/** What is there once the page's own code has drawn: React names its elements. */
const DRAWN = '#root [id^="react-aria"]'

/** What the page says about itself in the end. */
const TELLS = `(() => {
  const focused = document.activeElement
  return {
    begun: document.querySelector('script[data-program]') === null ? 'empty' : 'with a frame',
    isStanding: 'firstFrame' in window,
    trip: document.querySelector('.trip-name')?.title ?? null,
    dialogs: [...document.querySelectorAll('[role="dialog"]')].map((dialog) => dialog.textContent.slice(0, 8)),
    cards: [...document.querySelectorAll('.trip-card-title')].map((title) => title.textContent),
    focus: focused?.closest('[role="row"]')?.getAttribute('aria-label') ?? focused?.localName,
    theme: document.documentElement.dataset.theme,
  }
})()`

inShell('the first frame', desktopShell, (desktop) => {
  let home: Home
  beforeAll(async () => {
    home = await desktop.makeHome()
    const { page, quit } = await desktop.open({ home })
    for (const title of ['Alpha', 'Beta', 'Gamma', '<b>Delta</b> & "Co"']) {
      await mustCall(page, 'trips.create', someTrip({ title }))
    }
    await quit()
    await restOnce()
  })
  afterAll(() => home?.remove())

  const begin = async (order: Omit<StartOrder, 'program' | 'args' | 'environment' | 'shown'>): Promise<Start> => {
    // Otherwise, a trip that was opened before would be opened again.
    await rm(join(home.own, 'place.json'), { force: true })
    const user = findDesktopUser()
    if (user === null) throw new Error('There is no Electron.')
    const flags = user.hasSandbox ? [] : ['--no-sandbox']
    return await startDesktop({
      program: user.program,
      args: [...flags, root, `--user-data-dir=${home.own}`],
      environment: homeEnvironment(home),
      shown: '.trip-card',
      tells: TELLS,
      ...order,
    })
  }

  const note = () => join(home.own, 'first-frame.json')
  const forget = () => rm(note(), { force: true })

  /** Opens the window and leaves it alone until it has kept what it shows. */
  async function restOnce(theme?: Theme, size?: { width: number; height: number }): Promise<void> {
    await forget()
    const { page, quit } = await desktop.open({ home, ...(size !== undefined && { size }) })
    if (theme !== undefined) {
      await mustCall(page, 'settings.save', { theme })
      await forget()
      await page.reload()
    }
    await vi.waitUntil(() => existsSync(note()), { timeout: 20_000 })
    await quit()
  }

  test('the next start begins with the library as it was, and the page draws the same in its place', async () => {
    const { told } = await begin({ done: DRAWN, stays: 500 })
    expect(told).toEqual({
      begun: 'with a frame',
      isStanding: false,
      trip: null,
      dialogs: [],
      cards: ['<b>Delta</b> & "Co"', 'Gamma', 'Beta', 'Alpha'],
      focus: '<b>Delta</b> & "Co"',
      theme: 'light',
    })
  })

  test.each<[string, Act[], string, object]>([
    ['a click opens a trip', [{ after: 0, click: '[aria-label="Beta"]' }], '.trip-frame', { trip: 'Beta' }],
    ['a click opens a dialog', [{ after: 30, click: '.button-primary' }], '[role="dialog"]', { dialogs: ['New trip'] }],
    [
      'keys move and open',
      [
        { after: 60, key: 'ArrowRight' },
        { after: 60, key: 'ArrowRight' },
        { after: 62, key: 'Enter' },
      ],
      '.trip-frame',
      { trip: 'Beta' },
    ],
    [
      'letters narrow the list',
      [
        { after: 100, click: 'input' },
        { after: 100, key: 'g' },
        { after: 102, key: 'a' },
      ],
      '.trip-cards:not(:has([aria-label="Beta"]))',
      { cards: ['Gamma'], focus: 'input' },
    ],
    [
      'a double click opens a trip',
      [
        { after: 150, click: '[aria-label="Alpha"]' },
        { after: 190, click: '[aria-label="Alpha"]' },
      ],
      '.trip-frame',
      { trip: 'Alpha', dialogs: [] },
    ],
  ])('%s before the page has drawn, once', async (_, acts, done, expected) => {
    const { told } = await begin({ acts, done, stays: 500 })
    expect(told).toMatchObject({ begun: 'with a frame', isStanding: false, ...expected })
  })

  test('a trip that was changed in between is not shown as it was', async () => {
    const file = await findFile(home.library, TRIP_FILE)
    const { uid, gid } = await stat(file)
    const trip = valueOf(decodeTrip(await readFile(file), TRIP_FILE))
    await writeFile(file, encodeTrip({ ...trip, title: 'Renamed' }))
    await chown(file, uid, gid)
    const { told } = await begin({ done: DRAWN, stays: 4_000 })
    expect(told).toMatchObject({ begun: 'empty', cards: expect.arrayContaining(['Renamed']) as unknown })
    // It was kept again.
    expect((await begin({ done: DRAWN })).told).toMatchObject({ begun: 'with a frame' })
    await utimes(file, 1, 1)
    expect((await begin({ done: DRAWN })).told).toMatchObject({ begun: 'empty' })
  })

  test.each<[Theme, number, number]>([
    ['light', 1440, 900],
    ['dark', 1024, 700],
    ['venue', 700, 700],
  ])('in the theme %s at %i×%i, nothing moves when the page draws', async (theme, width, height) => {
    await restOnce(theme, { width, height })
    const { changed, told } = await begin({ compares: true, done: DRAWN, stays: 500 })
    expect(told).toMatchObject({ begun: 'with a frame', theme })
    expect(changed).toBe(0)
  })
})
