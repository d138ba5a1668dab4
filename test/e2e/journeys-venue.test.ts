import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayAt, now } from '../../electron/shared/time.ts'
import { mustCall } from '../support/call.ts'
import type { Home } from '../support/home.ts'
import { type Hand, takeHand } from '../support/journey.ts'
import { desktopShell, inShell, type RunningLanyard } from '../support/shells.ts'
import { entryText, waitUntilSaved } from '../support/steps.ts'
import { readStoredTrip } from '../support/stored-trip.ts'
import { someTrip } from '../support/trips.ts'

const timeZone = 'Europe/Berlin'
const ENTRIES = 60

inShell('at the venue', desktopShell, (desktop) => {
  let home: Home
  let lanyard: RunningLanyard
  let page: Page
  let hand: Hand

  /** The title of the entry that is open. */
  const openTitle = () => page.getByRole('textbox', { name: 'Title', exact: true }).inputValue()

  beforeAll(async () => {
    home = await desktop.makeHome()
    const before = await desktop.open({ home })
    const today = dayAt(now(), timeZone)
    const [firstDay, lastDay] = [addDays(today, -2), addDays(today, 1)]
    const { trip } = await mustCall(before.page, 'trips.create', someTrip({ firstDay, lastDay, timeZone }))
    for (let index = 0; index < ENTRIES; index++) {
      const text = index === 37 ? 'In the end no silver bullet was provided.' : `What was said, number ${index}.`
      const fields = { kind: 'note' as const, title: `Note ${index}`, text }
      const day = addDays(firstDay, index % 3)
      await mustCall(before.page, 'entries.add', { tripId: trip.id, kind: 'note', day, start: null, fields })
    }
    await before.quit()
    lanyard = await desktop.open({ home })
    ;({ page } = lanyard)
    page.setDefaultTimeout(20_000)
    hand = takeHand(page)
  })

  afterAll(async () => {
    await lanyard?.kill()
    await home?.remove()
  })

  test('the program opens on today, and a talk begins with one key', async () => {
    await page.getByRole('button', { name: 'New talk' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('[data-letters]') !== null)
    await hand.press('t')
    await page.getByRole('region', { name: /^Talk: / }).waitFor()
    expect(hand.steps()).toBe(1)
    await hand.type('Lanterns at Scale')
    await hand.press('Enter')
    await hand.type('Three rules.')
    await waitUntilSaved(page)
    const { entries } = await readStoredTrip(home.library)
    expect(entries.find(({ kind }) => kind === 'talk')).toMatchObject({
      title: 'Lanterns at Scale',
      text: 'Three rules.',
      day: dayAt(now(), timeZone),
    })
  })

  test('words among 60 entries are found with two keys', async () => {
    hand.steps()
    await hand.press('Control+Shift+F')
    await page.getByRole('combobox', { name: 'Search all trips' }).waitFor()
    await hand.type('silver bullet')
    await page.getByRole('option', { name: /silver bullet/ }).waitFor()
    await hand.press('Enter')
    expect(hand.steps()).toBe(2)
    await expect.poll(openTitle).toBe('Note 37')
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toMatch(/^silver/)
  })

  test('the entry before is one key away, from the text', async () => {
    hand.steps()
    await hand.press('Alt+ArrowLeft')
    expect(hand.steps()).toBe(1)
    await expect.poll(openTitle).toBe('Lanterns at Scale')
    expect(await entryText(page).innerText()).toBe('Three rules.')
  })

  test('a trip that was deleted in the library comes back with one key', async () => {
    await page.getByRole('button', { name: 'Trips' }).click()
    await page.getByRole('row', { name: /Lantern Conf 2026/ }).focus()
    hand.steps()
    await hand.press('Delete')
    await page.getByRole('row', { name: /Lantern Conf 2026/ }).waitFor({ state: 'detached' })
    await hand.press('Control+z')
    expect(hand.steps()).toBe(2)
    await page.getByRole('row', { name: /Lantern Conf 2026/ }).waitFor()
    expect((await readStoredTrip(home.library)).title).toBe('Lantern Conf 2026')
  })
})
