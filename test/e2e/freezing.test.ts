import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { giveToOwner, type Home } from '../support/home.ts'
import { addTrip, someNote } from '../support/library.ts'
import { shapeLengths, shapeNamed } from '../support/pathological-texts.ts'
import { goTo, waitUntilSaved } from '../support/steps.ts'
import { anyShell, inShell, type RunningLanyard } from '../support/shells.ts'

/** Shapes of text that once kept the window busy for more than twenty seconds. */
const worstShapes = [
  'bullets in one line',
  'bullets and quotes in one line',
  'quotes in quotes, line after line',
  'links that end in the address',
  'footnotes that nothing defines',
  'spaces between two letters',
  'an element whose name does not end',
  'underlined headings',
]

/** Shapes of a single line. The browser would lay out and paint all of it if the editor drew all of it. */
const lines = ['letters', 'words', 'spaces between two letters', 'tabs between two letters', 'combining marks']

/** Maximum number of characters of a line that are drawn. */
const MAX_DRAWN = 60_000

/**
 * The time that the window may be busy, in milliseconds. This does not measure the program, which needs a tenth of it on
 * an idle machine, but tells it from one that hangs.
 */
const MAX_BUSY = 5_000

/** Begins to measure for how long the page does nothing else. */
async function watchBusy(page: Page): Promise<void> {
  await page.evaluate(() => {
    const beats = { last: performance.now(), longest: 0 }
    Object.assign(globalThis, { beats })
    setInterval(() => {
      const now = performance.now()
      beats.longest = Math.max(beats.longest, now - beats.last)
      beats.last = now
    }, 20)
  })
}

/** The longest time that the page did nothing else since this was last asked, in milliseconds. */
async function longestBusy(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const { beats } = globalThis as unknown as { beats: { longest: number } }
    const { longest } = beats
    beats.longest = 0
    return longest
  })
}

