import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Trip } from '../../../electron/shared/trip.ts'
import { App } from '../../../renderer/frame/app.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { start } from '../../../renderer/frame/start.ts'
import { newerFile } from '../../support/other-formats.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

const words = 'can be read and exported here, and not changed'

let page: PageBridge
let trip: Trip
let file: string

beforeEach(async () => {
  page = await connectPage()
  const { id: tripId } = valueOf(await page.bridge.call('trips.create', someTrip())).trip
  const fields = { kind: 'note' as const, title: 'Lunch', text: 'Soup.' }
  const input = { tripId, kind: 'note' as const, day: '2026-04-14', start: null, fields }
  trip = valueOf(await page.bridge.call('entries.add', input)).trip
  file = join(valueOf(await page.engine.context.library.placeOf(tripId)), 'trip.json')
})

async function openWindow(): Promise<void> {
  page.onEnd(await start())
  render(<App />)
  await screen.findByRole('heading', { level: 1 })
}

async function openTrip(): Promise<void> {
  await openWindow()
  act(() => useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'journal' }))
  await screen.findByRole('navigation', { name: 'Days' })
}

describe('a trip that a newer Lanyard wrote', () => {
  beforeEach(() => writeFile(file, newerFile(trip)))

  it('a newer trip is listed among the others as read-only', async () => {
    await openWindow()
    const card = await screen.findByRole('row', { name: /Lantern Conf/ })
    expect(within(card).getByText('Read-only')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'More about Lantern Conf 2026' }))
    const details = await screen.findByRole('menuitem', { name: 'Rename and details…' })
    expect(details.getAttribute('aria-disabled')).toBe('true')
  })

  it('a newer trip is shown with an explanation, and without everything that would change it', async () => {
    await openTrip()
    expect(screen.getByRole('region', { name: 'Read-only' }).textContent).toContain(words)
    act(() => useTrip.getState().selectEntry(trip.entries[0]?.id ?? null))
    const title = await screen.findByRole('textbox', { name: 'Title' })
    expect(title.getAttribute('readonly')).not.toBeNull()
    expect(screen.queryByRole('toolbar')).toBeNull()
    await act(async () => expect(await useTrip.getState().addEntry('note', '2026-04-14')).toBeNull())
    await waitFor(() => expect(screen.getAllByText(new RegExp(words))).toHaveLength(2))
    expect(await axeFindings()).toEqual([])
    expect(await readFile(file)).toEqual(newerFile(trip))
  })

  it('a newer trip can be exported', async () => {
    await openTrip()
    await userEvent.click(screen.getByRole('button', { name: /Export/ }))
    expect(await screen.findByRole('dialog', { name: /Export/ })).toBeTruthy()
  })
})

describe('a trip that a newer Lanyard writes while it is open', () => {
  it('a trip becomes read-only when a newer Lanyard writes it, and editable again when it is as before', async () => {
    const before = await readFile(file)
    await openTrip()
    expect(screen.queryByRole('region', { name: 'Read-only' })).toBeNull()
    await writeFile(
      file,
      newerFile({ ...trip, title: 'Lantern Conf, the film', updatedAt: '2099-01-01T00:00:00.000Z' }),
    )
    act(() => page.send('trip.changed', { tripId: trip.id }))
    expect((await screen.findByRole('region', { name: 'Read-only' })).textContent).toContain(words)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('the film')

    await writeFile(file, before)
    act(() => page.send('trip.changed', { tripId: trip.id }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Read-only' })).toBeNull())
  })
})
