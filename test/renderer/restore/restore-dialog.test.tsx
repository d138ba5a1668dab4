import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { App } from '../../../renderer/frame/app.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useLibrary } from '../../../renderer/state/library-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { start } from '../../../renderer/frame/start.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { onePixel, someTrip } from '../../support/trips.ts'

const folders = { lantern: '2026-04-14-lantern-conf-2026', beacon: '2026-04-14-beacon-conf' }

let page: PageBridge
let stick: string
let library: string
let tripId: string

/** A library of two trips, one of them with a picture, and a backup of both. */
beforeEach(async () => {
  page = await connectPage({ chooseFolder: async () => stick })
  stick = join(page.folder, 'stick')
  await mkdir(stick)
  tripId = valueOf(await page.bridge.call('trips.create', someTrip())).trip.id
  valueOf(await page.bridge.call('trips.create', someTrip({ title: 'Beacon Conf' })))
  valueOf(await page.bridge.call('photos.add', { tripId, name: 'lamp.png', data: new Uint8Array(onePixel) }))
  valueOf(await page.bridge.call('settings.chooseBackup', {}))
  valueOf(await page.bridge.call('backup.run', { jobId: crypto.randomUUID() }))
  library = valueOf(await page.bridge.call('app.start', {})).library
})

async function openWindow(): Promise<void> {
  render(<App />)
  page.onEnd(await start())
  await screen.findByRole('heading', { level: 1 })
}

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

async function openFromSettings(): Promise<HTMLElement> {
  await openWindow()
  await userEvent.keyboard('{Control>},{/Control}')
  await press('Restore…')
  const dialog = await screen.findByRole('dialog', { name: 'Restore from the backup' })
  await within(dialog).findByRole('list', { name: 'Trips in the backup' })
  return dialog
}

const lines = (dialog: HTMLElement) =>
  within(dialog)
    .getAllByRole('listitem')
    .map((item) => item.textContent?.replace(/, saved .*? at \d\d:\d\d/, ''))

const inLibrary = (folder: string) => readdir(join(library, folder))

describe('the trips in the backup', () => {
  it('the restore dialog compares each trip to the library, lists lost ones first, and changes nothing', async () => {
    valueOf(await page.bridge.call('settings.stopBackup', {}))
    await rm(join(library, folders.beacon), { recursive: true })
    valueOf(await page.bridge.call('trips.save', { tripId, changes: { title: 'Changed since' } }))
    const backup = join(stick, 'Lanyard backup', folders.lantern, 'trip.json')
    const before = await readFile(backup, 'utf8')
    // If it were chosen in the window, it would be brought up to date first.
    await page.engine.context.settings.save({ backup: stick })
    const dialog = await openFromSettings()
    expect(lines(dialog)).toEqual([
      'Beacon Conf0 entries · not in the libraryRestore',
      'Lantern Conf 20260 entries · newer in the libraryRestore',
    ])
    expect(await axeFindings()).toEqual([])
    expect(await readFile(backup, 'utf8')).toBe(before)
  })

  it('a trip that is the same here cannot be restored', async () => {
    const dialog = await openFromSettings()
    expect(lines(dialog)).toEqual([
      expect.stringMatching(/ · identical in the library$/),
      expect.stringMatching(/ · identical in the library$/),
    ])
    expect(within(dialog).queryByRole('button', { name: /^Restore/ })).toBeNull()
  })

  it('if the disk of the backup is missing, that is shown, and can be tried again', async () => {
    await openWindow()
    await rename(stick, `${stick}-away`)
    act(() => useApp.getState().openDialog('restore'))
    await screen.findByText('The backup cannot be read.')
    expect(await axeFindings()).toEqual([])
    await rename(`${stick}-away`, stick)
    await press('Try again')
    await screen.findByRole('list', { name: 'Trips in the backup' })
  })
})

