import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Home } from '../support/home.ts'
import { type Hand, takeHand } from '../support/journey.ts'
import { anyShell, inShell, type RunningLanyard } from '../support/shells.ts'
import { makeTrip, openDay, openEntry, waitUntilSaved, writeText } from '../support/steps.ts'
import { readStoredTrip } from '../support/stored-trip.ts'

inShell('writing down what happens', anyShell, (shell) => {
  let home: Home
  let lanyard: RunningLanyard
  let page: Page
  let hand: Hand

  const stored = async () => {
    await waitUntilSaved(page)
    return (await readStoredTrip(home.library)).entries
  }

  beforeAll(async () => {
    home = await shell.makeHome()
    lanyard = await shell.open({ home })
    ;({ page } = lanyard)
    page.setDefaultTimeout(20_000)
    hand = takeHand(page)
    await makeTrip(page, { title: 'Lantern Conf', firstDay: '2026-04-14', lastDay: '2026-04-15', city: 'Darmstadt' })
    await openDay(page, 'Tuesday, 14 April')
    await writeText(page, 'The train was late.')
  })

  afterAll(async () => {
    await lanyard.kill()
    await home.remove()
  })

  test('a talk with its speaker and its room is begun from a text with one chord and Enter', async () => {
    hand.steps()
    await hand.press('ControlOrMeta+Shift+T')
    await hand.type('State of ML / Oleh Kostromin @Europium')
    await hand.press('Enter')
    expect(hand.steps()).toBe(2)
    await expect.poll(stored).toContainEqual(
      expect.objectContaining({
        kind: 'talk',
        title: 'State of ML',
        room: 'Europium',
        speakers: [expect.objectContaining({ name: 'Oleh Kostromin' })],
      }),
    )
  })

  test('a quote with its speaker takes one chord', async () => {
    await hand.press('ControlOrMeta+Shift+Q')
    await hand.type('No silver bullet.')
    expect(hand.steps()).toBe(1)
    const quote = '> No silver bullet.\n>\n> — Oleh Kostromin'
    await expect.poll(stored).toContainEqual(expect.objectContaining({ text: expect.stringContaining(quote) }))
  })

  test('something to look up later takes one chord, and is in the list of the trip', async () => {
    await hand.press('ControlOrMeta+Shift+O')
    await hand.type('Read https://talks.example/slides')
    expect(hand.steps()).toBe(1)
    const task = '- [ ] Read https://talks.example/slides'
    await expect.poll(stored).toContainEqual(expect.objectContaining({ text: expect.stringContaining(task) }))
    await page.getByRole('button', { name: /^To look up/ }).waitFor()
  })

  test('a person who was met takes one chord and Enter', async () => {
    await hand.press('ControlOrMeta+Shift+P')
    await hand.type('Ada Lind')
    await hand.press('Enter')
    await hand.type('Knows about lamps.')
    expect(hand.steps()).toBe(2)
    await expect
      .poll(stored)
      .toContainEqual(expect.objectContaining({ kind: 'encounter', who: 'Ada Lind', text: 'Knows about lamps.' }))
  })

  test('a note becomes a talk with one click', async () => {
    await openEntry(page, 'The train was late')
    hand.steps()
    await hand.click(page.getByRole('button', { name: 'Talk', exact: true }).first())
    expect(hand.steps()).toBe(1)
    await expect.poll(stored).toContainEqual(expect.objectContaining({ kind: 'talk', text: 'The train was late.' }))
  })
})
