import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { JournalScreen } from '../../../renderer/journal/journal-screen.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { giveProgramme, someSession } from '../../support/programmes.ts'
import { someTrip } from '../../support/trips.ts'

const DAY = '2026-04-15'

const star = ({ id }: { id: string }) => ({ edit: 'star', sessionId: id, star: 'go' }) as const
const talk = (name: RegExp) => screen.findByRole('button', { name })

test('the arrow keys lead from the last entry through the starred talks and back, and Enter begins an entry', async () => {
  const { bridge, engine } = await connectPage()
  const user = userEvent.setup()
  const tripId = valueOf(await bridge.call('trips.create', someTrip())).trip.id
  const [tides, boats] = [
    someSession({ title: 'Tides' }),
    someSession({ source: 'b', title: 'Boats', start: `${DAY}T14:00:00+02:00`, end: `${DAY}T14:30:00+02:00` }),
  ]
  await giveProgramme(engine.context.library, tripId, [tides, boats])
  valueOf(
    await bridge.call('entries.add', {
      tripId,
      kind: 'note',
      day: DAY,
      start: null,
      fields: { kind: 'note', title: 'Coffee' },
    }),
  )
  useApp.getState().goToTrip(tripId)
  await useTrip.getState().open(tripId)
  await vi.waitUntil(() => useTrip.getState().programmeOf === tripId, { timeout: 20_000 })
  await useTrip.getState().editPlan([star(tides), star(boats)])
  act(() => useTrip.getState().selectDay(DAY))
  render(<JournalScreen />)

  act(() => screen.getByRole('row', { name: /Coffee/ }).focus())
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(await talk(/Tides/))
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(await talk(/Boats/))
  await user.keyboard('{ArrowUp}{ArrowUp}')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('row', { name: /Coffee/ })))
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  await waitFor(() => expect(useTrip.getState().trip?.entries.map(({ sessionId }) => sessionId)).toContain(boats.id))
})
