import type { Page } from 'playwright-core'

export interface Dropped {
  items: { mimeType: string; data: string }[]
  /** Absolute paths. */
  files?: string[]
}

/** Drags something from another program onto the middle of an element and drops it, the way a user's hand does. */
export async function dropOn(page: Page, selector: string, { items, files }: Dropped): Promise<void> {
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error(`There is no ${selector} to drop something on.`)
  const session = await page.context().newCDPSession(page)
  const data = { items, ...(files !== undefined && { files }), dragOperationsMask: 1 }
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + Math.min(box.height / 2, 100))]
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  }
  await session.detach()
}
