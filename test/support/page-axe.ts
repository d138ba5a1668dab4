import axe from 'axe-core'
import { expect } from 'vitest'

/** The violations that axe finds in the page, a line each. It cannot see colours here; end-to-end tests check those. */
export async function axeFindings(root: Element = document.body): Promise<string[]> {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } }
  const { violations } = await axe.run(root, { rules, resultTypes: ['violations'] })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

/** Expect that axe finds no violations in the page. */
export async function expectNoViolations(root: Element = document.body): Promise<void> {
  expect(await axeFindings(root)).toEqual([])
}
