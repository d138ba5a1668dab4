import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { root } from '../support/programs.ts'
import { anyShell, inShell } from '../support/shells.ts'
import { tour } from '../support/tour.ts'

/* `npm run screenshots`: each screen and dialog, in two sizes and in both colours, as `screenshots/1024x700-dark/…`. */

const folder = join(root, 'screenshots')
const sizes = [
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
]

beforeAll(() => rm(folder, { recursive: true, force: true }))

inShell('screenshots', anyShell, (shell) => {
  describe.each(sizes)('at $width by $height', (size) => {
    test.each(['light', 'dark'] as const)('in %s colours', async (colorScheme) => {
      const place = join(folder, `${size.width}x${size.height}-${colorScheme}`)
      await mkdir(place, { recursive: true })
      const home = await shell.makeHome()
      const { page, complaints, quit } = await shell.open({ home, args: ['--sample'], size })
      onTestFinished(async () => {
        await quit()
        await home.remove()
      })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const [index, { name, go }] of tour.entries()) {
        await go(page)
        // Fonts and pictures are loaded a moment after the words.
        await page.evaluate(() => document.fonts.ready)
        await page.waitForTimeout(250)
        await page.screenshot({
          path: join(place, `${String(index + 1).padStart(2, '0')}-${name}.png`),
          caret: 'initial',
        })
      }
      expect(complaints).toEqual([])
    })
  })
})
