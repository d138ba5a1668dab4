import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { anyShell, inShell } from '../support/shells.ts'
import { openTrip } from '../support/steps.ts'
import { tours, troubledTour } from '../support/tour/index.ts'
import { makeTroubledLibrary } from '../support/troubled-library.ts'

/** The rules of axe about colours. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** The violations that axe finds on the page, one per line. @param rules default: all of them */
async function findings(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  const options = rules === undefined ? {} : { runOnly: rules }
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

/**
 * The violations that axe finds on the page in light and in dark colours. For dark colours, only the colours are
 * checked.
 */
async function findingsInBoth(page: Page, name: string): Promise<string[]> {
  await wear(page, 'light')
  const light = await findings(page)
  await wear(page, 'dark')
  const dark = await findings(page, colourRules)
  return [
    ...light.map((finding) => `${name}, light: ${finding}`),
    ...dark.map((finding) => `${name}, dark: ${finding}`),
  ]
}

async function wear(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  // A colour that is halfway through a transition would be measured.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.locator(`html[data-theme=${colorScheme}]`).waitFor()
}

inShell('nobody is shut out', anyShell, (shell) => {
  test.each(tours)(
    'axe finds no violations on any screen and in any dialog $name, in light and dark colours',
    async ({ args, stops }) => {
      const home = await shell.makeHome()
      const { page, complaints, quit } = await shell.open({
        home,
        args: ['--sample', ...args],
        size: { width: 1280, height: 800 },
      })
      onTestFinished(async () => {
        await quit()
        await home.remove()
      })
      const found: string[] = []
      for (const { name, go } of stops) {
        await go(page)
        found.push(...(await findingsInBoth(page, name)))
      }
      expect(found).toEqual([])
      expect(complaints).toEqual([])
    },
    // Some fifty screens, each in two colours.
    300_000,
  )

  test('axe finds no violations in a trip in a narrow window, where buttons show only their icons', async () => {
    const home = await shell.makeHome()
    const { page, quit } = await shell.open({ home, args: ['--sample'], size: { width: 640, height: 700 } })
    onTestFinished(async () => {
      await quit()
      await home.remove()
    })
    await openTrip(page, 'Commonplace 2026')
    await page.getByRole('grid', { name: 'Days' }).waitFor()
    expect(await page.evaluate(() => window.innerWidth)).toBeLessThan(720)
    expect(await findings(page)).toEqual([])
  })

  test('axe finds no violations when trips or their backup have problems, in light and dark colours', async () => {
    const home = await shell.makeHome()
    await makeTroubledLibrary(home)
    const { page, complaints, quit } = await shell.open({ home, size: { width: 1024, height: 700 } })
    onTestFinished(async () => {
      await quit()
      await home.remove()
    })
    const found: string[] = []
    for (const { name, go } of troubledTour) {
      await go(page)
      found.push(...(await findingsInBoth(page, name)))
    }
    expect(found).toEqual([])
    expect(complaints).toEqual([])
  })
})
