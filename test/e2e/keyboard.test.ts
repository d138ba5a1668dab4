import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { focusName, pressUntil, tabTo } from '../support/keyboard.ts'
import { anyShell, inShell } from '../support/shells.ts'
import { waitUntilSaved } from '../support/steps.ts'
import { readStoredTrip } from '../support/stored-trip.ts'

inShell('without a mouse', anyShell, (shell) => {
  test('a trip is created, written, arranged and exported by keyboard alone', async () => {
    const home = await shell.makeHome()
    const { page, quit } = await shell.open({ home })
    onTestFinished(async () => {
      await quit()
      await home.remove()
    })
    const { keyboard } = page

    await page.getByRole('button', { name: /^Start a trip/ }).waitFor()
    await tabTo(page, 'Start a trip')
    await keyboard.press('Enter')
    await expect.poll(() => focusName(page)).toBe('Name')
    await keyboard.type('Quiet Keys 2026')
    // The same whether the day or the month comes first.
    for (const name of ['First day', 'Last day']) {
      await tabTo(page, name)
      await keyboard.type('04042026')
    }
    await tabTo(page, 'City')
    await keyboard.type('Darmstadt')
    await tabTo(page, 'Start writing')
    await keyboard.press('Enter')

    // The first entry is open and has the focus; from here on, use the keys that the tooltips show.
    await page.getByRole('region', { name: /^Note: / }).waitFor()
    await tabTo(page, 'Text of')
    await keyboard.type('We took the night train.')
    await keyboard.press('Control+Shift+T')
    await page.getByRole('region', { name: /^Talk: / }).waitFor()
    await expect.poll(() => focusName(page)).toBe('Title')
    await keyboard.type('Lanterns at Scale')
    await tabTo(page, 'Text of')
    await keyboard.type('Three rules:')
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await keyboard.type('- dim')
    await keyboard.press('Enter')
    await keyboard.type('warm')
    await keyboard.press('Control+Shift+P')
    await page.getByRole('region', { name: /^Person: / }).waitFor()
    await expect.poll(() => focusName(page)).toBe('Who')
    await keyboard.type('Wick')

    // From the editor to the list: up, then move the talk before the note; delete and undo.
    await tabTo(page, 'Text of')
    await keyboard.press('Escape')
    await expect.poll(() => focusName(page)).toMatch(/^Person, Wick/)
    await keyboard.press('ArrowUp')
    await expect.poll(() => focusName(page)).toMatch(/^Talk, Lanterns/)
    await keyboard.press('Alt+ArrowUp')
    const names = async () => (await readStoredTrip(home.library)).entries.map((entry) => entry.kind)
    await expect.poll(names).toEqual(['talk', 'note', 'encounter'])
    await keyboard.press('Delete')
    await expect.poll(names).toEqual(['note', 'encounter'])
    await keyboard.press('Control+z')
    await expect.poll(names).toEqual(['talk', 'note', 'encounter'])
    await waitUntilSaved(page)

    // The report by theme: two sections, and the entries moved into them with their menus.
    await keyboard.press('Control+3')
    await page.getByRole('region', { name: 'Preview' }).getByRole('heading').first().waitFor()
    await tabTo(page, 'By day')
    await keyboard.press('ArrowRight')
    await tabTo(page, 'Add a section')
    await keyboard.press('Enter')
    await expect.poll(() => focusName(page)).toMatch(/^Heading/)
    await keyboard.type('Light')
    for (const entry of ['Lanterns at Scale', 'Wick']) {
      // The outline is one tab stop; the arrow keys move between and along its rows.
      await tabTo(page, 'More about “')
      await keyboard.press('ArrowLeft')
      await keyboard.press('Home')
      await pressUntil(page, 'ArrowDown', entry)
      await pressUntil(page, 'ArrowRight', 'More about')
      await keyboard.press('Enter')
      await page.getByRole('menuitem', { name: 'Light' }).waitFor()
      await pressUntil(page, 'ArrowDown', 'Light')
      await keyboard.press('Enter')
      await page.getByRole('region', { name: 'Light' }).getByText(entry).first().waitFor()
    }

    await keyboard.press('Control+e')
    await page.getByRole('dialog', { name: 'Export the report' }).waitFor()
    await page.getByRole('radio').first().waitFor()
    await tabTo(page, 'Markdown folder')
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await tabTo(page, 'Export')
    await keyboard.press('Enter')
    await page.getByText(/all there\.$/).waitFor()
    await tabTo(page, 'Done')
    await keyboard.press('Enter')
    const text = await readFile(join(home.exports, 'quiet-keys-2026.txt'), 'utf8')
    expect(text).toContain('Light\n-----')
    expect(text).toContain('• dim\n  • warm')
    expect(text).not.toContain('night train')

    await keyboard.press('Control+,')
    await page.getByRole('dialog', { name: 'Settings' }).waitFor()
    await keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await keyboard.press('Escape')
    await keyboard.press('Control+1')
    await page.getByRole('grid', { name: 'Entries' }).waitFor()
  })
})
