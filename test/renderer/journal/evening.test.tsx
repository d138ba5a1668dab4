import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Trip } from '../../../electron/shared/trip.ts'
import { runCommand } from '../../../renderer/commands/run-command.ts'
import { JournalScreen } from '../../../renderer/journal/journal-screen.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useEveningState } from '../../../renderer/state/evening-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { giveProgramme, someSession } from '../../support/programmes.ts'
import { someTrip } from '../../support/trips.ts'

const DAY = '2026-04-15'
const browser = someSession({ source: 'a' })
const polars = someSession({
  source: 'b',
  title: 'Polars',
  speakers: [{ name: 'Anna Wirth', role: '', affiliation: '' }],
  start: '2026-04-15T11:25:00+02:00',
  end: '2026-04-15T11:55:00+02:00',
})

let page: PageBridge
let tripId: string

beforeEach(async () => {
  page = await connectPage()
  tripId = valueOf(await page.bridge.call('trips.create', someTrip())).trip.id
  await giveProgramme(page.engine.context.library, tripId, [browser, polars])
  useEveningState.getState().ask(null)
  useApp.getState().goToTrip(tripId)
  await useTrip.getState().open(tripId)
  await vi.waitUntil(() => useTrip.getState().programmeOf === tripId, { timeout: 20_000 })
  await useTrip.getState().editPlan([
    { edit: 'attend', sessionId: browser.id, attendance: 'attended' },
    { edit: 'attend', sessionId: polars.id, attendance: 'left-early' },
  ])
  act(() => useTrip.getState().selectDay(DAY))
})

async function saved(): Promise<Trip> {
  await act(() => useTrip.getState().flush())
  return valueOf(await page.bridge.call('trips.open', { tripId }))
}

const field = (name: string | RegExp) => screen.findByRole('textbox', { name })
const meter = () => document.querySelector('.evening-meter')?.textContent

test('a day that is over asks what stays of each talk, and the answer becomes its entry, which can be undone', async () => {
  const user = userEvent.setup()
  render(<JournalScreen />)
  await user.type(await field('State of In-Browser ML'), 'No silver bullet, but it works.')
  await waitFor(() => expect(meter()).toBe('1 of 2 talks told'))

  const [entry, ...others] = (await saved()).entries
  expect(others).toEqual([])
  expect(entry).toMatchObject({
    kind: 'talk',
    title: browser.title,
    text: 'No silver bullet, but it works.',
    sessionId: browser.id,
    room: 'Europium',
    start: browser.start,
    end: browser.end,
  })
  expect(useTrip.getState().entryId).toBeNull()

  await act(() => useTrip.getState().undo())
  expect((await saved()).entries.map(({ text }) => text)).not.toContain('No silver bullet, but it works.')
})

test('Enter leads from question to question, and the answers of the evening become one note', async () => {
  const user = userEvent.setup()
  render(<JournalScreen />)
  await user.click(await field('State of In-Browser ML'))
  await user.keyboard('It works.{Enter}Fast.{Enter}The keynote{Enter}{Enter}Sleep more{Enter}')
  expect(document.activeElement?.textContent).toBe('Done')

  const { entries } = await saved()
  expect(entries.map(({ kind, text }) => [kind, text])).toEqual([
    ['talk', 'It works.'],
    ['talk', 'Fast.'],
    ['note', '**The best:** The keynote\n\n**For tomorrow:** Sleep more'],
  ])
})

test('an evening that was dismissed does not ask again, unless the user opens it', async () => {
  const user = userEvent.setup()
  render(<JournalScreen />)
  await user.click(await screen.findByRole('button', { name: 'Done' }))
  expect(screen.queryByRole('textbox', { name: 'Polars' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Look back' })).toBeNull()
  const { plan } = valueOf(await page.bridge.call('programme.read', { tripId }))
  expect(plan.evenings[DAY]?.value).toBe(true)

  act(() => void runCommand('evening'))
  expect(await field('Polars')).toBeDefined()
})

test('what an entry had before stays above the answer', async () => {
  const fields = { kind: 'talk', text: '> Patience.\n> — Anna Wirth', sessionId: polars.id } as const
  valueOf(await page.bridge.call('entries.add', { tripId, kind: 'talk', day: DAY, start: polars.start, fields }))
  await act(() => useTrip.getState().open(tripId))
  const user = userEvent.setup()
  render(<JournalScreen />)
  await waitFor(() => expect(meter()).toBe('1 of 2 talks told, 1 without a sentence of yours'))
  await user.type(await field('Polars'), 'I will try it.')
  await waitFor(() => expect(meter()).toBe('1 of 2 talks told'))
  const [entry] = (await saved()).entries
  expect(entry?.text).toBe('> Patience.\n> — Anna Wirth\n\nI will try it.')
})
