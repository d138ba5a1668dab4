import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { takeHand } from '../support/journey.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { entryText, makeTrip, waitUntilSaved, writeText } from '../support/steps.ts'

inShell('exporting', desktopShell, (desktop) => {
  test('a report is exported with two keys, exported again with two keys, and copied with a click in a menu', async () => {
    const home = await desktop.makeHome()
    const { page, quit } = await desktop.open({ home })
    onTestFinished(async () => {
      await quit()
      await home.remove()
    })
    await makeTrip(page, {
      title: 'Quick Exports 2026',
      firstDay: '2026-04-14',
      lastDay: '2026-04-16',
      city: 'Darmstadt',
    })
    await writeText(page, 'We took the night train.')
    await waitUntilSaved(page)
    const hand = takeHand(page)

    await hand.press('Control+e')
    await page.getByRole('dialog', { name: 'Export the report' }).waitFor()
    await hand.press('Enter')
    await page.getByText(/all there\.$/).waitFor()
    expect(hand.steps()).toBe(2)
    const file = join(home.exports, 'quick-exports-2026', 'index.md')
    expect(await readFile(file, 'utf8')).toContain('We took the night train.')
    await hand.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await writeText(page, 'We took the early train.')
    hand.steps()
    await hand.press('Control+e')
    await page.getByRole('dialog', { name: 'Export the report' }).waitFor()
    await hand.press('Enter')
    await page.getByText(/all there\.$/).waitFor()
    expect(hand.steps()).toBe(2)
    expect(await readFile(file, 'utf8')).toContain('We took the early train.')
    await hand.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    // What somebody has changed is not replaced by these two keys, nor by one more.
    await writeFile(file, 'Mended by hand.')
    await hand.press('Control+e')
    await page.getByRole('dialog', { name: 'Export the report' }).waitFor()
    await hand.press('Enter')
    await page
      .getByRole('alert')
      .getByText(/has been changed since Lanyard wrote it/)
      .waitFor()
    await hand.press('Enter')
    expect(await readFile(file, 'utf8')).toBe('Mended by hand.')
    await hand.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    hand.steps()
    await hand.click(page.getByRole('button', { name: 'Trip menu' }))
    await hand.click(page.getByRole('menuitem', { name: 'Copy as formatted text' }))
    await page.getByText('The report is on the clipboard as formatted text.').waitFor()
    expect(hand.steps()).toBe(2)
    // Pasted into the journal, it is the same Markdown again.
    await writeText(page, ' Pasted: ')
    await page.keyboard.press('Control+v')
    const text = entryText(page)
    await expect.poll(() => text.innerText()).toMatch(/Pasted:\s+# Quick Exports 2026\s+[^]*We took the early train\.$/)
  })
})
