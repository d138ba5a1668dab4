import axe from 'axe-core'
import { expect } from 'vitest'

/** Expects that axe finds nothing on the page. Colours it cannot see here; they are looked at in the real window. */
export async function expectNoViolations(root: Element = document.body): Promise<void> {
  const { violations } = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(found).toEqual([])
}
