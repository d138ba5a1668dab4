import axe, { type Result } from 'axe-core'
import type { Page } from 'playwright-core'

/** The rules of axe about colours. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** The violations that axe finds on the page, one per line. @param rules default: all of them */
export async function findings(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  // Otherwise everything that is in order would be described too, which takes longer than finding it.
  const options = { resultTypes: ['violations'], ...(rules !== undefined && { runOnly: rules }) }
  const violations = await page.evaluate<Result[]>(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

/**
 * The violations that axe finds on the page in light and in dark colours. For dark colours, only the colours are
 * checked.
 */
export async function findingsInBoth(page: Page, name: string): Promise<string[]> {
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