describe('a trip that is restored', () => {
  it('a lost trip is restored with its picture', async () => {
    await rm(join(library, folders.lantern), { recursive: true })
    const dialog = await openFromSettings()
    await press('Restore Lantern Conf 2026')
    await screen.findByText('“Lantern Conf 2026” is restored. 1 picture was restored.')
    await waitFor(() => expect(lines(dialog)[0]).toMatch(/ · identical in the library$/))
    expect(await inLibrary(folders.lantern)).toEqual(expect.arrayContaining(['photos', 'trip.json']))
    // The clicked button is gone; a moment later the dialog has the focus and receives keys.
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
    await userEvent.keyboard('{Escape}')
    await screen.findByRole('row', { name: /Lantern Conf 2026/ })
  })

  it('a trip returns to its state in the backup, which is undone with one click', async () => {
    const file = join(library, folders.lantern, 'trip.json')
    await openWindow()
    // What is saved now does not reach the backup.
    await rename(stick, `${stick}-away`)
    valueOf(await page.bridge.call('trips.save', { tripId, changes: { title: 'Changed since' } }))
    await rename(`${stick}-away`, stick)
    act(() => useApp.getState().openDialog('restore'))
    await press('Restore Lantern Conf 2026')
    await screen.findByText('“Lantern Conf 2026” is restored to how it is in the backup.')
    expect(await readFile(file, 'utf8')).toContain('"title": "Lantern Conf 2026"')
    await userEvent.keyboard('{Escape}')
    await press('Undo')
    await waitFor(async () => expect(await readFile(file, 'utf8')).toContain('"title": "Changed since"'))
  })

  it.each(['in the library', 'in the trip'])(
    'replacing a trip by its state in the backup is a step of undo, %s',
    async (where) => {
      const title = async () => valueOf(await page.bridge.call('trips.open', { tripId })).title
      await openWindow()
      await rename(stick, `${stick}-away`)
      valueOf(await page.bridge.call('trips.save', { tripId, changes: { title: 'Changed since' } }))
      await rename(`${stick}-away`, stick)
      if (where === 'in the trip') act(() => useApp.getState().goToTrip(tripId))
      const open = where === 'in the trip' ? tripId : undefined
      await waitFor(() => expect(useTrip.getState().trip?.id).toBe(open))
      const { undo, redo } = where === 'in the trip' ? useTrip.getState() : useLibrary.getState()
      act(() => useApp.getState().openDialog('restore'))
      await press('Restore Lantern Conf 2026')
      await screen.findByText('“Lantern Conf 2026” is restored to how it is in the backup.')
      await userEvent.keyboard('{Escape}')
      await act(undo)
      await screen.findByText('Undone: restoring “Lantern Conf 2026” from the backup.')
      expect(await title()).toBe('Changed since')
      await act(redo)
      await screen.findByText('Done again: restoring “Lantern Conf 2026” from the backup.')
      expect(await title()).toBe('Lantern Conf 2026')
    },
  )

  it('many trips can be restored at once, on a computer that has none of them', async () => {
    for (const folder of Object.values(folders)) await rm(join(library, folder), { recursive: true })
    await rm(join(library, '.history'), { recursive: true, force: true })
    const dialog = await openFromSettings()
    await press('Restore the 2 missing trips')
    await screen.findByText('2 trips are restored.')
    expect(within(dialog).queryByRole('button', { name: /^Restore the/ })).toBeNull()
    expect(await inLibrary('.')).toEqual(expect.arrayContaining(Object.values(folders)))
  })

  it('a restored trip opens at once if the user came from its damaged file', async () => {
    await writeFile(join(library, folders.lantern, 'trip.json'), '{ "half')
    await rm(join(library, '.history'), { recursive: true, force: true })
    await openWindow()
    await press(`Recover ${folders.lantern}`)
    await screen.findByText(/The backup may have one\./)
    await press('Look in the backup…')
    expect((await screen.findAllByText('damaged in the library')).length).toBe(1)
    await press('Restore Lantern Conf 2026')
    await screen.findByRole('navigation', { name: 'Days' })
    expect(useTrip.getState().trip?.title).toBe('Lantern Conf 2026')
    expect((await inLibrary(folders.lantern)).some((name) => name.includes('.corrupt-'))).toBe(true)
  })

  it('a trip that cannot be restored shows why, and is left unchanged', async () => {
    await rm(join(library, folders.beacon), { recursive: true })
    await openFromSettings()
    page.fillDisk('ENOSPC')
    await press('Restore Beacon Conf')
    await screen.findByText(/disk is full/)
    expect(await inLibrary('.')).not.toContain(folders.beacon)
    page.fillDisk(null)
    await press('Restore Beacon Conf')
    await screen.findByText('“Beacon Conf” is restored.')
    expect(await inLibrary('.')).toContain(folders.beacon)
  })
})

it('an empty library offers to restore, and asks where the backup is', async () => {
  valueOf(await page.bridge.call('settings.stopBackup', {}))
  for (const folder of Object.values(folders)) await rm(join(library, folder), { recursive: true })
  await rm(join(library, '.history'), { recursive: true, force: true })
  // If the user chooses the copy itself, the folder that contains it is used.
  stick = join(stick, 'Lanyard backup')
  await openWindow()
  await press(/^Restore from a backup/)
  const dialog = await screen.findByRole('dialog', { name: 'Restore from the backup' })
  await within(dialog).findByRole('button', { name: 'Restore Beacon Conf' })
  expect(await axeFindings()).toEqual([])
})
