import { readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findFile } from '../support/find-file.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { entryText, makeTrip, waitUntilSaved, writeText } from '../support/steps.ts'
import { readStoredTexts } from '../support/stored-trip.ts'
import { desktopOwner } from '../torture/give-home.ts'
import { makeMemoryDisk, whyNoDisks } from '../torture/small-disk.ts'

const trip = { title: 'Lantern Conf 2026', firstDay: '2026-04-14', lastDay: '2026-04-14', city: 'Darmstadt' }

inShell('a disk that is full', desktopShell, (desktop) => {
  test('a full disk is reported within two seconds, and the text stays and is saved once there is room', async ({
    skip,
  }) => {
    const missing = await whyNoDisks()
    if (missing !== null) process.stdout.write(`Skipped: a full disk under the window: ${missing}\n`)
    skip(missing !== null, missing ?? '')
    const disk = await makeMemoryDisk(5, desktopOwner())
    const library = join(disk.folder, 'Lanyard')
    const home = await desktop.makeHome()
    const { page, kill } = await desktop.open({ home, args: ['--library', library] })
    onTestFinished(async () => {
      await kill()
      await disk.remove()
      await home.remove()
    })
    await makeTrip(page, trip)
    await writeText(page, 'There was room for this.')
    await waitUntilSaved(page)
    const file = await findFile(library, 'trip.json')
    const before = await readFile(file)

    const filler = join(disk.folder, 'filler')
    const { bavail, bsize } = await statfs(disk.folder)
    await writeFile(filler, Buffer.alloc(bavail * bsize, 1))
    await writeText(page, ' And none for this.')
    const alert = page.getByRole('contentinfo').getByRole('alert')
    await alert.waitFor({ timeout: 2_000 })
    expect(await alert.innerText()).toContain('disk is full')
    expect(await entryText(page).innerText()).toBe('There was room for this. And none for this.')
    expect(before.equals(await readFile(file))).toBe(true)

    await rm(filler)
    await waitUntilSaved(page)
    expect(await readStoredTexts(library)).toEqual(['There was room for this. And none for this.'])
  })
})
