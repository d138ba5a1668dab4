import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Home } from '../support/home.ts'
import { root } from '../support/programs.ts'
import { anyShell, inShell, type RunningLanyard } from '../support/shells.ts'
import { readStoredTrip } from '../support/stored-trip.ts'

const post = join(root, 'test', 'fixtures', 'reports', 'talks', 'by-and-parentheses.md')

inShell('importing an old post', anyShell, (shell) => {
  let home: Home
  let lanyard: RunningLanyard
  let page: Page

  beforeAll(async () => {
    home = await shell.makeHome()
    lanyard = await shell.open({ home, size: { width: 1024, height: 700 } })
    ;({ page } = lanyard)
    page.setDefaultTimeout(20_000)
  })

  afterAll(async () => {
    await lanyard.kill()
    await home.remove()
  })

  const trips = async () => (await readdir(home.library).catch(() => [])).filter((name) => !name.startsWith('.'))

  test('an old post becomes a trip with talks in three clicks, a page to review, and Enter', async () => {
    let clicks = 0
    const click = async (name: string | RegExp) => {
      clicks++
      await page.getByRole('button', { name }).click()
    }
    await click(/^Import/)
    const choosing = page.waitForEvent('filechooser')
    await click('Choose files…')
    await (await choosing).setFiles([post])
    await click('Continue')

    const list = page.getByRole('listbox', { name: 'Entries' })
    await list.getByRole('option', { name: /^Attack through the keys\s+Kevin Carver\s+Talk/ }).waitFor()
    expect(await page.getByRole('textbox', { name: 'City' }).inputValue()).toBe('Folkestone')
    expect(await page.getByLabel('First day').inputValue()).toBe('2026-06-17')
    expect(await trips()).toEqual([])
    await page.keyboard.press('Enter')

    await page.getByRole('tab', { name: 'Journal' }).or(page.getByText('Folkestone')).first().waitFor()
    await expect.poll(trips).toHaveLength(1)
    expect(clicks).toBe(3)
    const { firstDay, lastDay, entries } = await readStoredTrip(home.library)
    expect([firstDay, lastDay]).toEqual(['2026-06-17', '2026-06-20'])
    const talks = entries.flatMap((entry) => (entry.kind === 'talk' ? [entry] : []))
    expect(talks).toHaveLength(8)
    expect(talks[2]).toMatchObject({
      title: 'Opening the Black Box: Legally Testing What Is Private',
      speakers: [{ name: 'Marten Fjeld' }, { name: 'Qiu Li' }],
      text: 'Two speakers, one keyboard.',
    })
  })

  test('Ctrl Z takes the import back, and Ctrl Shift Z brings it back', async () => {
    await page.keyboard.press('Control+z')
    await page
      .getByRole('region', { name: 'Messages' })
      .getByText(/^Undone: adding “Trip report: Cove Conf 2026”/)
      .waitFor()
    await expect.poll(trips).toEqual([])
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(trips).toHaveLength(1)
  })

  test('nothing complained', () => {
    expect(lanyard.complaints).toEqual([])
  })
})
