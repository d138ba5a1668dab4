import type { Page } from 'playwright-core'

/** A view of the window, and how a user gets there from the previous one. */
export interface Stop {
  name: string
  go: (page: Page) => Promise<void>
}

/**
 * Part of the way through the sample library.
 *
 * @param written how the words of the sample are written in this library
 */
export type PartOfTour = (written: (text: string) => string) => readonly Stop[]

/** Close the dialog, menu or panel in which the focus is. */
export async function close(page: Page): Promise<void> {
  // A dialog that has just opened gets the focus a moment later.
  await page.waitForFunction(() => {
    const dialog = document.querySelector('[role=dialog]')
    return dialog === null || dialog.contains(document.activeElement)
  })
  await page.keyboard.press('Escape')
  // While the tooltip of a button is shown, the first Escape closes that alone.
  const isClosed = page.getByRole('dialog').first().waitFor({ state: 'detached', timeout: 1000 })
  await isClosed.catch(() => page.keyboard.press('Escape'))
}

/** Press the first button with this name. */
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

/** Press a button that opens a dialog. */
export async function openDialog(page: Page, button: string, dialog: string): Promise<void> {
  await press(page, button)
  await page.getByRole('dialog', { name: dialog }).waitFor()
}

/** Choose an item of a menu. */
export async function chooseFrom(page: Page, menu: string, item: string): Promise<void> {
  await press(page, menu)
  await page.getByRole('menuitem', { name: item }).click()
}
