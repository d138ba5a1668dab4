import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { App } from '../../../renderer/frame/app.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { start } from '../../../renderer/frame/start.ts'
import { keptVersion, withText } from '../../support/kept-version.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge
let tripId: string
let lunchId: string
let dinnerId: string

async function addNote(title: string, text: string): Promise<string> {
  const fields = { kind: 'note' as const, title, text }
  const input = { tripId, kind: 'note' as const, day: '2026-04-14', start: null, fields }
  return valueOf(await page.bridge.call('entries.add', input)).entryId
}

/** A trip with two entries and two versions. Lunch differs in the older, and neither has Dinner. */
beforeEach(async () => {
  page = await connectPage()
  tripId = valueOf(await page.bridge.call('trips.create', someTrip())).trip.id
  lunchId = await addNote('Lunch', 'We had soup and bread.')
  dinnerId = await addNote('Dinner', 'Nobody came.')
  const withoutDinner = ({ id }: { id: string }) => id !== dinnerId
  await keptVersion(page, tripId, '2026-04-14T08:00:00.000Z', (trip) => ({
    entries: withText(trip, lunchId, 'We had cake and bread.').entries.filter(withoutDinner),
  }))
  await keptVersion(page, tripId, '2026-04-14T09:00:00.000Z', (trip) => ({
    entries: trip.entries.filter(withoutDinner),
  }))
})

async function openTrip(): Promise<void> {
  const stop = await start()
  page.onEnd(stop)
  useApp.getState().go({ name: 'trip', tripId, tab: 'journal' })
  render(<App />)
  await screen.findByRole('navigation', { name: 'Days' })
}

async function openHistory(): Promise<HTMLElement> {
  await openTrip()
  await userEvent.click(screen.getByRole('button', { name: 'Trip menu' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /^History…/ }))
  const dialog = await screen.findByRole('dialog', { name: 'History of “Lantern Conf 2026”' })
  await within(dialog).findAllByRole('option')
  return dialog
}

async function openEntryHistory(id: string, name: string): Promise<HTMLElement> {
  await openTrip()
  act(() => useTrip.getState().selectEntry(id))
  await userEvent.click(await screen.findByRole('button', { name: 'More for this entry' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /^History…/ }))
  return screen.findByRole('dialog', { name: `History of “${name}”` })
}

const entry = (id: string) => useTrip.getState().trip?.entries.find((one) => one.id === id)
const choose = async (dialog: HTMLElement, name: RegExp) =>
  userEvent.click(within(dialog).getByRole('option', { name }))

