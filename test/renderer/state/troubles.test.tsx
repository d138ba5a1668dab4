import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { ShellBridge } from '../../../electron/shared/contract/index.ts'
import { SafePart } from '../../../renderer/components/safe-part.tsx'
import { Toasts } from '../../../renderer/status/toasts.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { keepPlace, returnToPlace } from '../../../renderer/frame/kept-place.ts'
import { showNotice } from '../../../renderer/state/notices.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { reportProblem } from '../../../renderer/state/problems.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'
import { patient } from '../../support/patient.ts'

/** Records what the page reports to the shell about problems. */
function noteProblems(): unknown[] {
  const told: unknown[] = []
  const { lanyard } = window
  if (lanyard === undefined) throw new Error('The page is not connected.')
  const call: ShellBridge['call'] = (channel, input) => {
    if (channel === 'app.problem') told.push(input)
    return lanyard.call(channel, input)
  }
  window.lanyard = { ...lanyard, call }
  return told
}

const shown = () => useApp.getState().toasts

test('problems outside the page are shown with what is safe, and stay until they are dismissed', async () => {
  await connectPage()
  showNotice({ kind: 'reopened', savedAt: new Date(2026, 3, 14, 12, 4, 31).toISOString() })
  expect(shown()).toMatchObject([
    { tone: 'lasting', message: 'The window had stopped and was opened again. Your text up to 12:04:31 is here.' },
  ])
  showNotice({ kind: 'reopened', savedAt: null })
  showNotice({ kind: 'graphics', again: false })
  expect(shown().map(({ action }) => action)).toEqual([null, null, null])
  showNotice({ kind: 'graphics', again: true })
  showNotice({ kind: 'graphics-chosen', graphics: 'hardware' })
  showNotice({ kind: 'error' })
  expect(shown().map(({ action }) => action?.label)).toEqual(['Start again', 'Start again', 'Report it…'])
})

test('a repeated error is shown once, and leads to a report', async () => {
  await connectPage()
  const user = userEvent.setup()
  for (let time = 0; time < 5; time++) showNotice({ kind: 'error' })
  render(<Toasts />)
  await act(() => user.click(screen.getByRole('button', { name: 'Report it…' })))
  expect(useApp.getState().dialog).toBe('report-problem')
})

/** Presses the button of the message. */
function startAgain(): void {
  showNotice({ kind: 'graphics-chosen', graphics: 'software' })
  shown().at(-1)?.action?.run()
}

test('restarting waits until all unsaved text is on the disk', async () => {
  const page = await connectPage()
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'journal' })
  await act(() => useTrip.getState().open(trip.id))
  page.fillDisk('ENOSPC')
  useTrip.getState().editReport({ title: 'Typed just now' })
  startAgain()
  await vi.waitFor(
    () =>
      expect(shown().map(({ message }) => message)).toContain(
        'Not everything that you typed is saved yet. Lanyard can start again once it is.',
      ),
    { timeout: 10_000 },
  )
  expect(page.calls).not.toContain('app.restart')
  page.fillDisk(null)
  startAgain()
  await vi.waitFor(() => expect(page.calls).toContain('app.restart'), patient)
  expect(page.calls.lastIndexOf('report.save')).toBeLessThan(page.calls.indexOf('app.restart'))
})

test('an error is reported to the shell without its words, and only a limited number of times', async () => {
  await connectPage()
  const told = noteProblems()
  for (let time = 0; time < 50; time++) reportProblem('thrown', new TypeError('Zanzibar is not a function'))
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(0), patient)
  expect(told.length).toBeLessThanOrEqual(20)
  expect(told[0]).toMatchObject({ kind: 'thrown', error: { name: 'TypeError', said: 'is not a function' } })
  expect(JSON.stringify(told)).not.toContain('Zanzibar')
})

