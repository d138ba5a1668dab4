import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { App } from '../../../renderer/frame/app.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { start } from '../../../renderer/frame/start.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { onePixel, someTrip } from '../../support/trips.ts'

let page: PageBridge

beforeEach(async () => {
  page = await connectPage()
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  page.onEnd(await start())
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'journal' })
  render(<App />)
  await screen.findByRole('navigation', { name: 'Days' })
})

async function openDialog(): Promise<HTMLElement> {
  await userEvent.click(screen.getByRole('button', { name: 'Trip menu' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Deleted entries…' }))
  return screen.findByRole('dialog', { name: 'Deleted entries' })
}

describe('deleted entries', () => {
  it('the list of deleted entries is empty at first', async () => {
    const dialog = await openDialog()
    expect(dialog.textContent).toContain('There are no deleted entries.')
    expect(dialog.textContent).toContain('30 days')
    expect(await axeFindings()).toEqual([])
  })

  it('deleted entries are restored to where they were, with their pictures', async () => {
    const photo = await act(() => useTrip.getState().addPhoto('tram.png', new Uint8Array(onePixel)))
    const text = `![A tram](photo:${photo?.id})`
    await act(() => useTrip.getState().addEntry('note', '2026-04-14', { title: 'Arrival', text }))
    const { entryId } = useTrip.getState()
    await act(() => useTrip.getState().deleteEntry(entryId ?? ''))
    const dialog = await openDialog()
    expect(dialog.textContent).toMatch(/Arrival.*Tuesday, 14 April · 1 picture.*kept for 30 more days/)
    expect(await axeFindings()).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: 'Restore Arrival' }))
    await within(dialog).findByText('There are no deleted entries.')
    expect(useTrip.getState()).toMatchObject({ entryId, trip: { entries: [{ id: entryId, text }], deleted: [] } })
    const { engine } = page
    const tripId = useTrip.getState().trip?.id ?? ''
    const { data } = valueOf(await engine.context.library.readPhoto(tripId, photo?.id ?? ''))
    expect(Buffer.from(data).equals(onePixel)).toBe(true)
  })

  it('a restored entry is deleted again if the restore is undone', async () => {
    await act(() => useTrip.getState().addEntry('note', '2026-04-14', { title: 'Arrival' }))
    await act(() => useTrip.getState().deleteEntry(useTrip.getState().entryId ?? ''))
    const dialog = await openDialog()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Restore Arrival' }))
    await waitFor(() => expect(useTrip.getState().trip?.entries).toHaveLength(1))
    await act(() => useTrip.getState().undo())
    expect(useTrip.getState().trip).toMatchObject({ entries: [], deleted: [{ entry: { title: 'Arrival' } }] })
  })
})
