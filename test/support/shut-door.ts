import type { Page } from 'playwright-core'

/**
 * Something that no page of Lanyard may do or know. It is tried from the page, so that an installed program can be tested
 * too.
 */
export interface ShutDoor {
  name: string
  expectShut: (page: Page) => Promise<void>
}

/** Runs a script in the page. It is a string, because lint rules forbid all of this in the project's own code. */
export async function inPage(page: Page, script: string): Promise<unknown> {
  return await page.evaluate(`(async () => { ${script} })()`)
}
