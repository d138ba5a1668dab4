import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { App } from '../../../renderer/frame/app.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { start } from '../../../renderer/frame/start.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge

/** The pane that has the focus. */
const pane = () => document.activeElement?.closest('[data-pane]')

const tab = () => {
  const { place } = useApp.getState()
  return place.name === 'trip' ? place.tab : null
}

beforeEach(async () => {
  page = await connectPage()
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  const stop = await start()
  page.onEnd(stop)
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'journal' })
  render(<App />)
  await screen.findByRole('navigation', { name: 'Days' })
})

describe('the frame of a trip', () => {
  it('the frame shows which trip and view are open', async () => {
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Lantern Conf 2026 · Darmstadt')
    expect(document.title).toBe('Lantern Conf 2026 – Lanyard')
    expect(screen.getByRole('button', { name: 'Journal', current: 'page' })).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('the frame switches between its views by click, by key and by the menu of the system', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Report' }))
    expect(tab()).toBe('report')
    await userEvent.keyboard('{Control>}1{/Control}')
    expect(tab()).toBe('journal')
    await userEvent.keyboard('{Control>}3{/Control}')
    expect(tab()).toBe('report')
    act(() => page.send('app.command', { command: 'trips' }))
    expect(useApp.getState().place).toEqual({ name: 'library' })
  })

  it('the frame opens its dialogs by key, one at a time', async () => {
    await userEvent.keyboard('?')
    expect(useApp.getState().dialog).toBe('keys')
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeTruthy()
    expect(await axeFindings()).toEqual([])
    await userEvent.keyboard('{Control>}e{/Control}')
    expect(useApp.getState().dialog).toBe('keys')
    await userEvent.keyboard('{Escape}')
    await userEvent.keyboard('{Control>}e{/Control}')
    expect(useApp.getState().dialog).toBe('export')
  })

  it('F6 moves through the panes of the frame, and back to where the focus was', async () => {
    const [bar, ...others] = document.querySelectorAll('[data-pane]')
    await userEvent.keyboard('{F6}')
    expect(pane()).toBe(bar)
    await userEvent.tab()
    const second = document.activeElement
    await userEvent.keyboard('{F6}')
    expect(pane()).toBe(others[0])
    await userEvent.keyboard('{Shift>}{F6}{/Shift}')
    expect(document.activeElement).toBe(second)
  })

  it('the menu of the system searches in the open text', async () => {
    await act(() => useTrip.getState().addEntry('note', '2026-04-14', { title: 'Arrival' }))
    await waitFor(() => expect(useTrip.getState().focusEditor).toBe(false))
    act(() => page.send('app.command', { command: 'find' }))
    expect(await screen.findByRole('textbox', { name: 'Find' })).toBeTruthy()
  })

  it('Ctrl Z undoes a deletion', async () => {
    await act(() => useTrip.getState().addEntry('note', '2026-04-14', { title: 'Arrival' }))
    const { entryId } = useTrip.getState()
    await act(() => useTrip.getState().deleteEntry(entryId ?? ''))
    act(() => screen.getByRole('button', { name: 'Trips' }).focus())
    await userEvent.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(useTrip.getState().trip?.entries).toHaveLength(1))
  })

  it('the frame moves the trip to the trash, and restores it', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Trip menu' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Move the trip to the trash' }))
    expect(useApp.getState().place).toEqual({ name: 'library' })
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('row', { name: /Lantern Conf/ })).toBeTruthy()
  })
})

describe('the details dialog', () => {
  it('the details of the open trip can be changed', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Trip menu' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Trip details…' }))
    const name = await screen.findByRole('textbox', { name: 'Name' })
    await userEvent.clear(name)
    await userEvent.type(name, 'Beacon Conf')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Beacon Conf · Darmstadt'))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})

describe('the page and its shell', () => {
  it('the page reports that everything is saved before the window closes', async () => {
    await act(() => useTrip.getState().addEntry('note', '2026-04-14'))
    act(() => useTrip.getState().editEntry(useTrip.getState().entryId ?? '', { text: 'The last word.' }))
    act(() => page.send('app.flush', {}))
    await waitFor(() => expect(page.flushed).toEqual([0]))
    const { entries } = valueOf(await page.bridge.call('trips.open', { tripId: useTrip.getState().trip?.id ?? '' }))
    expect(entries[0]?.text).toBe('The last word.')
  })

  it('the page reports how much is not saved', async () => {
    await act(() => useTrip.getState().addEntry('note', '2026-04-14'))
    page.fillDisk('ENOSPC')
    act(() => useTrip.getState().editEntry(useTrip.getState().entryId ?? '', { text: 'The last word.' }))
    act(() => page.send('app.flush', {}))
    await waitFor(() => expect(page.flushed).toEqual([1]))
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Your text is kept here, and saving is tried again.',
    )
    expect(await axeFindings()).toEqual([])
  })

  it('the page reads the trip again when somebody else has changed it', async () => {
    const tripId = useTrip.getState().trip?.id ?? ''
    await page.bridge.call('trips.save', { tripId, changes: { title: 'Changed elsewhere' } })
    act(() => page.send('trip.changed', { tripId }))
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Changed elsewhere'))
  })
})
