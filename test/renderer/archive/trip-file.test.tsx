import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { packTrip } from '../../../electron/journal/archive/pack-trip.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { App } from '../../../renderer/frame/app.tsx'
import { listenToDrops } from '../../../renderer/archive/listen-to-drops.ts'
import { openTripFiles, openWaitingFiles } from '../../../renderer/archive/open-trip-file.ts'
import { saveCopy } from '../../../renderer/archive/save-copy.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge
let trip: Trip
beforeEach(async () => {
  page = await connectPage()
  trip = valueOf(await page.bridge.call('trips.create', someTrip())).trip
  await addNote('Arrival')
})

async function addNote(title: string): Promise<void> {
  const fields = { kind: 'note', title } as const
  valueOf(
    await page.bridge.call('entries.add', { tripId: trip.id, kind: 'note', day: '2026-04-14', start: null, fields }),
  )
}

/** The trip as a file, in its current state. */
async function packed(): Promise<File> {
  const path = join(page.folder, '..', `${trip.id}.lanyard`)
  const { library } = page.engine.context
  valueOf(await packTrip({ library, tripId: trip.id, path, replace: true }))
  return new File([new Uint8Array(await readFile(path))], 'pycon.lanyard')
}

/** Shows the page as after its start. */
async function show(): Promise<void> {
  useApp.getState().setStart(valueOf(await page.bridge.call('app.start', {})))
  render(<App />)
  await screen.findByRole('heading', { name: 'Trips' })
}

const dropped = (files: File[]) => ({
  dataTransfer: {
    files,
    types: ['Files'],
    items: files.map((file) => ({ kind: 'file', getAsFile: () => file, webkitGetAsEntry: () => null })),
  },
})

const restored = async (versionId: string) =>
  valueOf(await page.bridge.call('history.restore', { tripId: trip.id, versionId, entryId: null }))
const titles = async () => valueOf(await page.bridge.call('trips.open', { tripId: trip.id })).entries.map(titleOf)
const titleOf = (entry: Trip['entries'][number]) => (entry.kind === 'note' ? entry.title : '')
const toast = (text: RegExp) => screen.findByText(text, {}, { timeout: 20_000 })
const question = () => screen.findByRole('alertdialog', { name: 'You have this trip already' }, { timeout: 20_000 })

/** A file with two entries that the trip here lacks. */
async function differing(): Promise<File> {
  const before = valueOf(await page.engine.context.library.keepVersion(trip.id))
  await addNote('Tea')
  await addNote('Soup')
  const file = await packed()
  await restored(before)
  // As if it had never been here: the entries are not among the deleted ones either.
  valueOf(
    await page.engine.context.library.update(trip.id, (state) => ({ ok: true, value: { ...state, deleted: [] } })),
  )
  expect(await titles()).toEqual(['Arrival'])
  return file
}

test('a trip that was saved as a file is imported in the dialog, and opens', async () => {
  const file = await packed()
  valueOf(await page.bridge.call('trips.delete', { tripId: trip.id }))
  await show()
  const user = userEvent.setup({ applyAccept: false })
  act(() => useApp.getState().openDialog('import'))
  await screen.findByRole('dialog', { name: 'Import a report or journal' })
  const input = document.querySelector<HTMLInputElement>('input[type=file]:not([webkitdirectory])')
  if (input === null) throw new Error('There is no field for files.')
  await user.upload(input, [file])
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await toast(/^“Lantern Conf 2026” was imported, with 1 entry\. The copy that you deleted is still in the trash\.$/)
  expect(useApp.getState()).toMatchObject({ dialog: null, place: { name: 'trip', tripId: trip.id } })
})

test('an existing trip is merged if the user chooses to, which can be undone', async () => {
  const file = await differing()
  await show()
  act(() => openTripFiles([file]))
  const dialog = await question()
  expect(dialog.textContent).toMatch(/The file has 2 entries that yours does not have/)
  await expectNoViolations()
  const user = userEvent.setup()
  await user.click(within(dialog).getByRole('button', { name: 'Merge' }))
  await toast(/^The file was merged into “Lantern Conf 2026”\.$/)
  expect((await titles()).toSorted()).toEqual(['Arrival', 'Soup', 'Tea'])
  await waitFor(() => expect(useTrip.getState().trip?.entries).toHaveLength(3))
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect(await titles()).toEqual(['Arrival']))
})

test('merging a file is a step that Ctrl Z and Ctrl Shift Z walk through, in a trip that was not open before', async () => {
  const file = await differing()
  await show()
  act(() => openTripFiles([file]))
  await userEvent.setup().click(within(await question()).getByRole('button', { name: 'Merge' }))
  await toast(/^The file was merged/)
  await waitFor(() => expect(useTrip.getState().trip?.entries).toHaveLength(3))
  await act(() => useTrip.getState().undo())
  await toast(/^Undone: merging “pycon\.lanyard”/)
  expect(await titles()).toEqual(['Arrival'])
  expect(useTrip.getState().trip?.entries).toHaveLength(1)
  await act(() => useTrip.getState().redo())
  await toast(/^Done again: merging “pycon\.lanyard”/)
  expect((await titles()).toSorted()).toEqual(['Arrival', 'Soup', 'Tea'])
})

