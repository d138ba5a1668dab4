import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { packTrip } from '../../electron/journal/archive/pack-trip.ts'
import { importTrip } from '../../electron/journal/archive/import-trip.ts'
import { addEntry } from '../../electron/journal/edits/add-entry.ts'
import type { Library } from '../../electron/journal/library/library.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { addPicturedTrip, opened } from '../support/archives.ts'
import type { RunningDesktop } from '../support/desktop.ts'
import type { Home } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { someNote, valueOf } from '../support/library.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/* A trip is transferred to another computer as a file: from the file manager into the window, and out of the menu. */
inShell('a trip as a file', desktopShell, (desktop) => {
  let home: Home
  let elsewhere: Library
  let trip: Trip
  let lanyard: RunningDesktop

  /** The trip as it is on the other computer, saved as a file. */
  const packed = async (name: string) => {
    const path = join(home.folder, name)
    valueOf(await packTrip({ library: elsewhere, tripId: trip.id, path, replace: true }))
    return path
  }

  beforeAll(async () => {
    home = await desktop.makeHome()
    elsewhere = openLibrary({ folder: join(home.folder, 'elsewhere') })
    trip = await addPicturedTrip(elsewhere)
    lanyard = await desktop.open({ home, args: [await packed('trip from elsewhere.lanyard')] })
  })

  afterAll(async () => {
    await lanyard?.kill()
    await elsewhere?.close()
    await home?.remove()
  })

  const dialog = () => lanyard.page.getByRole('alertdialog', { name: 'You have this trip already' })

  test('a file that Lanyard is started with is imported, and its trip is open', async () => {
    await lanyard.page.getByRole('heading', { level: 1, name: trip.title }).waitFor()
    await lanyard.page.getByText('was imported, with 2 entries and 2 pictures.').waitFor()
    expect(lanyard.complaints).toEqual([])
  })

  test('a file that is opened while the window is open is merged with the trip if the user chooses to', async () => {
    valueOf(await elsewhere.update(trip.id, (state) => addEntry(state, someNote({ title: 'A late tram' }))))
    const [program = '', ...args] = lanyard.command
    const others = args.filter((arg) => !arg.endsWith('.lanyard'))
    const second = spawn(program, [...others, await packed('the same, later.lanyard')], {
      env: lanyard.environment,
      stdio: 'ignore',
    })
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
    await dialog().getByText('The file has 1 entry that yours does not have.').waitFor()
    await dialog().getByRole('button', { name: 'Merge' }).click()
    await lanyard.page.getByText(`The file was merged into “${trip.title}”.`).waitFor()
    await lanyard.page.getByRole('grid', { name: 'Entries' }).getByRole('row', { name: 'A late tram' }).waitFor()
    expect(lanyard.complaints).toEqual([])
  })

  test('the menu saves the trip where its dialog says, and another library imports it', async () => {
    const path = join(home.folder, 'Documents', 'for the shelf')
    await inMain(
      lanyard.app,
      ({ dialog: dialogs, Menu }, filePath) => {
        dialogs.showSaveDialog = async () => ({ canceled: false, filePath })
        const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? [])
        items?.find((item) => item.label === 'Save a &Copy as a File…')?.click()
      },
      path,
    )
    await lanyard.page.getByText(`A copy of “${trip.title}” is at ${path}.lanyard.`).waitFor()
    expect((await readFile(`${path}.lanyard`)).subarray(0, 2).toString()).toBe('PK')
    const third = openLibrary({ folder: join(await temporaryFolder(), 'third') })
    onTestFinished(() => third.close())
    const taken = valueOf(await importTrip(third, await opened(`${path}.lanyard`), 'new'))
    expect(taken.trip.entries).toHaveLength(3)
    expect(taken.photos).toBe(2)
  })
})
