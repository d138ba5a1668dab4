import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Home } from '../support/home.ts'
import { focusName } from '../support/keyboard.ts'
import { anyShell, inShell, type RunningLanyard } from '../support/shells.ts'
import {
  addEntry,
  entryText,
  fill,
  makeTrip,
  openDay,
  openEntry,
  openEntryDetails,
  waitUntilSaved,
  writeText,
} from '../support/steps.ts'
import { readStoredTrip } from '../support/stored-trip.ts'

const friday = 'Friday, 17 April'
const wednesday = 'Wednesday, 15 April'

inShell('undo with real keys', anyShell, (shell) => {
  let home: Home
  let lanyard: RunningLanyard
  let page: Page

  beforeAll(async () => {
    home = await shell.makeHome()
    lanyard = await shell.open({ home })
    ;({ page } = lanyard)
    page.setDefaultTimeout(20_000)
  })

  test('two entries are written on two days', async () => {
    await makeTrip(page, { title: 'Lantern Conf', firstDay: '2026-04-14', lastDay: '2026-04-17', city: 'Darmstadt' })
    await openDay(page, wednesday)
    await addEntry(page, 'talk')
    await fill(page, 'Title', 'Heat in the cellar')
    await openDay(page, friday)
    await addEntry(page, 'note')
    await fill(page, 'Title', 'Way home')
    await writeText(page, 'The night train was late again, and nobody minded.')
    await waitUntilSaved(page)
    // The note that came with the trip was left without a word.
    expect((await readStoredTrip(home.library)).entries).toHaveLength(2)
  })

  afterAll(async () => {
    await lanyard.kill()
    await home.remove()
  })

  const entryNamed = async (title: string) => {
    await waitUntilSaved(page)
    const { entries } = await readStoredTrip(home.library)
    return entries.find((entry) => 'title' in entry && entry.title === title)
  }
  const notice = (words: string) => page.getByRole('region', { name: 'Messages' }).getByText(words).waitFor()

  test('Ctrl Z takes back a title that was just changed, and not an entry that was written before', async () => {
    await openDay(page, wednesday)
    await openEntry(page, 'Heat in the cellar')
    await page.getByRole('textbox', { name: 'Title' }).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' EDITED')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await notice('Undone: title of “Heat in the cellar”.')
    expect(await entryNamed('Heat in the cellar')).toBeDefined()
    expect(await entryNamed('Way home')).toMatchObject({ text: 'The night train was late again, and nobody minded.' })
    expect(await focusName(page)).toBe('Title')
    await page.keyboard.press('Control+Shift+z')
    await notice('Done again: title of “Heat in the cellar EDITED”.')
    await page.keyboard.press('Control+z')
    await notice('Undone: title of “Heat in the cellar”.')
  })

  test('Ctrl Z takes back a star, a lock, a tag and a removed speaker, each by its name', async () => {
    await openDay(page, wednesday)
    await openEntry(page, 'Heat in the cellar')
    await page.getByRole('button', { name: 'Mark as a highlight' }).click()
    await page.keyboard.press('Control+z')
    await notice('Undone: star of “Heat in the cellar”.')
    expect(await entryNamed('Heat in the cellar')).toMatchObject({ highlight: false })

    await page.getByRole('button', { name: 'Keep private' }).click()
    await page.keyboard.press('Control+z')
    await notice('Undone: privacy of “Heat in the cellar”.')

    await openEntryDetails(page)
    await page.getByRole('button', { name: 'Add tags' }).click()
    await page.keyboard.type('physics')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remove physics' }).click()
    await page.keyboard.press('Control+z')
    await notice('Undone: tags of “Heat in the cellar”.')
    expect(await entryNamed('Heat in the cellar')).toMatchObject({ tags: ['physics'] })

    await page.getByRole('button', { name: 'Add speaker' }).click()
    await fill(page, 'Speaker: Name', 'Ada Wick')
    await page.getByRole('button', { name: 'Remove speaker' }).click()
    await page.getByRole('row', { name: /Heat in the cellar/ }).focus()
    await page.keyboard.press('Control+z')
    await notice('Undone: speakers of “Heat in the cellar”.')
    expect(await entryNamed('Heat in the cellar')).toMatchObject({ speakers: [{ name: 'Ada Wick' }] })
  })

  test('undoing what would remove words says how many, and offers to redo it', async () => {
    await openDay(page, friday)
    await openEntry(page, 'Way home')
    await writeText(page, ' Three more words.')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await notice('Undone: text of “Way home”. It took 3 words with it.')
    await expect.poll(() => entryText(page).innerText()).not.toContain('more')
    await page.getByRole('button', { name: 'Redo' }).first().click()
    await expect.poll(() => entryText(page).innerText()).toContain('Three more words.')
  })

  test('after a deletion was undone, the focus is on the entry that came back, and Delete takes that one', async () => {
    await openDay(page, friday)
    await page.getByRole('row', { name: /Way home/ }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await addEntry(page, 'note')
    await fill(page, 'Title', 'Epilogue')
    await page.keyboard.press('Escape')
    await expect.poll(() => focusName(page)).toMatch(/Epilogue/)
    await page.keyboard.press('Delete')
    await expect.poll(() => focusName(page)).toMatch(/Way home/)
    await page.keyboard.press('Control+z')
    await expect.poll(() => focusName(page)).toMatch(/Epilogue/)
    await page.keyboard.press('Delete')
    await expect.poll(() => page.getByRole('row', { name: /Epilogue/ }).count()).toBe(0)
    expect(await entryNamed('Way home')).toBeDefined()
  })

  test('a trip in the trash comes back with Ctrl Z, with the focus on it', async () => {
    await page.getByRole('button', { name: 'Trips', exact: true }).click()
    await page.getByRole('row', { name: 'Lantern Conf' }).focus()
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: /^Start a trip/ }).waitFor()
    await page.keyboard.press('Control+z')
    await notice('Undone: deleting “Lantern Conf”.')
    await expect.poll(() => focusName(page)).toMatch(/^Lantern Conf/)
  })
})
