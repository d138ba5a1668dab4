import { act, render, screen, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { EntryChanges, Trip } from '../../../electron/shared/trip.ts'
import { JournalScreen } from '../../../renderer/journal/journal-screen.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { Toasts } from '../../../renderer/status/toasts.tsx'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

export const day = '2026-04-14'

export const entries: EntryChanges[] = [
  { kind: 'talk', title: 'Opening', start: `${day}T09:10:00+02:00`, session: 'opening' },
  {
    kind: 'talk',
    title: 'State of ML',
    start: `${day}T10:45:00+02:00`,
    end: `${day}T11:15:00+02:00`,
    room: 'Europium',
    speakers: [{ name: 'Oleh K.', role: '', affiliation: '' }],
    links: [{ label: 'slides', url: 'https://example.org' }],
    tags: ['wasm'],
    text: 'A **summary**.',
    highlight: true,
  },
  { kind: 'note', title: 'Lunch', start: `${day}T12:20:00+02:00`, private: true, text: 'Noodles.' },
]

/** Shows the journal of a trip with three entries on its first day. */
export async function openJournal(
  given: readonly EntryChanges[] = entries,
  shell: { copiedText?: () => Promise<string> } = {},
) {
  const { bridge, fillDisk } = await connectPage(shell)
  const user = userEvent.setup()
  const { id: tripId } = valueOf(await bridge.call('trips.create', someTrip())).trip
  for (const fields of given) {
    const { start = null, kind } = fields
    valueOf(await bridge.call('entries.add', { tripId, kind, day, start, fields }))
  }
  useApp.getState().go({ name: 'trip', tripId, tab: 'journal' })
  await act(() => useTrip.getState().open(tripId))
  const { container } = render(
    <>
      <JournalScreen />
      <Toasts />
    </>,
  )
  const saved = async (): Promise<Trip> => {
    await act(() => useTrip.getState().flush())
    return valueOf(await bridge.call('trips.open', { tripId }))
  }
  return { user, bridge, fillDisk, tripId, container, saved }
}

/** Opens the details of the open entry, which are one line until then. */
export const openDetails = (user: UserEvent) => user.click(screen.getByRole('button', { name: /^Details/ }))

export const list = () => screen.getByRole('grid', { name: 'Entries' })
export const rows = () => within(list()).getAllByRole('row')
export const titles = () => rows().map((row) => row.querySelector('.entry-row-title')?.textContent)
export const row = (title: string) => within(list()).getByRole('row', { name: new RegExp(title) })
export const dayRow = (name: RegExp) => within(screen.getByRole('grid', { name: 'Days' })).getByRole('row', { name })
