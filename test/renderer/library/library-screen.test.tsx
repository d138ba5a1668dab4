import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { App } from '../../../renderer/frame/app.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { start } from '../../../renderer/frame/start.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge

beforeEach(async () => {
  page = await connectPage()
})

/** Opens the window on what is in the library. */
async function openWindow(): Promise<void> {
  const stop = await start()
  page.onEnd(stop)
  render(<App />)
  await screen.findByRole('heading', { level: 1 })
}

async function createTrip(changes: Parameters<typeof someTrip>[0] = {}): Promise<string> {
  return valueOf(await page.bridge.call('trips.create', someTrip(changes))).trip.id
}

const cards = () => screen.queryAllByRole('row').map((row) => row.querySelector('h2')?.textContent)

describe('an empty library', () => {
  it('an empty library shows the ways to begin', async () => {
    await openWindow()
    expect(screen.getByRole('button', { name: /Start a trip/ })).toBeTruthy()
    expect(screen.getByRole('button', { name: /Import a report/ })).toBeTruthy()
    expect(screen.getByRole('button', { name: /Look at the sample/ })).toBeTruthy()
    expect(await axeFindings()).toEqual([])
  })

  it('an empty library adds the sample trips on request', async () => {
    await openWindow()
    await userEvent.click(screen.getByRole('button', { name: /Look at the sample/ }))
    await waitFor(() => expect(cards()).toHaveLength(2), { timeout: 15_000 })
  })
})

it('a library that takes time to read shows its progress', async () => {
  const answer = page.hold('library.list')
  const started = start()
  render(<App />)
  const bar = await within(await screen.findByRole('status')).findByRole('progressbar', {
    name: 'Reading the trips…',
  })
  act(() => page.send('library.progress', { done: 0.4 }))
  await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('40'))
  answer()
  page.onEnd(await started)
  expect(await screen.findByRole('button', { name: /Start a trip/ })).toBeTruthy()
  expect(screen.queryByRole('progressbar')).toBeNull()
})

describe('a new trip', () => {
  it('a new trip is created from a name, days and a place, and opens with the focus in its first note', async () => {
    await openWindow()
    await userEvent.click(screen.getByRole('button', { name: /Start a trip/ }))
    const dialog = await screen.findByRole('dialog', { name: 'New trip' })
    expect(document.activeElement).toBe(within(dialog).getByRole('textbox', { name: 'Name' }))
    expect(await axeFindings()).toEqual([])
    await userEvent.keyboard('FOSDEM')
    const first = within(dialog).getByLabelText('First day')
    await userEvent.clear(first)
    await userEvent.type(first, '2026-01-31')
    const last = within(dialog).getByLabelText('Last day')
    await userEvent.clear(last)
    await userEvent.type(last, '2026-02-01')
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'City' }), 'Brussels')
    expect(dialog.textContent).toContain('31 January – 1 February 2026, 2 days')
    expect(dialog.textContent).toContain('All times are in Brussels time (UTC+1).')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Start writing' }))
    await waitFor(() => expect(useTrip.getState().entryId).not.toBeNull())
    expect(useTrip.getState().trip).toMatchObject({
      title: 'FOSDEM',
      lastDay: '2026-02-01',
      timeZone: 'Europe/Brussels',
    })
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('FOSDEM · Brussels')
  })

  it('a new trip is not created without a name, and nothing that was typed is lost', async () => {
    await openWindow()
    await userEvent.click(screen.getByRole('button', { name: /Start a trip/ }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'City' }), 'Berlin')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Start writing' }))
    expect(within(dialog).getByText('The trip needs a name.')).toBeTruthy()
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'City' }).value).toBe('Berlin')
    expect(page.calls).not.toContain('trips.create')
  })

  it('a new trip is not created if the disk is full: the form shows why and keeps what was typed', async () => {
    await openWindow()
    await userEvent.click(screen.getByRole('button', { name: /Start a trip/ }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.keyboard('FOSDEM')
    page.fillDisk('ENOSPC')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Start writing' }))
    const alert = await within(dialog).findByRole('alert')
    expect(alert.textContent).toContain('What you typed is still here.')
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('FOSDEM')
    page.fillDisk(null)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Start writing' }))
    await waitFor(() => expect(useTrip.getState().trip?.title).toBe('FOSDEM'))
  })
})

