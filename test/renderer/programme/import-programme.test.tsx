import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { listenToDrops } from '../../../renderer/archive/listen-to-drops.ts'
import { importDroppedProgramme } from '../../../renderer/state/programme-import.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { type FrabEvent, frabSchedule } from '../../support/frab-schedule.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { openProgramme, row, titles } from './open-programme.tsx'

vi.setConfig({ testTimeout: 90_000 })

const events: readonly FrabEvent[] = [
  { id: 1, title: 'Mud and Maps' },
  { id: 2, title: 'Boats', room: 'Loft', start: '11:00' },
  { id: 3, title: 'Crabs', day: '2026-04-15', persons: ['Ola Berg'] },
]

const fileOf = (given: readonly FrabEvent[]) => new File([frabSchedule(given)], 'schedule.json')
/** A thread is started to read a programme, which takes a while on a busy machine. */
const patience = { timeout: 25_000 }

const dialog = () => screen.findByRole('dialog')

/** Opens the import with a file, as if it had been dropped onto the window. */
async function review(file: File): Promise<HTMLElement> {
  act(() => importDroppedProgramme(file))
  await screen.findByRole('button', { name: 'Import' }, patience)
  return await dialog()
}

async function importFile(user: Awaited<ReturnType<typeof openProgramme>>['user'], file: File): Promise<void> {
  await user.click(within(await review(file)).getByRole('button', { name: 'Import' }))
  await waitFor(() => expect(useApp.getState().dialog).toBeNull(), patience)
}

test('a programme that is imported into a trip is shown, and one Undo takes all of it back', async () => {
  const { user } = await openProgramme(null)
  const opened = await review(fileOf(events))
  within(opened).getByText('3 sessions, 2 days, 2 rooms and 2 speakers')
  await user.click(within(opened).getByRole('button', { name: 'Import' }))
  await screen.findByText('Imported 3 sessions.', {}, patience)
  expect(titles()).toEqual(['Mud and Maps', 'Boats', 'Crabs'])
  await act(() => useTrip.getState().undo())
  await screen.findByText('The programme will be here')
  await act(() => useTrip.getState().redo())
  expect(titles()).toHaveLength(3)
})

test('a newer programme is compared before it is imported, with what concerns you first', async () => {
  const { user, container } = await openProgramme(null)
  await importFile(user, fileOf(events))
  await user.click(row('Crabs'))
  await user.keyboard('s')
  const newer: readonly FrabEvent[] = [
    { id: 1, title: 'Mud, Maps and Mice' },
    { id: 3, title: 'Crabs', day: '2026-04-15', start: '12:00', persons: ['Ola Berg'] },
    { id: 4, title: 'Tides', start: '14:00' },
  ]
  const opened = await review(fileOf(newer))
  const changes = within(opened)
    .getAllByRole('list')
    .map((list) => [
      list.getAttribute('aria-label'),
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ])
  expect(changes).toEqual([
    [
      '1 change to a session of yours',
      ['MovedCrabsWednesday, 15 April · 10:00–10:30 · Aula → Wednesday, 15 April · 12:00–12:30 · Aula'],
    ],
    [
      '3 other changes',
      expect.arrayContaining([
        'AddedTidesTuesday, 14 April · 14:00–14:30 · Aula',
        'DroppedBoatsTuesday, 14 April · 11:00–11:30 · Loft',
        'RetitledMud and MapsMud and Maps → Mud, Maps and Mice',
      ]),
    ],
  ])
  await expectNoViolations(container)
  await user.click(within(opened).getByRole('button', { name: 'Import' }))
  await waitFor(() => expect(titles()).toEqual(['Mud, Maps and Mice', 'Tides', 'Crabs']), patience)
  // The star stays with its session.
  row('12:00–12:30, Crabs.*Go')
  screen.getByRole('button', { name: /^Changed: / })
})

test('what cannot be read is refused with a reason, and the pasted text stays', async () => {
  const { user } = await openProgramme(null)
  await user.click(screen.getByRole('button', { name: 'Import a programme' }))
  const opened = await dialog()
  await user.click(within(opened).getByRole('radio', { name: 'Pasted text' }))
  await user.click(within(opened).getByLabelText('Text'))
  await user.paste('Nothing of the kind')
  await user.click(within(opened).getByRole('button', { name: 'Read it' }))
  await screen.findByRole('alert', {}, patience)
  expect(screen.getByLabelText<HTMLTextAreaElement>('Text').value).toBe('Nothing of the kind')
  await expectNoViolations(await dialog())
})

test('a new trip gets its name, days and zone from the programme, and all of them can be changed', async () => {
  const { user } = await openProgramme(null)
  act(() => {
    useApp.getState().go({ name: 'library' })
    importDroppedProgramme(fileOf(events))
  })
  const title = await screen.findByLabelText<HTMLInputElement>('Name', {}, patience)
  const opened = await dialog()
  expect(title.value).toBe('Lantern Conf 2026')
  expect(within(opened).getByLabelText<HTMLInputElement>('First day').value).toBe('2026-04-14')
  expect(within(opened).getByLabelText<HTMLInputElement>('Last day').value).toBe('2026-04-15')
  await user.clear(title)
  await user.paste('Lanterns')
  await user.click(within(opened).getByRole('button', { name: 'Create trip' }))
  await waitFor(() => expect(useTrip.getState().trip?.title).toBe('Lanterns'), patience)
  expect(useTrip.getState().trip).toMatchObject({ firstDay: '2026-04-14', timeZone: 'Europe/Berlin' })
  expect(useApp.getState().place).toMatchObject({ name: 'trip', tab: 'programme' })
  await waitFor(() => expect(titles()).toHaveLength(3))
})

test('a programme that only counts its days gets its dates from the first day of the new trip', async () => {
  const { user } = await openProgramme(null)
  const text = 'Day,Time,Title\nDay 1,9:30,Opening\nDay 2,10:30,Closing\n'
  act(() => {
    useApp.getState().go({ name: 'library' })
    importDroppedProgramme(new File([text], 'programme.csv'))
  })
  const title = await screen.findByLabelText<HTMLInputElement>('Name', {}, patience)
  const opened = await dialog()
  within(opened).getByText(/The file gives no dates/)
  await user.type(title, 'Lanterns')
  const first = within(opened).getByLabelText<HTMLInputElement>('First day')
  fireEvent.change(first, { target: { value: '2027-04-14' } })
  expect(within(opened).getByLabelText<HTMLInputElement>('Last day').value).toBe('2027-04-15')
  await user.click(within(opened).getByRole('button', { name: 'Create trip' }))
  await waitFor(() => expect(useTrip.getState().trip?.title).toBe('Lanterns'), patience)
  expect(useTrip.getState().trip).toMatchObject({ firstDay: '2027-04-14', lastDay: '2027-04-15' })
  await waitFor(() => expect(titles()).toEqual(['Opening', 'Closing']))
})

function drop(name: string): void {
  const files = [new File([frabSchedule(events)], name)]
  fireEvent.drop(document.body, { dataTransfer: { files, items: [], types: ['Files'] } })
}

test('a programme that is dropped onto the window is imported, into the open trip or else as a new one', async () => {
  const { onEnd } = await openProgramme(null)
  onEnd(listenToDrops())
  drop('schedule.json')
  await waitFor(() => expect(useApp.getState().dialog).toBe('import-programme'))
  act(() => useApp.getState().go({ name: 'library' }))
  drop('schedule.ics')
  await waitFor(() => expect(useApp.getState().dialog).toBe('new-trip-from-programme'))
})
