import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { takeHand } from '../support/journey.ts'
import { focusName } from '../support/keyboard.ts'
import { anyShell, inShell } from '../support/shells.ts'
import { addEntry, goTo, makeTrip, waitUntilSaved, writeText } from '../support/steps.ts'
import { readStoredTrip } from '../support/stored-trip.ts'

const titles = ['Train', 'Opening', 'Wasm', 'Lunch', 'Types', 'Parser', 'Beer', 'Ada', 'Home']

inShell('arranging a report', anyShell, (shell) => {
  test('nine entries are arranged in three themes with a key each, and one of them is written in its place', async () => {
    const home = await shell.makeHome()
    const { page, quit, complaints } = await shell.open({ home })
    onTestFinished(async () => {
      await quit()
      await home.remove()
    })
    await makeTrip(page, { title: 'Nine', firstDay: '2026-04-14', lastDay: '2026-04-16', city: 'Darmstadt' })
    for (const [index, title] of titles.entries()) {
      if (index > 0) await addEntry(page, 'note')
      await writeText(page, `${title} was good.`)
    }
    await waitUntilSaved(page)
    const hand = takeHand(page)

    await goTo(page, 'report')
    await hand.click(page.getByRole('radio', { name: 'By theme' }).locator('xpath=ancestor-or-self::label'))
    await page.getByText('None of the 9 entries is in a section yet.').waitFor()
    for (const heading of ['Talks', 'Food', 'On the way']) {
      await hand.click(page.getByRole('button', { name: 'Add a section' }))
      await hand.type(heading)
    }
    await hand.click(row(page, 'Train'))
    for (const section of ['3', '1', '1', '2', '1', '1', '2', '1', '3']) await hand.press(section)
    // It was 24 clicks, with the mouse going back and forth for each entry.
    expect(hand.steps()).toBe(1 + 3 + 1 + 9)
    await waitUntilSaved(page)
    const { report, entries } = await readStoredTrip(home.library)
    const nameOf = (id: string) => entries.find((entry) => entry.id === id)?.text.split(' ')[0]
    expect(report.sections.map(({ heading, entryIds }) => [heading, ...entryIds.map(nameOf)])).toEqual([
      ['Talks', 'Opening', 'Wasm', 'Types', 'Parser', 'Ada'],
      ['Food', 'Lunch', 'Beer'],
      ['On the way', 'Train', 'Home'],
    ])

    const post = page.getByRole('article')
    await hand.click(row(page, 'Beer'))
    await hand.press('Enter')
    await hand.type(' And cold.')
    await hand.press('Escape')
    expect(hand.steps()).toBe(3)
    expect(await focusName(page)).toMatch(/^Beer was good\./)
    await post.getByRole('paragraph').filter({ hasText: 'Beer was good. And cold.' }).waitFor()
    await page.getByRole('textbox', { name: /^Text of Beer/ }).waitFor({ state: 'detached' })

    // A click in the post selects the row, and a double click opens the text where it was clicked.
    await post.getByRole('paragraph').filter({ hasText: 'Home was good.' }).click()
    await expect.poll(() => row(page, 'Home').getAttribute('aria-current')).toBe('true')
    await post.getByText('Home was good.').dblclick({ position: { x: 5, y: 10 } })
    await page.getByRole('textbox', { name: /^Text of Home/ }).waitFor()
    await hand.type('Sweet ')
    await hand.press('Escape')
    await post.getByText('Sweet Home was good.').waitFor()

    // Undo stays in the report, and shows what it has taken back.
    await page.keyboard.press('Control+z')
    await post
      .getByRole('paragraph')
      .filter({ hasText: /^Home was good\.$/ })
      .waitFor()
    expect(complaints).toEqual([])
  })
})

const row = (page: Page, title: string) => page.getByRole('button', { name: new RegExp(`^${title} was good`) })