test('both trips are kept if the user chooses to', async () => {
  const file = await differing()
  await show()
  act(() => openTripFiles([file]))
  await userEvent.setup().click(within(await question()).getByRole('button', { name: 'Keep both' }))
  await toast(/^“Lantern Conf 2026 \(copy\)” was imported, with 3 entries\.$/)
  expect(await titles()).toEqual(['Arrival'])
  expect(valueOf(await page.bridge.call('library.list', {})).trips).toHaveLength(2)
})

test('Esc leaves everything unchanged, and the next file follows', async () => {
  const file = await differing()
  await show()
  act(() => openTripFiles([file, new File(['no trip'], 'odd.lanyard')]))
  await question()
  await userEvent.setup().keyboard('{Escape}')
  await toast(/^“odd\.lanyard”: The file is damaged or cut off/)
  expect(await titles()).toEqual(['Arrival'])
  expect(useApp.getState().dialog).toBe(null)
})

test('a file without news opens the trip and says so', async () => {
  const file = await packed()
  await addNote('Tea')
  await show()
  act(() => openTripFiles([file]))
  await toast(/^You have “Lantern Conf 2026” already, in a newer state than in the file\.$/)
  expect(useApp.getState().place).toMatchObject({ name: 'trip', tripId: trip.id })
})

test('a file that is opened from outside waits for an open dialog', async () => {
  const path = join(page.folder, 'outside.lanyard')
  await writeFile(path, new Uint8Array(await (await packed()).arrayBuffer()))
  await show()
  act(() => useApp.getState().openDialog('keys'))
  page.engine.openedFiles.add([path, path])
  act(() => openWaitingFiles())
  expect(page.calls).not.toContain('archives.next')
  act(() => useApp.getState().closeDialog())
  await toast(/^You have “Lantern Conf 2026” already, just as it is in the file\.$/)
  await waitFor(() => expect(page.calls.filter((call) => call === 'archives.next')).toHaveLength(3))
})

test('a trip file can be dropped anywhere on the window, and other files open the import', async () => {
  const file = await packed()
  await show()
  const stop = listenToDrops()
  page.onEnd(stop)
  fireEvent.drop(screen.getByRole('heading', { name: 'Trips' }), dropped([new File(['x'], 'notes.md')]))
  await waitFor(() => expect(useApp.getState().dialog).toBe('import'))
  await waitFor(() => expect(page.calls).toContain('imports.understand'))
  act(() => useApp.getState().closeDialog())
  fireEvent.drop(screen.getByRole('heading', { name: 'Trips' }), dropped([file, new File(['x'], 'notes.md')]))
  await toast(/Drop it by itself/)
  fireEvent.drop(screen.getByRole('heading', { name: 'Trips' }), dropped([file]))
  await toast(/^You have “Lantern Conf 2026” already/)
  expect(page.calls.filter((call) => call === 'archives.read')).toHaveLength(1)
})

test('a copy is saved as a file, and its place is shown', async () => {
  await show()
  await act(() => saveCopy(trip))
  const place = join(page.folder, 'Lanyard exports', '2026-04-14-lantern-conf-2026.lanyard')
  expect((await toast(/^A copy of “Lantern Conf 2026” is at /)).textContent).toContain(place)
  expect((await readFile(place)).subarray(0, 2).toString()).toBe('PK')
  await act(() => saveCopy(trip))
  await toast(/2026-04-14-lantern-conf-2026-2\.lanyard/)
})

test('a dialog lists what is not in a copy', async () => {
  const photo = {
    id: '11111111-1111-4111-8111-111111111111',
    file: 'gone.png',
    mediaType: 'image/png' as const,
    bytes: 10,
    sha256: '0'.repeat(64),
    originalName: 'gone.png',
    caption: '',
    alt: '',
    credit: '',
    addedAt: '2026-04-14T10:00:00Z',
  }
  valueOf(
    await page.engine.context.library.update(trip.id, (state) => ({ ok: true, value: { ...state, photos: [photo] } })),
  )
  await show()
  act(() => void saveCopy(trip))
  const dialog = await screen.findByRole('dialog', { name: 'The copy is saved' }, { timeout: 20_000 })
  expect(within(dialog).getByRole('list', { name: 'Remarks' }).textContent).toMatch(/gone\.png/)
  await expectNoViolations()
  await userEvent.setup().click(within(dialog).getByRole('button', { name: 'Done' }))
  expect(useApp.getState().dialog).toBe(null)
})
