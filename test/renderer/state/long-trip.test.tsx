import { act } from '@testing-library/react'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import { openLibrary } from '../../../electron/journal/sync/open-library.ts'
import type { ShellBridge } from '../../../electron/shared/contract/index.ts'
import { isPacked } from '../../../electron/shared/contract/packed-answer.ts'
import type { Entry } from '../../../electron/shared/trip.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { someNote, tripWith } from '../../support/library.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'

/** The number from which answers with a trip are packed. */
const ENTRIES = 1_000
/** What one change takes at most, in characters. The whole trip is much longer. */
const SHORT = 3_000

let page: PageBridge
let tripId: string
/** The lengths of the packed answers to the page. */
let sent: number[]

const store = () => useTrip.getState()
const entries = () => store().trip?.entries ?? []
const entryAt = (index: number): Entry => {
  const entry = entries()[index]
  if (entry === undefined) throw new Error(`There is no entry ${index}.`)
  return entry
}

/** Comparing texts takes a small part of the time. */
const written = (list: readonly unknown[] | undefined) => list?.map((one) => JSON.stringify(one))

/** What the page shows is what is on the disk. */
async function expectAsOnDisk(): Promise<void> {
  const { entries: onDisk, deleted } = valueOf(await page.bridge.call('trips.open', { tripId }))
  expect(written(entries())).toEqual(written(onDisk))
  expect(written(store().trip?.deleted)).toEqual(written(deleted))
}

/** Does something, after which the page shows what is on the disk and has been sent little. */
async function expectLittleSent(change: () => unknown): Promise<void> {
  sent = []
  await change()
  await store().flush()
  expect(sent.length).toBeGreaterThan(0)
  expect(Math.max(...sent)).toBeLessThan(SHORT)
  await expectAsOnDisk()
}

beforeEach(async () => {
  page = await connectPage()
  const { lanyard } = window
  if (lanyard === undefined) throw new Error('The page is not connected.')
  const call: ShellBridge['call'] = async (...parameters) => {
    const answer = await lanyard.call(...parameters)
    if (isPacked(answer)) sent.push(answer.packed.length)
    return answer
  }
  window.lanyard = { ...lanyard, call }
  sent = []
  const notes = Array.from({ length: ENTRIES + 10 }, (_, index) => someNote({ title: `Entry ${index}`, text: 'x' }))
  const trip = valueOf(await page.engine.context.library.create(tripWith(notes, { title: 'Many' }))).trip
  tripId = trip.id
  useApp.getState().go({ name: 'trip', tripId, tab: 'journal' })
  await store().open(tripId)
})

describe('a trip with very many entries', () => {
  it('is sent to the page once; what is done with its entries is sent as what has changed', async () => {
    expect(Math.max(...sent)).toBeGreaterThan(SHORT * 10)
    const [first, other] = [entryAt(0), entryAt(7)]
    await expectLittleSent(() => store().deleteEntry(entryAt(500).id))
    expect(entryAt(0)).toBe(first)
    await expectLittleSent(() => store().undo())
    expect(entryAt(500).text).toBe('x')
    await expectLittleSent(() => store().redo())
    await expectLittleSent(() => store().moveEntry(first.id, first.day, null))
    await expectLittleSent(() => store().undo())
    await expectLittleSent(() => store().duplicateEntry(other.id))
    await expectLittleSent(() => store().deleteSeveral([entryAt(3).id, entryAt(700).id, entryAt(1_000).id]))
    await expectLittleSent(() => store().undo())
    await expectLittleSent(() => store().addEntry('note', first.day, { title: 'New' }))
  })

  it('opens the next entry at once when the open one is deleted, so that the editor need not be made again', async () => {
    store().selectEntry(entryAt(4).id)
    const next = entryAt(5).id
    const opened: (string | null)[] = []
    const stop = useTrip.subscribe(({ entryId }, before) => {
      if (entryId !== before.entryId) opened.push(entryId)
    })
    await store().deleteEntry(entryAt(4).id)
    stop()
    expect(opened).toEqual([next])
  })

  it('after text was typed, or another computer changed it, its next change is right too', async () => {
    act(() => store().editEntry(entryAt(2).id, { text: 'Typed.' }))
    await store().flush()
    await store().deleteEntry(entryAt(9).id)
    expect(entryAt(2).text).toBe('Typed.')
    await expectAsOnDisk()

    const changed = entryAt(5).id
    const other = openLibrary({ folder: join(page.folder, 'Lanyard') })
    valueOf(await other.update(tripId, (trip) => saveEntry(trip, changed, { kind: 'note', text: 'From elsewhere.' })))
    await other.close()
    await store().deleteEntry(entryAt(20).id)
    expect(entries().find(({ id }) => id === changed)?.text).toBe('From elsewhere.')
    await expectAsOnDisk()
  })

  it('is as on the disk after the deletions of several entries that overlap', async () => {
    const ids = [3, 4, 5, 6].map((index) => entryAt(index).id)
    await Promise.all(ids.map((id) => store().deleteEntry(id)))
    expect(entries().filter(({ id }) => ids.includes(id))).toEqual([])
    await expectAsOnDisk()
  })
})