describe("a trip's history", () => {
  it('the history lists the versions of a trip in the venue’s time, with the changes in each', async () => {
    const dialog = await openHistory()
    const group = within(dialog).getByRole('group', { name: 'Tuesday, 14 April 2026' })
    const versions = within(group)
      .getAllByRole('option')
      .map((option) => option.textContent)
    expect(versions[0]).toMatch(/^11:00.*1 entry changed: Lunch$/)
    expect(versions[1]).toMatch(/^10:00.*Oldest version kept$/)
    expect(await axeFindings()).toEqual([])
  })

  it('the history shows which words were added and removed since a version', async () => {
    const dialog = await openHistory()
    await choose(dialog, /10:00/)
    const lunch = await within(dialog).findByRole('region', { name: 'Lunch' })
    expect(lunch.textContent).toContain('Changed since')
    expect(within(lunch).getByRole('deletion').textContent).toContain('cake')
    expect(within(lunch).getByRole('insertion').textContent).toContain('soup')
    const dinner = within(dialog).getByRole('region', { name: 'Dinner' })
    expect(dinner.textContent).toContain('Added since')
    // An entry that was added later has no earlier state to restore.
    expect(within(dinner).queryByRole('button')).toBeNull()
    expect(await axeFindings()).toEqual([])
  })

  it('the history opens with its shortcut, and versions are chosen with the arrow keys', async () => {
    await openTrip()
    await userEvent.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
    const dialog = await screen.findByRole('dialog', { name: /^History/ })
    await within(dialog).findAllByRole('option')
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('option'))
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(within(dialog).getByRole('option', { selected: true }).textContent).toContain('10:00')
  })

  it('the history restores the whole trip, which one click undoes', async () => {
    const dialog = await openHistory()
    await choose(dialog, /10:00/)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Restore the whole trip' }))
    await screen.findByText('The trip is restored to how it was on Tuesday, 14 April 2026 at 10:00.')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(entry(lunchId)).toMatchObject({ text: 'We had cake and bread.' })
    expect(useTrip.getState().trip?.deleted.map(({ entry: gone }) => gone.id)).toEqual([dinnerId])
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(entry(dinnerId)).toMatchObject({ text: 'Nobody came.' }))
    expect(entry(lunchId)).toMatchObject({ text: 'We had soup and bread.' })
    const onDisk = valueOf(await page.bridge.call('trips.open', { tripId }))
    expect(onDisk.entries.map(({ text }) => text)).toEqual(['We had soup and bread.', 'Nobody came.'])
  })

  it('the history restores one entry and leaves the others, and Ctrl+Z undoes that', async () => {
    const dialog = await openHistory()
    await choose(dialog, /10:00/)
    await userEvent.click(await within(dialog).findByRole('button', { name: 'Restore Lunch' }))
    await waitFor(() => expect(entry(lunchId)).toMatchObject({ text: 'We had cake and bread.' }))
    expect(entry(dinnerId)).toBeDefined()
    // The dialog stays open for restoring other entries; the restored entry no longer differs.
    await waitFor(() => expect(within(dialog).queryByRole('region', { name: 'Lunch' })).toBeNull())
    // The button that was pressed disappears with it, but the focus stays in the dialog.
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await userEvent.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(entry(lunchId)).toMatchObject({ text: 'We had soup and bread.' }))
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    await waitFor(() => expect(entry(lunchId)).toMatchObject({ text: 'We had cake and bread.' }))
  })

  it('the history compares with unsaved text', async () => {
    await openTrip()
    act(() => useTrip.getState().editEntry(lunchId, { text: 'We had nothing.' }))
    await userEvent.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
    const lunch = await screen.findByRole('region', { name: 'Lunch' })
    expect(lunch.textContent).toContain('nothing')
    expect(within(lunch).getAllByRole('insertion')).not.toHaveLength(0)
  })

  it('the history refuses to restore while text cannot be saved', async () => {
    const dialog = await openHistory()
    await choose(dialog, /10:00/)
    await within(dialog).findByRole('region', { name: 'Lunch' })
    page.fillDisk('ENOSPC')
    act(() => useTrip.getState().editEntry(lunchId, { text: 'The newest words.' }))
    await userEvent.click(within(dialog).getByRole('button', { name: 'Restore the whole trip' }))
    await screen.findByText(/Not everything that you typed is saved yet/)
    expect(entry(lunchId)).toMatchObject({ text: 'The newest words.' })
    expect(page.calls).not.toContain('history.restore')
  })

  it('the history explains what will be listed if there is no version yet', async () => {
    await openTrip()
    const fresh = valueOf(await page.bridge.call('trips.create', someTrip({ title: 'Fresh' }))).trip
    act(() => useApp.getState().go({ name: 'trip', tripId: fresh.id, tab: 'journal' }))
    await waitFor(() => expect(useTrip.getState().trip?.id).toBe(fresh.id))
    await userEvent.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
    await screen.findByText('No earlier version yet')
    expect(await axeFindings()).toEqual([])
  })
})

describe("an entry's history", () => {
  it('the history of an entry has only the versions in which it changed, and restores it alone', async () => {
    await keptVersion(page, tripId, '2026-04-14T10:00:00.000Z', () => ({ city: 'Mannheim' }))
    const dialog = await openEntryHistory(lunchId, 'Lunch')
    const clocks = (await within(dialog).findAllByRole('option')).map((option) => option.textContent?.slice(0, 5))
    // It did not change at 12:00. At 10:00 it did not exist: its creation date is today, when the test created it.
    expect(clocks).toEqual(['11:00'])
    expect(await axeFindings()).toEqual([])
    await act(async () => useTrip.getState().editEntry(lunchId, { text: 'Spoilt.' }))
    await act(() => useTrip.getState().flush())
    // It can be restored as soon as it has been compared again.
    await within(dialog).findByRole('region', { name: 'Lunch' })
    await userEvent.click(within(dialog).getByRole('button', { name: 'Restore the entry' }))
    await screen.findByText('“Lunch” is restored to how it was on Tuesday, 14 April 2026 at 11:00.')
    expect(entry(lunchId)).toMatchObject({ text: 'We had soup and bread.' })
    expect(entry(dinnerId)).toBeDefined()
    expect(useTrip.getState().trip?.city).toBe('Darmstadt')
    // The editor shows the restored text.
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Text of Lunch' }).textContent).toContain('We had soup and bread.'),
    )
  })
})