inShell('what freezes other programs', anyShell, (shell) => {
  let home: Home
  let lanyard: RunningLanyard
  let page: Page

  beforeAll(async () => {
    home = await shell.makeHome()
    const library = openLibrary({ folder: home.library })
    const shapes = [...new Set([...worstShapes, ...lines])].map((name) =>
      someNote({ title: name, text: shapeNamed(name).write(shapeLengths.large) }),
    )
    await addTrip(library, [...shapes, someNote({ title: 'Paste here', text: '' })], { title: 'Shapes' })
    const many = Array.from({ length: 40_000 }, (_, index) => someNote({ title: `Entry ${index + 1}`, text: 'x' }))
    await addTrip(library, many, { title: 'Many' })
    await addTrip(library, [someNote({ title: 'Soup' })], {
      title: 'Long',
      firstDay: '0001-01-01',
      lastDay: '9999-12-31',
    })
    await library.close()
    await giveToOwner(home)
    lanyard = await shell.open({ home })
    ;({ page } = lanyard)
    page.setDefaultTimeout(20_000)
    await watchBusy(page)
  })

  afterAll(async () => {
    await lanyard.kill()
    await home.remove()
  })

  async function openTrip(title: string): Promise<void> {
    const row = page.getByRole('row', { name: title, exact: true })
    // One of the trips is under way, and opens by itself.
    await expect
      .poll(async () => {
        if ((await page.locator('.trip-back').count()) > 0) await page.locator('.trip-back').click()
        return row.count()
      })
      .toBe(1)
    await row.press('Enter')
    await page.locator('.rail-day').first().waitFor()
  }

  const editor = () => page.getByRole('textbox', { name: /^Text of/ })

  test('texts of half a megabyte in the worst shapes are shown, can be changed and are saved', async () => {
    await openTrip('Shapes')
    for (const name of worstShapes) {
      await page.getByRole('row', { name: new RegExp(name) }).click()
      await page.getByRole('textbox', { name: `Text of ${name}` }).press('Control+Home')
      await page.keyboard.type('ab')
      await waitUntilSaved(page)
      expect(await longestBusy(page)).toBeLessThan(MAX_BUSY)
    }
  })

  test('of half a megabyte in one line, only a part around what is seen is drawn', async () => {
    await openTrip('Shapes')
    await page.evaluate(() => {
      const drawn = { most: 0 }
      Object.assign(globalThis, { drawn })
      // Also what is drawn for a moment only, to be measured.
      // oxlint-disable-next-line typescript/unbound-method -- it is called with the element below
      const measure = Element.prototype.getBoundingClientRect
      Element.prototype.getBoundingClientRect = function () {
        if (this.matches('.cm-content')) drawn.most = Math.max(drawn.most, this.textContent.length)
        return measure.call(this)
      }
    })
    for (const name of lines) {
      await page.getByRole('row', { name: `Note, ${name}`, exact: true }).click()
      const text = page.getByRole('textbox', { name: `Text of ${name}`, exact: true })
      await text.press('Control+Home')
      await text.press('Control+End')
      await page.waitForTimeout(200)
      const most = await page.evaluate(() => {
        const { drawn } = globalThis as unknown as { drawn: { most: number } }
        return drawn.most
      })
      expect([name, most]).toEqual([name, expect.toSatisfy((count) => count < MAX_DRAWN)])
    }
  })

  test('web content that cannot be converted in time is pasted as plain words', async () => {
    await page.getByRole('row', { name: /Paste here/ }).click()
    await editor().focus()
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/html', `<p>These words stay.</p>${'<a href="x">'.repeat(20_000)}`)
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    })
    await page.getByText('its plain text was pasted').waitFor()
    expect(await editor().textContent()).toContain('These words stay.')
    expect(await longestBusy(page)).toBeLessThan(MAX_BUSY)
  })

  test('web content becomes Markdown in a worker', async () => {
    await editor().press('Control+A')
    await page.keyboard.press('Delete')
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/html', '<h2>Title</h2><p>Some <b>bold</b> words &amp; more</p>')
      data.setData('text/plain', 'Title Some bold words & more')
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    })
    await expect.poll(() => editor().textContent()).toContain('**bold** words & more')
    expect(await longestBusy(page)).toBeLessThan(MAX_BUSY)
  })

  test('a day with 40,000 entries is shown, and its list scrolls', async () => {
    await openTrip('Many')
    await page.locator('.entry-row').first().focus()
    await page.keyboard.press('End')
    const focused = page.locator('.entry-row:focus')
    await expect.poll(() => focused.textContent()).toContain('Entry 40000')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => focused.textContent()).toContain('Entry 39999')
    await page.keyboard.press('Home')
    await expect.poll(() => focused.textContent()).toContain('Entry 1')
    await expect.poll(() => page.locator('.entry-rows').evaluate((list) => list.scrollTop)).toBeLessThan(100)
    await page.getByRole('button', { name: /later entries$/ }).waitFor()
    await page.locator('.entry-rows').evaluate((list) => list.scrollTo(0, 10_000))
    await expect.poll(() => page.getByRole('row', { name: /Entry [12]\d\d/ }).count()).toBeGreaterThan(0)
    expect(await page.locator('.entry-row').count()).toBeLessThan(100)
    expect(await longestBusy(page)).toBeLessThan(MAX_BUSY)
  })

  test('one of 40,000 entries is deleted and comes back, and the next one is open meanwhile', async () => {
    await openTrip('Many')
    const row = (name: string) => page.getByRole('row', { name: `Note, ${name}`, exact: true })
    await row('Entry 3').click()
    await row('Entry 3').press('Delete')
    await expect.poll(() => page.locator('.entry-row:focus').textContent()).toContain('Entry 4')
    expect(await row('Entry 3').count()).toBe(0)
    await page.getByRole('textbox', { name: 'Text of Entry 4', exact: true }).waitFor()
    await page.keyboard.press('ControlOrMeta+Z')
    await row('Entry 3').waitFor()
    expect(await longestBusy(page)).toBeLessThan(MAX_BUSY)
  })

  test('the report of 40,000 entries draws the rows that are seen, and its keys reach the others', async () => {
    await openTrip('Many')
    await goTo(page, 'report')
    const row = (name: string) => page.getByRole('button', { name, exact: true })
    await row('Entry 1').focus()
    // The closing stands below the entries, the title and the lead above them.
    for (const key of ['End', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key)
    await expect.poll(() => row('Entry 39998').count()).toBe(1)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Entry 39999')
    for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Entry 2')
    expect(await page.locator('.outline-row').count()).toBeLessThan(500)

    const preview = page.locator('.report-preview-scroll')
    await preview.getByRole('heading', { name: 'Entry 1', exact: true }).waitFor()
    await preview.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight))
    await preview.getByRole('heading', { name: 'Entry 40000', exact: true }).waitFor()
    expect(await preview.getByRole('heading').count()).toBeLessThan(500)
    expect(await longestBusy(page)).toBeLessThan(MAX_BUSY)
  })

  test('a trip of ten thousand years is shown with gaps between its days', async () => {
    await page.setViewportSize({ width: 1000, height: 500 })
    await openTrip('Long')
    expect(await page.locator('.rail-day').count()).toBeLessThan(100)
    expect(await page.locator('.rail-gap').count()).toBeGreaterThan(0)
    const isInSight = () =>
      page.locator('.rail-day[data-selected]').evaluate((day) => {
        const [at, rail] = [day.getBoundingClientRect(), day.closest('.day-rail')?.getBoundingClientRect()]
        return rail !== undefined && at.top >= rail.top && at.bottom <= rail.bottom
      })
    await expect.poll(isInSight).toBe(true)
    expect(await longestBusy(page)).toBeLessThan(MAX_BUSY)
  })
})
