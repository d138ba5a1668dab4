import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { BACKUP_FOLDER } from '../../electron/journal/backup/backup-place.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { giveToOwner, type Home } from '../support/home.ts'
import { addTrip, someNote, valueOf } from '../support/library.ts'
import { anyShell, inShell } from '../support/shells.ts'

/* A dialog loads its own styles. No other dialog that might have loaded them was opened before. */

const title = 'Lantern Conf'

/** Stores a trip with two versions in the library of a home; returns the trip's folder. */
async function keepTrip(folder: string): Promise<string> {
  const library = openLibrary({ folder })
  const trip = await addTrip(library, [someNote({ title: 'Lunch', text: 'Soup.' })], { title })
  valueOf(await library.keepVersion(trip.id))
  const place = valueOf(await library.placeOf(trip.id))
  await library.close()
  return place
}

async function writeSettings(home: Home, settings: Record<string, unknown>): Promise<void> {
  await mkdir(home.own, { recursive: true })
  await writeFile(join(home.own, 'settings.json'), JSON.stringify(settings))
}

const styleOf = (element: Locator, property: string) =>
  element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property)

inShell('the first dialog after a start', anyShell, (shell) => {
  async function open(home: Home) {
    await giveToOwner(home)
    const { page, quit } = await shell.open({ home })
    onTestFinished(async () => {
      await quit()
      await home.remove()
    })
    return page
  }

  test('the restore dialog shows its explanation in small, quiet print', async () => {
    const home = await shell.makeHome()
    const stick = join(home.folder, 'stick')
    await keepTrip(join(stick, BACKUP_FOLDER))
    await writeSettings(home, { library: null, exports: null, theme: 'light', authorName: '', backup: stick })
    const page = await open(home)
    await page.getByRole('button', { name: /^Restore from a backup/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Restore from the backup' })
    const explanation = dialog.getByText(/^A trip is restored to how it is in the backup/)
    expect(await styleOf(explanation, 'font-size')).toBe('12px')
    expect(await styleOf(explanation, 'color')).not.toBe(await styleOf(dialog, 'color'))
  })

  test('a refused recovery is shown with the background of a problem', async () => {
    const home = await shell.makeHome()
    const place = await keepTrip(home.library)
    await writeFile(join(place, 'trip.json'), 'torn')
    await writeSettings(home, { library: null, exports: null, theme: 'light', authorName: '' })
    const page = await open(home)
    await page.getByRole('button', { name: `Recover ${title}` }).click()
    const restore = page.getByRole('button', { name: 'Restore the newest version' })
    await restore.waitFor()
    for (const name of await readdir(join(home.library, '.history')))
      await rm(join(home.library, '.history', name), { recursive: true })
    await restore.click()
    const refusal = page.getByRole('alert')
    expect(await styleOf(refusal, 'background-color')).not.toBe('rgba(0, 0, 0, 0)')
    expect(await styleOf(refusal, 'padding-left')).toBe('12px')
  })
})
