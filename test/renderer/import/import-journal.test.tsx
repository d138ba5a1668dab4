import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { ImportDialog } from '../../../renderer/import/import-dialog.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

/** Ten years of a journal: a day in 2016, a conference in 2024, and one in 2026. */
const days = ['2016-05-02', '2024-04-22', '2024-04-23', '2026-04-14', '2026-04-15', '2026-04-15']
const journal = () =>
  new File(
    [
      JSON.stringify({
        entries: days.map((date, index) => ({
          title: `Entry ${index}.`,
          body: 'x',
          date,
          time: '09:00',
          starred: false,
        })),
      }),
    ],
    'journal.json',
  )

async function review(into?: string) {
  const page = await connectPage()
  const user = userEvent.setup({ applyAccept: false })
  if (into !== undefined) {
    const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
    useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'journal' })
    await act(() => useTrip.getState().open(trip.id))
  }
  useApp.getState().openDialog('import')
  render(<ImportDialog />)
  const input = document.querySelector<HTMLInputElement>('input[type=file]:not([webkitdirectory])')
  if (!input) throw new Error('There is no field for files.')
  await user.upload(input, journal())
  if (into !== undefined) await user.click(screen.getByRole('radio', { name: into }))
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await screen.findByRole('listbox', { name: 'Entries' })
  return { ...page, user }
}

const names = () => screen.getAllByRole('option').map((option) => option.textContent)
const imported = () => names().filter((name) => !name.includes('Not imported'))

test('of a journal of ten years, the days of one conference are chosen with the keyboard and become a trip', async () => {
  const { user } = await review()
  expect(screen.getByText(/^3 of 6 entries are imported\./)).toBeTruthy()
  expect(imported()).toHaveLength(3)
  expect(screen.getByText('On other days, and not imported: 3 entries')).toBeTruthy()
  await expectNoViolations()
  // The last line of the list is of 2024; Shift and an arrow key select both of its days.
  await user.keyboard('{End}{Shift>}{ArrowUp}{/Shift}')
  await user.click(screen.getByRole('button', { name: 'Import only 22–23 April 2024' }))
  expect(imported().map((name) => name.slice(0, 14))).toEqual(['09:00 Entry 1.', '09:00 Entry 2.'])
  screen.getByRole('listbox', { name: 'Entries' }).focus()
  await user.keyboard('{Home}x')
  expect(imported().map((name) => name.slice(0, 14))).toEqual(['09:00 Entry 2.'])
  await user.keyboard('{Control>}z{/Control}')
  expect(imported()).toHaveLength(2)
  await user.keyboard('x{Enter}')
  await waitFor(() => expect(useApp.getState().dialog).toBeNull())
  expect(useTrip.getState().trip).toMatchObject({ firstDay: '2024-04-22', lastDay: '2024-04-23' })
  expect(useTrip.getState().trip?.entries).toHaveLength(1)
})

test('of a journal, the open trip gets the entries of its days, and other days can be chosen', async () => {
  const { user } = await review('Entries of Lantern Conf 2026')
  expect(imported().map((name) => name.slice(0, 14))).toEqual(['09:00 Entry 3.', '09:00 Entry 4.', '09:00 Entry 5.'])
  await expectNoViolations()
  await user.click(screen.getByRole('button', { name: /Days with entries/ }))
  await user.click(await screen.findByRole('option', { name: /^2 May 2016 · 1 entry/ }))
  expect(screen.getByLabelText<HTMLInputElement>('From').value).toBe('2016-05-02')
  expect(imported()).toHaveLength(1)
})
