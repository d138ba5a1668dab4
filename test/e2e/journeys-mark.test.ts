import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Home } from '../support/home.ts'
import { anyShell, inShell, type RunningLanyard } from '../support/shells.ts'
import { addEntry, fill, makeTrip, openDay, waitUntilSaved } from '../support/steps.ts'
import { readStoredTrip } from '../support/stored-trip.ts'

const titles = ['Opening', 'State of ML', 'Tests', 'Types', 'Heat', 'Closing']

inShell('marking six talks', anyShell, (shell) => {
  let home: Home
  let lanyard: RunningLanyard
  let page: Page
  let keys = 0

  /** Presses keys one after the other, and counts them. A chord is one. */
  const press = async (...chords: readonly string[]) => {
    for (const chord of chords) await page.keyboard.press(chord)
    keys += chords.length
  }
  const notice = (words: string) => page.getByRole('region', { name: 'Messages' }).getByText(words).waitFor()
  const talks = async () => {
    await waitUntilSaved(page)
    return (await readStoredTrip(home.library)).entries.filter(({ kind }) => kind === 'talk')
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

  test('six talks are written', async () => {
    await makeTrip(page, { title: 'Lantern Conf', firstDay: '2026-04-14', lastDay: '2026-04-15', city: 'Darmstadt' })
    await openDay(page, 'Wednesday, 15 April')
    for (const title of titles) {
      await addEntry(page, 'talk')
      await fill(page, 'Title', title)
    }
    await waitUntilSaved(page)
    expect(await talks()).toHaveLength(6)
  })

  test('six talks are starred, kept private and tagged with 13 keys, and each takes one to take back', async () => {
    await page.getByRole('row', { name: /Opening/ }).click()
    await press(...Array.from({ length: 5 }, () => 'Shift+ArrowDown'))
    await page.getByText('6 selected', { exact: true }).waitFor()
    await press('s')
    await expect.poll(async () => (await talks()).filter(({ highlight }) => highlight).length).toBe(6)
    await press('l')
    await expect.poll(async () => (await talks()).filter((talk) => talk.private).length).toBe(6)
    await press('#')
    await page.getByRole('dialog', { name: 'Tags of 6 entries' }).waitFor()
    await press('w', 'e', 'b', 'Enter')
    await expect.poll(async () => (await talks()).map(({ tags }) => tags.join())).toEqual(titles.map(() => 'web'))
    expect(keys).toBeLessThanOrEqual(13)

    await page.keyboard.press('Control+z')
    await notice('Undone: tags of 6 entries.')
    await page.keyboard.press('Control+z')
    await notice('Undone: privacy of 6 entries.')
    await page.keyboard.press('Control+z')
    await notice('Undone: star of 6 entries.')
    expect(await talks()).toMatchObject(titles.map(() => ({ highlight: false, private: false, tags: [] })))
  })

  test('the context menu opens with the menu key, acts on the entry with the focus, and gives the focus back', async () => {
    await page.getByRole('row', { name: /Heat/ }).click()
    await page.keyboard.press('ContextMenu')
    const menu = page.getByRole('menu', { name: 'This entry' })
    await menu.waitFor()
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    await page.keyboard.press('s')
    await expect.poll(async () => (await talks()).find(({ highlight }) => highlight)).toMatchObject({ title: 'Heat' })
  })
})
