import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { EntryChanges } from '../../../electron/shared/trip.ts'
import { PeopleDialog } from '../../../renderer/people/people-dialog.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge
let user: UserEvent

async function addTrip(title: string, entries: readonly EntryChanges[]): Promise<string> {
  const { trip } = valueOf(await page.bridge.call('trips.create', { ...someTrip(), title }))
  for (const fields of entries) {
    const entry = { tripId: trip.id, kind: fields.kind, day: '2026-04-15', start: null, fields }
    valueOf(await page.bridge.call('entries.add', entry))
  }
  return trip.id
}

const speaker = (name: string) => ({ name, role: '', affiliation: 'Heat Lab' })

beforeEach(async () => {
  user = userEvent.setup()
  page = await connectPage()
  await addTrip('FOSDEM 2026', [{ kind: 'encounter', who: 'Ada Lind', context: 'in the queue for coffee' }])
  const tripId = await addTrip('Harbour Days', [
    { kind: 'talk', title: 'Heat pumps at sea', speakers: [speaker('Ada Lind'), speaker('Zoë Ekman')] },
    { kind: 'note', title: 'Lunch', text: 'With Ada Lind and a sandwich.' },
    { kind: 'encounter', who: 'Zoe Eckman', role: 'host' },
  ])
  useApp.getState().go({ name: 'trip', tripId, tab: 'journal' })
  await act(() => useTrip.getState().open(tripId))
  render(<PeopleDialog />)
})

const option = (name: string) => screen.findByRole('option', { name: new RegExp(`^${name}`) })
const card = (name: string) => screen.findByRole('region', { name })

test('the card of a person lists the entries that name them, and says where they were met before', async () => {
  await user.click(await option('Ada Lind'))
  const region = within(await card('Ada Lind'))
  expect(region.getByRole('button', { name: /Heat pumps at sea/ })).toBeTruthy()
  expect(region.getByRole('button', { name: /Lunch/ })).toBeTruthy()
  expect(await region.findByRole('button', { name: 'Met at FOSDEM 2026, in the queue for coffee' })).toBeTruthy()
  expect(await axeFindings()).toEqual([])
})

test('a namesake in another trip is asked about, and no longer named once it is said to be somebody else', async () => {
  await user.click(await option('Ada Lind'))
  const region = within(await card('Ada Lind'))
  const met = await region.findByRole('button', { name: /Met at FOSDEM 2026/ })
  const question = within(met.closest('li') ?? document.body)
  await user.click(question.getByRole('button', { name: 'Not the same' }))
  await waitFor(() => expect(met.isConnected).toBe(false))
  await act(() => useTrip.getState().undo())
  expect(await region.findByRole('button', { name: /Met at FOSDEM 2026/ })).toBeTruthy()
})

test('two similar names are one person only once the user says so', async () => {
  const question = await screen.findByText(/^Are “.*” the same person\?$/)
  expect(screen.getAllByRole('option')).toHaveLength(3)
  await user.click(within(question.parentElement ?? document.body).getByRole('button', { name: 'The same' }))
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2))
})

test('a person is in the report only if the user adds them', async () => {
  await user.click(await option('Ada Lind'))
  expect(useTrip.getState().trip?.report.closing.text).toBe('')
  await user.click(screen.getByRole('button', { name: 'Add to the report' }))
  expect(useTrip.getState().trip?.report.closing.text).toBe('**People I met**\n\n- Ada Lind, Heat Lab')
})

const links = () => useTrip.getState().choices.people.find(({ key }) => key === 'ada lind')?.links?.value

test('the links of a person are saved when the focus leaves them, and can be removed', async () => {
  await user.click(await option('Ada Lind'))
  const region = within(await card('Ada Lind'))
  await user.click(region.getByRole('button', { name: 'Add link' }))
  await waitFor(() => expect(document.activeElement).toBe(region.getByRole('textbox', { name: 'Link: What it is' })))
  await user.keyboard('Blog')
  await user.tab()
  await user.keyboard('https://ada.example.org')
  await user.click(region.getByRole('textbox', { name: 'Your note' }))
  await waitFor(() => expect(links()).toEqual([{ label: 'Blog', url: 'https://ada.example.org' }]))
  expect(await axeFindings()).toEqual([])
  await user.click(region.getByRole('button', { name: 'Remove link' }))
  await waitFor(() => expect(links()).toEqual([]))
  await act(() => useTrip.getState().undo())
  expect(links()).toHaveLength(1)
})

test('somebody who was met under another spelling is known', async () => {
  const question = await screen.findByText(/^Are “.*” the same person\?$/)
  await user.click(within(question.parentElement ?? document.body).getByRole('button', { name: 'The same' }))
  const { trip } = useTrip.getState()
  await addTrip('Tidal 2025', [{ kind: 'encounter', who: 'Zoe Eckman', context: 'on the ferry' }])
  expect(trip).not.toBeNull()
  cleanup()
  render(<PeopleDialog />)
  await user.click(await option('Zo'))
  expect(await screen.findByRole('button', { name: 'Met at Tidal 2025, on the ferry' })).toBeTruthy()
})
