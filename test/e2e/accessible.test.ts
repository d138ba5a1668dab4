import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { anyShell, inShell } from '../support/shells.ts'
import { tour } from '../support/tour.ts'

/** What axe has against the page as it stands, a line each. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>('axe.run()')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

inShell('nobody is shut out', anyShell, (shell) => {
  test.each(['light', 'dark'] as const)(
    'axe finds nothing on any screen and in any dialog, in %s colours',
    async (colorScheme) => {
      const home = await shell.makeHome()
      const { page, complaints, quit } = await shell.open({
        home,
        args: ['--sample'],
        size: { width: 1280, height: 800 },
      })
      onTestFinished(async () => {
        await quit()
        await home.remove()
      })
      // Half of a colour on its way to another would be measured.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const found: string[] = []
      for (const { name, go } of tour) {
        await go(page)
        found.push(...(await findings(page)).map((finding) => `${name}: ${finding}`))
      }
      expect(found).toEqual([])
      expect(complaints).toEqual([])
    },
  )
})
