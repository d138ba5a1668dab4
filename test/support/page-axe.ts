import axe from 'axe-core'
import { expect } from 'vitest'

/** What axe has against the page, a line each. Colours it cannot see here; they are looked at in the real window. */
export async function axeFindings(root: Element = document.body): Promise<string[]> {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }
  const { violations } = await axe.run(root, { rules })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

/** Expects that axe has nothing against the page. */
export async function expectNoViolations(root: Element = document.body): Promise<void> {
  expect(await axeFindings(root)).toEqual([])
}