/** The years on the screen, with the number of their trips. */
const years = () =>
  screen
    .getAllByRole('rowgroup')
    .map((group) => [group.getAttribute('aria-label'), within(group).getAllByRole('row').length])

const view = async () => valueOf(await page.bridge.call('app.start', {})).settings.libraryView

describe('finding a trip', () => {
  beforeEach(async () => {
    await createTrip({ title: 'Lantern Conf', firstDay: '2024-04-14', lastDay: '2024-04-16' })
    await createTrip({ title: 'Lantern Conf', city: 'Genève', venue: '' })
    await createTrip({ title: 'Harbour Days', city: 'Oslo', venue: '', firstDay: '2025-12-31', lastDay: '2026-01-02' })
    await openWindow()
    await screen.findAllByRole('row')
  })

  it('the trips are grouped by the year in which they begin', async () => {
    expect(years()).toEqual([
      ['2026', 1],
      ['2025', 1],
      ['2024', 1],
    ])
    expect(await axeFindings()).toEqual([])
  })

  it.each([
    ['lantern', ['Lantern Conf', 'Lantern Conf']],
    ['LANTERN 2024', ['Lantern Conf']],
    ['geneve', ['Lantern Conf']],
    ['2026', ['Lantern Conf', 'Harbour Days']],
    ['oslo days', ['Harbour Days']],
  ])('"%s" narrows the trips by name, place and year', async (typed, expected) => {
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find a trip' }), typed)
    expect(cards()).toEqual(expected)
  })

  it('Enter goes on from the field to the first trip, and Escape shows all again', async () => {
    const field = screen.getByRole('searchbox', { name: 'Find a trip' })
    await userEvent.type(field, 'harbour{Enter}')
    expect(document.activeElement?.textContent).toContain('Harbour Days')
    await userEvent.type(field, ' nowhere')
    expect(screen.getByText('No trip found')).toBeTruthy()
    await userEvent.keyboard('{Escape}')
    expect(cards()).toHaveLength(3)
  })

  it('a list can be chosen instead of cards, and stays the next time', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Show as a list' }))
    expect(cards()).toHaveLength(3)
    expect(document.querySelectorAll('.trip-line')).toHaveLength(3)
    expect(await axeFindings()).toEqual([])
    await waitFor(async () => expect(await view()).toBe('list'))
    await userEvent.click(screen.getByRole('button', { name: 'Show as cards' }))
    expect(document.querySelectorAll('.trip-line')).toHaveLength(0)
  })
})

it('more than 20 trips are a list at first', async () => {
  for (let index = 0; index < 21; index++) await createTrip({ title: `Conference ${index}` })
  await openWindow()
  await waitFor(() => expect(document.querySelectorAll('.trip-line')).toHaveLength(21))
})

