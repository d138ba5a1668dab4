import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { addDays, dayAt, now } from '../../../electron/shared/time.ts'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { App } from '../../../renderer/frame/app.tsx'
import { start } from '../../../renderer/frame/start.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useLibrary } from '../../../renderer/state/library-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge
let stop: (() => void) | null

beforeEach(async () => {
  forgetDocuments()
  page = await connectPage()
  stop = null
  page.onEnd(() => stop?.())
})

const today = dayAt(now(), 'Europe/Berlin')

async function createTrip(firstDay: string, lastDay: string): Promise<{ tripId: string; entryId: string }> {
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip({ firstDay, lastDay })))
  const fields = { kind: 'note' as const, title: 'Zanzibar' }
  const input = { tripId: trip.id, kind: 'note' as const, day: lastDay, start: null, fields }
  return { tripId: trip.id, entryId: valueOf(await page.bridge.call('entries.add', input)).entryId }
}

async function openWindow(): Promise<void> {
  const starting = start()
  render(<App />)
  stop = await starting
}

/** Closes the window as the shell does: it asks for a flush first. */
async function closeWindow(): Promise<void> {
  const before = page.flushed.length
  page.send('app.flush', {})
  await waitFor(() => expect(page.flushed.length).toBe(before + 1))
  killWindow()
}

/** The next window knows nothing of this one. */
function killWindow(): void {
  stop?.()
  stop = null
  cleanup()
  sessionStorage.clear()
  useApp.setState(useApp.getInitialState(), true)
  useTrip.setState(useTrip.getInitialState(), true)
  useLibrary.setState(useLibrary.getInitialState(), true)
}

async function goTo(tripId: string, tab: 'journal' | 'report'): Promise<void> {
  act(() => useApp.getState().goToTrip(tripId, tab))
  await waitFor(() => expect(useTrip.getState().trip?.id).toBe(tripId))
}

test('the window opens where it was closed: the trip, its view, the day and the entry', async () => {
  const { tripId, entryId } = await createTrip('2026-04-14', '2026-04-16')
  await openWindow()
  await goTo(tripId, 'journal')
  act(() => useTrip.getState().selectEntry(entryId))
  await closeWindow()
  expect(await readFile(join(page.folder, 'place.json'), 'utf8')).not.toContain('Zanzibar')

  await openWindow()
  expect(useApp.getState().place).toEqual({ name: 'trip', tripId, tab: 'journal' })
  expect(useTrip.getState()).toMatchObject({ entryId, day: '2026-04-16', all: null })
  await waitFor(() => expect(document.activeElement?.getAttribute('data-key')).toBe(entryId))

  await goTo(tripId, 'report')
  act(() => useTrip.getState().showAll({}))
  await closeWindow()
  await openWindow()
  expect(useApp.getState().place).toEqual({ name: 'trip', tripId, tab: 'report' })
  expect(useTrip.getState().all).toEqual({})
})

test('the window opens with the library if it was closed there', async () => {
  const { tripId } = await createTrip('2026-04-14', '2026-04-16')
  await openWindow()
  await goTo(tripId, 'journal')
  await closeWindow()
  await openWindow()
  act(() => useApp.getState().go({ name: 'library' }))
  await closeWindow()
  await openWindow()
  expect(useApp.getState().place).toEqual({ name: 'library' })
})

test('a window that was closed within seconds of its start opens there again, however fast it was closed', async () => {
  const { tripId } = await createTrip('2026-04-14', '2026-04-16')
  await openWindow()
  await goTo(tripId, 'journal')
  await closeWindow()
  for (let count = 0; count < 3; count++) {
    await openWindow()
    expect(useApp.getState().place).toMatchObject({ name: 'trip', tripId })
    await closeWindow()
  }
})

test('a window that is closed before its trip has opened opens there again, with its entry', async () => {
  const { tripId, entryId } = await createTrip('2026-04-14', '2026-04-16')
  await openWindow()
  await goTo(tripId, 'journal')
  act(() => useTrip.getState().selectEntry(entryId))
  await closeWindow()
  let wasOpen: boolean | null = null
  page.onEnd(
    useApp.subscribe(({ place }) => {
      if (place.name !== 'trip' || wasOpen !== null) return
      wasOpen = useTrip.getState().trip !== null
      page.send('app.flush', {})
    }),
  )
  await openWindow()
  expect(wasOpen).toBe(false)
  await waitFor(() => expect(page.flushed.length).toBe(2))
  killWindow()
  await openWindow()
  expect(useTrip.getState()).toMatchObject({ entryId, day: '2026-04-16' })
})

test('a page that answered when it was closed does not count as one that hangs, however slow the disk was', async () => {
  const { tripId } = await createTrip('2026-04-14', '2026-04-16')
  const { place, library } = page.engine.context
  const opening = {
    tripId,
    tab: 'journal',
    day: null,
    isAll: false,
    entryId: null,
    scroll: 0,
    isOpening: true,
  } as const
  void place.keep(library.folder, opening)
  await page.bridge.call('app.flushed', { unsaved: 0 })
  await place.close()
  expect(await place.read(library.folder)).toEqual({ ...opening, isOpening: false })
})

test('during a trip, the window opens on today, ready for a new talk', async () => {
  const { tripId, entryId } = await createTrip(addDays(today, -1), addDays(today, 1))
  await openWindow()
  await waitFor(() => expect(useTrip.getState().day).toBe(today))
  expect(useApp.getState().place).toEqual({ name: 'trip', tripId, tab: 'journal' })
  act(() => useTrip.getState().selectEntry(entryId))
  await goTo(tripId, 'report')
  await closeWindow()

  await openWindow()
  expect(useApp.getState().place).toEqual({ name: 'trip', tripId, tab: 'journal' })
  expect(useTrip.getState()).toMatchObject({ day: today, entryId: null })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Write about a talk' })))
  await userEvent.keyboard('t')
  await waitFor(() => expect(useTrip.getState().trip?.entries.at(-1)?.kind).not.toBeUndefined())
  expect(useTrip.getState().trip?.entries.some(({ kind, day }) => kind === 'talk' && day === today)).toBe(true)
})

test('a window that was closed in a trip which has gone opens with the library', async () => {
  const { tripId } = await createTrip('2026-04-14', '2026-04-16')
  await openWindow()
  await goTo(tripId, 'journal')
  await closeWindow()
  valueOf(await page.bridge.call('trips.delete', { tripId }))
  await openWindow()
  await waitFor(() => expect(useApp.getState().place).toEqual({ name: 'library' }))
})

test('a window that was ended soon after it went back does not go there a third time: it may have hung', async () => {
  const { tripId } = await createTrip('2026-04-14', '2026-04-16')
  await openWindow()
  await goTo(tripId, 'journal')
  await closeWindow()
  await openWindow()
  expect(useApp.getState().place).toMatchObject({ tripId })
  const file = join(page.folder, 'place.json')
  await waitFor(async () => expect(await readFile(file, 'utf8')).toContain('"isOpening":true'))
  killWindow()
  await openWindow()
  expect(useApp.getState().place).toEqual({ name: 'library' })
})

test.each(['', 'null', '{"version":1}', '{"version":1,"library":"/","place":{"tripId":"../.."}}'])(
  'an invalid place leads to the library: %s',
  async (text) => {
    await createTrip('2026-04-14', '2026-04-16')
    await writeFile(join(page.folder, 'place.json'), text)
    await openWindow()
    expect(useApp.getState().place).toEqual({ name: 'library' })
  },
)
