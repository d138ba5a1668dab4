import { chown, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inMain } from '../support/in-main.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { entryText, makeTrip, openDay, openEntry, openTrip, waitUntilSaved, writeText } from '../support/steps.ts'
import { readStoredTexts } from '../support/stored-trip.ts'

const trip = { title: 'Lantern Conf 2026', firstDay: '2026-04-14', lastDay: '2026-04-14', city: 'Darmstadt' }

inShell('a backup', desktopShell, (shell) => {
  test('a backup goes to the chosen folder, contains the latest text, opens as a library, and restores what is lost', async () => {
    const home = await shell.makeHome()
    let lanyard = await shell.open({ home })
    onTestFinished(async () => {
      await lanyard.kill()
      await home.remove()
    })
    const stick = join(home.folder, 'stick')
    await mkdir(stick)
    const { uid, gid } = await stat(home.folder)
    await chown(stick, uid, gid)
    const { app, page } = lanyard
    await makeTrip(page, trip)
    await writeText(page, 'The first words.')
    await waitUntilSaved(page)

    await inMain(
      app,
      ({ dialog }, folder) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] })
      },
      stick,
    )
    await page.getByRole('button', { name: 'Trips', exact: true }).click()
    await page.getByRole('button', { name: 'Settings' }).click()
    const backup = page.getByRole('dialog', { name: 'Settings' }).getByRole('region', { name: 'Backup' })
    await backup.getByRole('button', { name: 'Choose a folder for the backup' }).click()
    await backup.getByText(/^All trips were copied today at/).waitFor()
    const copy = join(stick, 'Lanyard backup')
    expect(await readStoredTexts(copy)).toEqual(['The first words.'])

    await page.keyboard.press('Escape')
    await openTrip(page, trip.title)
    await openDay(page, 'Tuesday, 14 April')
    await openEntry(page, 'Note')
    await writeText(page, ' And the last ones.')
    await lanyard.quit()
    const [text = ''] = await readStoredTexts(home.library)
    expect(text).toContain('And the last ones.')
    expect(await readStoredTexts(copy)).toEqual([text])

    lanyard = await shell.open({ home, args: ['--library', copy] })
    await openTrip(lanyard.page, trip.title)
    await openDay(lanyard.page, 'Tuesday, 14 April')
    await openEntry(lanyard.page, 'Note')
    expect(await entryText(lanyard.page).innerText()).toBe(text)
    await lanyard.quit()

    for (const name of await readdir(home.library)) await rm(join(home.library, name), { recursive: true })
    lanyard = await shell.open({ home })
    await lanyard.page.getByRole('button', { name: /^Restore from a backup/ }).click()
    await lanyard.page.getByRole('button', { name: `Restore ${trip.title}` }).click()
    await lanyard.page.getByText(`“${trip.title}” is restored.`).waitFor()
    await lanyard.page.keyboard.press('Escape')
    await openTrip(lanyard.page, trip.title)
    expect(await readStoredTexts(home.library)).toEqual([text])
  })
})
