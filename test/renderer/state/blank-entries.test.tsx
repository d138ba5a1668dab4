import { act } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { useApp } from '../../../renderer/state/app-state.ts'
import { endExpecting, expectText } from '../../../renderer/state/expected-text.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { runCommand } from '../../../renderer/commands/run-command.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

const day = '2026-04-14'

let page: PageBridge
let tripId: string
let lunch: string

beforeEach(async () => {
  page = await connectPage()
  tripId = valueOf(await page.bridge.call('trips.create', someTrip())).trip.id
  const fields = { kind: 'note' as const, title: 'Lunch' }
  lunch = valueOf(await page.bridge.call('entries.add', { tripId, kind: 'note', day, start: null, fields })).entryId
  useApp.getState().goToTrip(tripId)
  await useTrip.getState().open(tripId)
})

const trip = () => useTrip.getState()
const add = async (kind: 'note' | 'talk' | 'encounter' = 'note'): Promise<string> =>
  (await trip().addEntry(kind, day)) ?? ''

/** The entries on the screen, once everything has been saved; they are the same on the disk. */
async function entryIds(): Promise<string[]> {
  await act(() => trip().flush())
  const stored = valueOf(await page.bridge.call('trips.open', { tripId })).entries.map(({ id }) => id)
  expect(trip().trip?.entries.map(({ id }) => id)).toEqual(stored)
  return stored
}

describe('an entry in which nothing was written', () => {
  test.each(['note', 'talk', 'encounter'] as const)('goes when it is left: a %s', async (kind) => {
    await add(kind)
    trip().selectEntry(lunch)
    expect(await entryIds()).toEqual([lunch])
    expect(useApp.getState().toasts).toEqual([])
  })

  test('goes when another day is shown, when the next one is begun, and when the trip is left', async () => {
    await add()
    trip().selectDay('2026-04-15')
    expect(await entryIds()).toEqual([lunch])
    await add()
    const second = await add('talk')
    expect(await entryIds()).toEqual([lunch, second])
    runCommand('trips')
    expect(await entryIds()).toEqual([lunch])
  })

  test('goes before it was on the disk', async () => {
    const added = trip().addEntry('note', day)
    trip().selectEntry(lunch)
    await added
    expect(await entryIds()).toEqual([lunch])
  })

  test('leaves no step behind: Undo takes back what was done before it', async () => {
    trip().editEntry(lunch, { title: 'Dinner' })
    await add()
    trip().selectEntry(lunch)
    await entryIds()
    await trip().undo()
    expect(trip().trip?.entries).toMatchObject([{ title: 'Lunch' }])
  })

  test('stays as long as it is open', async () => {
    const id = await add()
    expect(await entryIds()).toEqual([lunch, id])
  })
})

describe('an entry stays when it is left', () => {
  const change: Record<string, (id: string) => unknown> = {
    'with a word': (id) => trip().editEntry(id, { text: 'Hm.' }),
    'with a title': (id) => trip().editEntry(id, { title: 'Hm' }),
    'with a tag': (id) => trip().editEntry(id, { tags: ['x'] }),
    'with a star': (id) => trip().editEntry(id, { highlight: true }),
    'if it is private': (id) => trip().editEntry(id, { private: true }),
    'with a start': (id) => trip().editEntry(id, { start: `${day}T10:00:00+02:00` }),
    'if its words were removed again, which Undo brings back': (id) => {
      trip().editEntry(id, { text: 'Three long words.' })
      trip().editEntry(id, { highlight: true })
      trip().editEntry(id, { highlight: false })
      trip().editEntry(id, { text: '' })
    },
    'if it was moved': (id) => trip().moveEntry(id, '2026-04-15', null),
    'if a picture is on its way into it': (id) => {
      expectText(7, id)
      page.onEnd(() => endExpecting(7))
    },
  }

  test.each(Object.keys(change))('%s', async (name) => {
    const id = await add()
    await change[name]?.(id)
    trip().selectEntry(lunch)
    expect(await entryIds()).toContain(id)
  })

  test('if it was blank before this window opened it', async () => {
    const input = { tripId, kind: 'note' as const, day, start: null }
    const { entryId } = valueOf(await page.bridge.call('entries.add', input))
    await trip().open(tripId)
    trip().selectEntry(entryId)
    trip().selectEntry(lunch)
    expect(await entryIds()).toContain(entryId)
  })
})
