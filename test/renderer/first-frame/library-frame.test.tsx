import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { type FrameNode, writeFrame } from '../../../electron/shared/first-frame/frame-tree.ts'
import { takeLibraryFrame } from '../../../renderer/first-frame/library-frame.ts'
import { App } from '../../../renderer/frame/app.tsx'
import { keepFrames } from '../../../renderer/frame/keep-frame.ts'
import { start } from '../../../renderer/frame/start.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useLibrary } from '../../../renderer/state/library-state.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge
let container: HTMLElement

beforeEach(async () => {
  page = await connectPage()
})

async function openWindow(): Promise<void> {
  page.onEnd(await start())
  container = render(<App />).container
  await screen.findByRole('heading', { level: 1 })
}

/** Creates trips, each in a year of its own, the newest first. */
async function createTrips(count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const year = 2025 - index
    const days = { firstDay: `${year}-04-14`, lastDay: `${year}-04-16` }
    valueOf(await page.bridge.call('trips.create', someTrip({ title: `Trip ${index}`, ...days })))
  }
}

function rowsOf(nodes: readonly FrameNode[] | null): FrameNode[] {
  return (nodes ?? []).flatMap((node) => {
    if (typeof node === 'string') return []
    return node[1]['role'] === 'row' ? [node] : rowsOf(node[2])
  })
}

it('the frame of an empty library shows the ways to begin, and can be written', async () => {
  await openWindow()
  const html = writeFrame(takeLibraryFrame(container))?.html ?? ''
  expect(html).toContain('Start a trip')
  expect(html.match(/autofocus/g)).toHaveLength(1)
})

it.each(['cards', 'list'] as const)(
  'the frame of a library of %s has its first trips and can be written',
  async (view) => {
    await createTrips(30)
    valueOf(await page.bridge.call('settings.save', { libraryView: view }))
    await openWindow()
    const first = view === 'cards' ? 12 : 24
    expect(rowsOf(takeLibraryFrame(container))).toHaveLength(first)
    const html = writeFrame(takeLibraryFrame(container))?.html ?? ''
    expect(html).toContain('Trip 0')
    expect(html).not.toContain(`Trip ${first}`)
    // Neither a year without trips.
    expect(html.match(/role="rowgroup"/g)).toHaveLength(first)
  },
)

it('whatever the user has done since, the frame is that of a start', async () => {
  await createTrips(4)
  await openWindow()
  const fresh = takeLibraryFrame(container)
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await userEvent.hover(screen.getByRole('button', { name: 'Settings' }))
  await userEvent.tab()
  expect(takeLibraryFrame(container)).toEqual(fresh)
  // A window that is opened again shows the same.
  cleanup()
  await openWindow()
  expect(takeLibraryFrame(container)).toEqual(fresh)
})

it('while a menu is open or a message is shown, there is no frame', async () => {
  await createTrips(1)
  await openWindow()
  const card = screen.getByRole('row', { name: 'Trip 0' })
  await userEvent.click(within(card).getByRole('button', { name: 'More about Trip 0' }))
  await screen.findByRole('menu')
  expect(takeLibraryFrame(container)).toBeNull()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(takeLibraryFrame(container)).not.toBeNull())
  useApp.getState().notify('Something has happened.')
  await screen.findByText('Something has happened.')
  expect(takeLibraryFrame(container)).toBeNull()
})

it('the window keeps what it shows for the next start, once it has been at rest', async () => {
  await createTrips(1)
  await openWindow()
  page.onEnd(keepFrames(container))
  const kept = () => page.calls.filter((channel) => channel === 'app.keepFrame').length
  await waitFor(() => expect(kept()).toBe(1), { timeout: 5_000 })
  useApp.getState().openDialog('settings')
  useApp.getState().closeDialog()
  await createTrips(2)
  await useLibrary.getState().refresh()
  await waitFor(() => expect(kept()).toBe(2), { timeout: 5_000 })
})

it('a library with a trip under way keeps no frame, because the next start opens that trip', async () => {
  const [today = ''] = new Date().toISOString().split('T')
  const days = { firstDay: today, lastDay: today, timeZone: 'UTC' }
  valueOf(await page.bridge.call('trips.create', someTrip(days)))
  await openWindow()
  useApp.getState().go({ name: 'library' })
  await screen.findByRole('row', { name: 'Lantern Conf 2026' })
  page.onEnd(keepFrames(container))
  await new Promise((resolve) => void setTimeout(resolve, 1_500))
  expect(page.calls).not.toContain('app.keepFrame')
})