describe('the cards of trips', () => {
  it('trip cards are sorted newest first, and show place, days and size', async () => {
    await createTrip({ title: 'Old', firstDay: '2024-04-14', lastDay: '2024-04-16' })
    const tripId = await createTrip({ title: 'New' })
    const note = { kind: 'note' as const, title: '', text: 'Three short words.' }
    await page.bridge.call('entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null, fields: note })
    await openWindow()
    expect(cards()).toEqual(['New', 'Old'])
    const card = screen.getByRole('row', { name: /New/ })
    for (const text of ['Kraftwerk, Darmstadt', '14–16 April 2026', '1 entry · 3 words']) {
      expect(card.textContent).toContain(text)
    }
    expect(await axeFindings()).toEqual([])
  })

  it('trip cards are read only once at the start, since reading very many takes time', async () => {
    await createTrip()
    render(<App />)
    page.onEnd(await start())
    await screen.findByRole('row')
    expect(page.calls.filter((channel) => channel === 'library.list')).toEqual(['library.list'])
  })

  it('trip cards open when clicked and with Enter', async () => {
    const tripId = await createTrip()
    await openWindow()
    await userEvent.click(screen.getByRole('row'))
    expect(useApp.getState().place).toEqual({ name: 'trip', tripId, tab: 'journal' })
    await userEvent.click(await screen.findByRole('button', { name: 'Trips' }))
    screen.getByRole('row').focus()
    await userEvent.keyboard('{Enter}')
    expect(useApp.getState().place).toMatchObject({ tripId })
  })

  it('trip cards can be moved to the trash, and restored with Undo', async () => {
    await createTrip()
    await openWindow()
    await userEvent.click(screen.getByRole('button', { name: 'More about Lantern Conf 2026' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Move to the trash' }))
    await screen.findByText('“Lantern Conf 2026” is in the trash.')
    await waitFor(() => expect(cards()).toEqual([]))
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(cards()).toEqual(['Lantern Conf 2026']))
  })

  it('the Delete key moves a trip card to the trash', async () => {
    await createTrip()
    await openWindow()
    screen.getByRole('row').focus()
    await userEvent.keyboard('{Delete}')
    await waitFor(() => expect(cards()).toEqual([]))
  })

  it('a trip can be renamed without being opened', async () => {
    await createTrip()
    await openWindow()
    await userEvent.click(screen.getByRole('button', { name: 'More about Lantern Conf 2026' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Rename and details…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Trip details' })
    expect(await axeFindings()).toEqual([])
    const name = within(dialog).getByRole('textbox', { name: 'Name' })
    await userEvent.clear(name)
    await userEvent.type(name, 'Beacon Conf')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(cards()).toEqual(['Beacon Conf']))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('trip cards are followed by a list of the trips that cannot be read', async () => {
    await createTrip({ title: 'Good' })
    await createTrip({ title: 'Damaged' })
    const library = join(page.folder, 'Lanyard')
    const folder = (await readdir(library)).find((name) => name.includes('damaged')) ?? ''
    await writeFile(join(library, folder, 'trip.json'), '{')
    await openWindow()
    expect(cards()).toEqual(['Good'])
    const region = await screen.findByRole('region', { name: 'Trips that cannot be read' })
    expect(region.textContent).toContain(folder)
    expect(await axeFindings()).toEqual([])
  })
})

describe('the trash', () => {
  it('the trash restores a trip, and asks before it permanently deletes trips', async () => {
    for (const title of ['One', 'Two']) await page.bridge.call('trips.delete', { tripId: await createTrip({ title }) })
    await openWindow()
    await userEvent.click(screen.getByRole('button', { name: 'Trash' }))
    const dialog = await screen.findByRole('dialog', { name: 'Trash' })
    await userEvent.click(await within(dialog).findByRole('button', { name: 'Restore One' }))
    await waitFor(() => expect(within(dialog).queryByText('One')).toBeNull())
    expect(await axeFindings()).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: 'Empty the trash…' }))
    expect(within(dialog).getByRole('alert').textContent).toBe('1 trip will be deleted for good.')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep' }))
    expect(within(dialog).queryByText('Two')).not.toBeNull()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Empty the trash…' }))
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete for good' }))
    await within(dialog).findByText('The trash is empty.')
    // The button that had the focus no longer exists, so the focus moves elsewhere in the dialog.
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(cards()).toEqual(['One']))
  })
})

describe('the settings', () => {
  it('the settings save the theme and the name, and show where the folders are', async () => {
    await openWindow()
    await userEvent.keyboard('{Control>},{/Control}')
    const dialog = await screen.findByRole('dialog', { name: 'Settings' })
    expect(dialog.textContent).toContain(join(page.folder, 'Lanyard'))
    expect(await axeFindings()).toEqual([])
    await userEvent.click(within(dialog).getByRole('radio', { name: 'Venue' }))
    expect(document.documentElement.dataset['theme']).toBe('venue')
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Your name' }), 'Ada Example')
    await userEvent.keyboard('{Escape}')
    await waitFor(async () => {
      const { settings } = valueOf(await page.bridge.call('app.start', {}))
      expect(settings).toMatchObject({ theme: 'venue', authorName: 'Ada Example' })
    })
  })
})
