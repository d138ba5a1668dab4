import { act } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Session } from '../../../electron/shared/programme.ts'
import { instantSchema } from '../../../electron/shared/time.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { clockNow } from '../../../renderer/state/clock.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { giveProgramme, someSession } from '../../support/programmes.ts'
import { someTrip } from '../../support/trips.ts'
import { patient } from '../../support/patient.ts'

const browser = someSession({ source: 'a' })
const polars = someSession({
  source: 'b',
  title: 'Polars',
  start: '2026-04-15T11:25:00+02:00',
  end: '2026-04-15T11:55:00+02:00',
})

let page: PageBridge
let tripId: string

beforeEach(async () => {
  page = await connectPage()
  tripId = valueOf(await page.bridge.call('trips.create', someTrip())).trip.id
  await giveProgramme(page.engine.context.library, tripId, [browser, polars])
  useApp.getState().goToTrip(tripId)
  await useTrip.getState().open(tripId)
  await vi.waitUntil(() => trip().programmeOf === tripId, patient)
})

const trip = () => useTrip.getState()
const starOf = ({ id }: Session) => trip().plan.marks[id]?.star ?? null
const stored = async () => {
  await act(() => trip().flush())
  return valueOf(await page.bridge.call('programme.read', { tripId })).plan
}

describe('the plan of the open trip', () => {
  test('an edit shows at once, is on the disk, and can be undone and done again', async () => {
    const saved = trip().editPlan([{ edit: 'star', sessionId: browser.id, star: 'go' }])
    expect(starOf(browser)).toBe('go')
    await saved
    expect((await stored()).marks[browser.id]?.star).toBe('go')
    await act(() => trip().undo())
    expect([starOf(browser), (await stored()).marks[browser.id]?.star]).toEqual([null, null])
    expect(useApp.getState().toasts.at(-1)?.message).toBe('Undone: star of “State of In-Browser ML”.')
    await act(() => trip().redo())
    expect((await stored()).marks[browser.id]?.star).toBe('go')
  })

  test('an edit that changes nothing is no step', async () => {
    await trip().editPlan([{ edit: 'attend', sessionId: browser.id, attendance: null }])
    expect(trip().undoable.undo).toBeNull()
  })

  test('what was changed elsewhere since is not undone by accident', async () => {
    await trip().editPlan([{ edit: 'star', sessionId: browser.id, star: 'go' }])
    valueOf(
      await page.bridge.call('programme.edit', {
        tripId,
        edits: [{ edit: 'star', sessionId: browser.id, star: 'later' }],
      }),
    )
    await trip().readProgramme()
    await act(() => trip().undo())
    expect(starOf(browser)).toBe('later')
  })

  test('an edit that the disk refuses is taken back on the screen, and the reason is shown', async () => {
    page.fillDisk('ENOSPC')
    await trip().editPlan([{ edit: 'star', sessionId: browser.id, star: 'go' }])
    expect(starOf(browser)).toBeNull()
    expect(useApp.getState().toasts.at(-1)?.tone).toBe('failure')
  })
})

describe('the entry about a session', () => {
  test('carries what the programme knows, and begins with the session', async () => {
    const entryId = await trip().writeAbout(browser.id)
    expect(trip().trip?.entries.find(({ id }) => id === entryId)).toMatchObject({
      kind: 'talk',
      day: '2026-04-15',
      title: browser.title,
      speakers: browser.speakers,
      room: 'Europium',
      start: browser.start,
      end: browser.end,
      links: browser.links,
      sessionId: browser.id,
      text: '',
    })
    expect(trip()).toMatchObject({ entryId, focusEditor: true })
  })

  test('is opened again if there is one', async () => {
    const entryId = await trip().writeAbout(browser.id)
    trip().editEntry(entryId ?? '', { text: 'Fast.' })
    await trip().writeAbout(polars.id)
    expect(await trip().writeAbout(browser.id)).toBe(entryId)
    expect(trip().trip?.entries.map(({ sessionId }) => sessionId)).toEqual([browser.id])
  })

  test('goes when it is left and nothing was written in it, and stays if something was changed', async () => {
    await trip().writeAbout(browser.id)
    trip().selectEntry(null)
    expect(trip().trip?.entries).toEqual([])
    const entryId = await trip().writeAbout(polars.id)
    trip().editEntry(entryId ?? '', { room: 'Helium' })
    trip().selectEntry(null)
    await act(() => trip().flush())
    expect(trip().trip?.entries).toHaveLength(1)
  })
})

/** Adds a talk without an end. */
async function addHeat(): Promise<string> {
  const [kind, day, start] = ['talk', '2026-04-15', '2026-04-15T11:00:00+02:00'] as const
  const added = await page.bridge.call('entries.add', { tripId, kind, day, start, fields: { kind, title: 'Heat' } })
  await trip().open(tripId)
  return valueOf(added).entryId
}

describe('with the clock set', () => {
  beforeEach(() => {
    const clockShift = Date.parse('2026-04-15T11:30:00+02:00') - Date.now()
    useApp.setState(({ start }) => ({ start: { ...start, clockShift } }))
  })

  test('entries begin at that time, and are changed in real time', async () => {
    expect(instantSchema.safeParse(clockNow()).success).toBe(true)
    const entryId = await trip().addEntry('note', '2026-04-15')
    const entry = trip().trip?.entries.find(({ id }) => id === entryId)
    expect(entry?.start).toBe('2026-04-15T11:30:00+02:00')
    expect(entry?.createdAt.slice(0, 10)).not.toBe('2026-04-15')
  })

  test('the next entry ends the talk before it, and undoing it takes that back', async () => {
    const entryId = await addHeat()
    const endOf = () => trip().trip?.entries.find(({ id }) => id === entryId)
    await trip().addEntry('talk', '2026-04-15', { title: 'Cold' })
    expect(endOf()).toMatchObject({ end: '2026-04-15T11:30:00+02:00' })
    await act(() => trip().undo())
    await act(() => trip().flush())
    expect(endOf()).toMatchObject({ end: null })
    await act(() => trip().redo())
    expect(endOf()).toMatchObject({ end: '2026-04-15T11:30:00+02:00' })
  })

  test('an entry that goes again because nothing was written takes the end with it', async () => {
    await addHeat()
    await trip().addEntry('note', '2026-04-15')
    expect(trip().trip?.entries[0]).toMatchObject({ end: '2026-04-15T11:30:00+02:00' })
    trip().selectEntry(null)
    expect(trip().trip?.entries).toEqual([expect.objectContaining({ title: 'Heat', end: null })])
  })
})