test('a reloaded page returns to the entry that was open', async () => {
  const page = await connectPage()
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  const fields = { kind: 'note' as const, title: 'Zanzibar' }
  const added = { tripId: trip.id, kind: 'note' as const, day: trip.lastDay, start: null, fields }
  const { entryId } = valueOf(await page.bridge.call('entries.add', added))
  sessionStorage.clear()
  const stop = keepPlace()
  page.onEnd(stop)
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'report' })
  await act(() => useTrip.getState().open(trip.id))
  useTrip.getState().selectEntry(entryId)
  stop()
  expect(JSON.stringify(sessionStorage)).not.toContain('Zanzibar')

  useApp.setState(useApp.getInitialState(), true)
  useTrip.setState(useTrip.getInitialState(), true)
  await returnToPlace()
  expect(useApp.getState().place).toEqual({ name: 'trip', tripId: trip.id, tab: 'report' })
  expect(useTrip.getState()).toMatchObject({ entryId, day: trip.lastDay })
})

test('a reloaded page returns to the library from a place where the page hung, even if it had responded before', async () => {
  const page = await connectPage()
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  sessionStorage.clear()
  const stop = keepPlace()
  page.onEnd(stop)
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'journal' })
  await act(() => useTrip.getState().open(trip.id))
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  // The page did nothing more for as long as it takes until the window says so.
  stop()
  const later = Date.now() + 15_000
  vi.spyOn(Date, 'now').mockReturnValue(later)
  page.onEnd(() => void vi.restoreAllMocks())

  useApp.setState(useApp.getInitialState(), true)
  useTrip.setState(useTrip.getInitialState(), true)
  await returnToPlace()
  expect(useApp.getState().place).toEqual({ name: 'library' })
  expect(sessionStorage).toHaveLength(0)
})

test('a reloaded page returns to a place where the page responded until it was reloaded, however long ago it was opened', async () => {
  const page = await connectPage()
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  sessionStorage.clear()
  const stop = keepPlace()
  page.onEnd(stop)
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'journal' })
  await act(() => useTrip.getState().open(trip.id))
  const later = Date.now() + 3_600_000
  vi.spyOn(Date, 'now').mockReturnValue(later)
  page.onEnd(() => void vi.restoreAllMocks())
  await vi.waitFor(() => expect(sessionStorage.getItem('place')).toContain(String(later)), { timeout: 10_000 })
  stop()

  useApp.setState(useApp.getInitialState(), true)
  useTrip.setState(useTrip.getInitialState(), true)
  await returnToPlace()
  expect(useApp.getState().place).toEqual({ name: 'trip', tripId: trip.id, tab: 'journal' })
})

test.each(['', 'null', '{"tripId": 7}', '{"tripId":"x","tab":"elsewhere"}', '{'])(
  'an invalid place leads to the library: %s',
  async (text) => {
    await connectPage()
    sessionStorage.setItem('place', text)
    await returnToPlace()
    expect(useApp.getState().place).toEqual({ name: 'library' })
  },
)

test('a part of the page that fails does not affect the rest, and its unsaved text is saved', async () => {
  const page = await connectPage()
  const user = userEvent.setup()
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'journal' })
  await act(() => useTrip.getState().open(trip.id))
  let fails = false
  function Part() {
    const title = useTrip((state) => state.trip?.report.title)
    if (fails) throw new Error('Zanzibar')
    return <p>{title}</p>
  }
  const silent = { onCaughtError: () => {} }
  render(
    <SafePart failed="frame.failed.screen">
      <Part />
    </SafePart>,
    silent,
  )
  fails = true
  act(() => useTrip.getState().editReport({ title: 'Typed just now' }))
  screen.getByText('This part of Lanyard cannot be shown just now.')
  await vi.waitFor(
    async () =>
      expect(valueOf(await page.bridge.call('trips.open', { tripId: trip.id })).report.title).toBe('Typed just now'),
    patient,
  )
  fails = false
  await user.click(screen.getByRole('button', { name: 'Show it again' }))
  screen.getByText('Typed just now')
})
