import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { mustCall } from '../support/call.ts'
import { root } from '../support/programs.ts'
import { anyShell, inShell } from '../support/shells.ts'
import { tours } from '../support/tour/index.ts'

/*
 * `npm run screenshots`: each screen and dialog, in two sizes and in each theme, as `screenshots/1024x700-dark/…`. To take
 * only some of them, name a size, a theme or a tour: `npm run screenshots -- -t "1024 by 700, in dark colours, at the
 * venue"`.
 */

const folder = join(root, 'screenshots')
const sizes = [
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
]
const themes = ['light', 'dark', 'venue'] as const

const cases = sizes.flatMap(({ width, height }) =>
  themes.flatMap((theme) =>
    tours.map((tour) => {
      const name = `at ${width} by ${height}, in ${theme} colours, ${tour.name}`
      return [name, { width, height, theme, tour }] as const
    }),
  ),
)

async function take(page: Page, path: string): Promise<void> {
  // Fonts and pictures are loaded a moment after the words.
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(250)
  await page.screenshot({ path, caret: 'initial' })
}

beforeAll(() => rm(folder, { recursive: true, force: true }))

inShell('screenshots', anyShell, (shell) => {
  describe.each(cases)('%s', (_, { width, height, theme, tour }) => {
    test('every stop of the tour can be seen', async () => {
      const place = join(folder, `${width}x${height}-${theme}`)
      await mkdir(place, { recursive: true })
      const home = await shell.makeHome()
      onTestFinished(() => home.remove())
      const before = await shell.open({ home, args: ['--sample'] })
      await mustCall(before.page, 'settings.save', { theme })
      await before.quit()
      const args = ['--sample', ...tour.args]
      const { page, complaints, quit } = await shell.open({ home, args, size: { width, height } })
      onTestFinished(quit)
      await page.emulateMedia({ reducedMotion: 'reduce' })
      for (const [index, { name, go }] of tour.stops.entries()) {
        await go(page)
        await take(
          page,
          join(place, `${tour.name.replaceAll(' ', '-')}-${String(index + 1).padStart(2, '0')}-${name}.png`),
        )
      }
      expect(complaints).toEqual([])
    })
  })
})
