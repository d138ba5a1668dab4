import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FrabEvent, frabSchedule } from '../support/frab-schedule.ts'
import type { Home } from '../support/home.ts'
import { anyShell, inShell, type RunningLanyard } from '../support/shells.ts'
import { waitUntilSaved } from '../support/steps.ts'
import { readStoredTrip } from '../support/stored-trip.ts'

const events: readonly FrabEvent[] = [
  { id: 1, title: 'Mud and Maps' },
  { id: 2, title: 'Boats', room: 'Loft', start: '10:00' },
  { id: 3, title: 'Crabs', day: '2026-04-15', start: '09:30', persons: ['Ola Berg', 'Ada Lind'] },
]

const newer: readonly FrabEvent[] = [
  { id: 1, title: 'Mud and Maps' },
  { id: 3, title: 'Crabs', day: '2026-04-15', start: '14:00', persons: ['Ola Berg', 'Ada Lind'] },
]

inShell('a programme', anyShell, (shell) => {
  let home: Home
  let lanyard: RunningLanyard
  let page: Page

  const row = (name: RegExp): Locator => page.getByRole('grid', { name: 'Sessions' }).getByRole('row', { name })
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')

  async function choose(given: readonly FrabEvent[]): Promise<void> {
    const file = join(home.library, '..', 'schedule.json')
    await writeFile(file, frabSchedule(given))
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
  }

  beforeAll(async () => {
    home = await shell.makeHome()
    lanyard = await shell.open({ home })
    ;({ page } = lanyard)
    page.setDefaultTimeout(20_000)
  })

  afterAll(async () => {
    await lanyard.kill()
    await home.remove()
  })

  test('a trip is made from a programme with a file and Enter', async () => {
    await page.getByRole('button', { name: /Start from a programme/ }).click()
    await choose(events)
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).waitFor()
    await page.keyboard.press('Enter')
    await row(/Mud and Maps/).waitFor()
    await expect.poll(focused).toContain('Mud and Maps')
  })

  test('stars that are set with one key each show their clash', async () => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('s')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('s')
    await page.getByRole('button', { name: 'Clashes: 2 sessions' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('s')
    await expect.poll(() => page.getByRole('button', { name: 'Starred: 3 sessions' }).isVisible()).toBe(true)
  })

  test('Enter on a session leads to its entry, with the caret in the text', async () => {
    await page.keyboard.press('Enter')
    await page.locator('.cm-content').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.className ?? '')).toContain('cm-content')
    await page.keyboard.type('They walk sideways.')
    await waitUntilSaved(page)
    const { entries } = await readStoredTrip(home.library)
    expect(entries.find((entry) => entry.kind === 'talk')).toMatchObject({
      title: 'Crabs',
      text: 'They walk sideways.',
      start: '2026-04-15T09:30:00+02:00',
      speakers: [{ name: 'Ola Berg' }, { name: 'Ada Lind' }],
    })
  })

  test('a newer programme moves the session, which keeps its star and its entry', async () => {
    await page.keyboard.press('ControlOrMeta+2')
    await expect.poll(focused).toContain('Crabs')
    await page.getByRole('button', { name: 'More about the programme' }).click()
    await page.getByRole('menuitem', { name: 'Import a programme…' }).click()
    await choose(newer)
    await page.getByRole('dialog').getByText('sessions of yours').waitFor()
    await page.keyboard.press('Enter')
    await row(/14:00–14:30, Crabs.*Go.*written/).waitFor()
    // It was starred, so it stays, although the organiser has dropped it.
    await row(/Boats.*No longer in the programme/).waitFor()
    await page.keyboard.press('ControlOrMeta+z')
    await row(/09:30–10:00, Crabs.*Go.*written/).waitFor()
  })
})
