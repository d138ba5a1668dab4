import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '../../electron/shared/programme.ts'
import { mustCall } from '../support/call.ts'
import type { RunningDesktop } from '../support/desktop.ts'
import type { Home } from '../support/home.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { waitUntilSaved } from '../support/steps.ts'
import { readStoredTrip } from '../support/stored-trip.ts'
import { someTrip } from '../support/trips.ts'
import { someSession } from '../support/programmes.ts'

const timeZone = 'Europe/Berlin'
const at = (clock: string) => `2026-04-15T${clock}:00+02:00`

const sessions: readonly Session[] = [
  someSession({ source: '', title: 'State of In-Browser ML' }),
  someSession({ source: '', title: 'Pair & Share', room: 'Helium', end: at('12:15') }),
  someSession({ source: '', title: 'Polars', start: at('11:25'), end: at('11:55') }),
]

inShell('on a conference day', desktopShell, (desktop) => {
  let home: Home
  let lanyard: RunningDesktop
  let page: Page

  beforeAll(async () => {
    home = await desktop.makeHome()
    const before = await desktop.open({ home })
    const { trip } = await mustCall(before.page, 'trips.create', someTrip({ timeZone }))
    const [first] = sessions
    const edits = [
      ...sessions.map((session) => ({ edit: 'own' as const, session })),
      { edit: 'star' as const, sessionId: first?.id ?? '', star: 'go' as const },
    ]
    await mustCall(before.page, 'programme.edit', { tripId: trip.id, edits })
    await before.quit()
    lanyard = await desktopShell.open({ home, args: ['--now', at('10:52')] })
    ;({ page } = lanyard)
    page.setDefaultTimeout(20_000)
  })

  afterAll(async () => {
    await lanyard?.kill()
    await home?.remove()
  })

  const stored = async () => (await readStoredTrip(home.library)).entries

  test('the program opens on now, and Enter begins the entry about the starred talk', async () => {
    const first = page.getByRole('row', { name: /State of In-Browser ML/ })
    await first.waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('.now-row') !== null)
    expect(await first.textContent()).toContain('23 min left')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.closest('.cm-content') !== null)
    await page.keyboard.type('Fast.')
    await waitUntilSaved(page)
    expect(await stored()).toMatchObject([
      { kind: 'talk', title: 'State of In-Browser ML', room: 'Europium', start: at('10:45'), text: 'Fast.' },
    ])
    await page.getByRole('button', { name: /^On now: .*23 min left · next 11:25 Polars/ }).waitFor()
  })

  test('a to-do from the report goes to the talk that is on', async () => {
    await page.keyboard.press('Control+3')
    await page.getByRole('region', { name: 'Preview' }).waitFor()
    await page.keyboard.press('Control+Shift+O')
    await page.waitForFunction(() => document.activeElement?.closest('.cm-content') !== null)
    await page.keyboard.type('Ask')
    await waitUntilSaved(page)
    expect((await stored())[0]?.text).toBe('Fast.\n\n- [ ] Ask')
  })

  test('the window for capturing is as confined as the main one, and adds to the talk while that is open', async () => {
    // What the system does when the keys are pressed.
    await lanyard.app.evaluate(({ globalShortcut }) => {
      const register = globalShortcut.register.bind(globalShortcut)
      globalShortcut.register = (keys, callback) => {
        Object.assign(globalThis, { pressKeys: callback })
        return register(keys, callback)
      }
    })
    await mustCall(page, 'capture.chooseKeys', { keys: 'Alt+Shift+F9' })
    const opening = lanyard.app.waitForEvent('window')
    await lanyard.app.evaluate(() => (globalThis as unknown as { pressKeys: () => void }).pressKeys())
    const small = await opening
    await small.getByRole('textbox', { name: 'What should stay?' }).waitFor()
    const [one, other] = await lanyard.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) =>
        (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences(),
      ),
    )
    expect(one).toEqual(other)
    await small.getByText('To “State of In-Browser ML”').waitFor()
    await small.keyboard.type('Said in passing.')
    const closed = small.waitForEvent('close')
    await small.keyboard.press('Enter').catch(() => {})
    await closed
    await page.getByText('Added to “State of In-Browser ML”.').waitFor()
    await expect.poll(async () => (await stored())[0]?.text).toBe('Fast.\n\n- [ ] Ask\n\nSaid in passing.')
    await expect.poll(() => page.locator('.cm-content').textContent()).toContain('Said in passing.')
  })

  test('Esc closes the window for capturing and saves nothing', async () => {
    const opening = lanyard.app.waitForEvent('window')
    await lanyard.app.evaluate(() => (globalThis as unknown as { pressKeys: () => void }).pressKeys())
    const small = await opening
    await small.getByRole('textbox', { name: 'What should stay?' }).fill('Never mind.')
    const closed = small.waitForEvent('close')
    // The window may be gone before the key is up.
    await small.keyboard.press('Escape').catch(() => {})
    await closed
    expect((await stored())[0]?.text).not.toContain('Never mind.')
    expect(lanyard.complaints).toEqual([])
  })
})
