import { beforeEach, describe, expect, it } from 'vitest'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { openLibrary } from '../../../electron/journal/sync/open-library.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { start } from '../../../renderer/frame/start.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge
let other: Library
let tripId: string
let entryId: string
const state = () => useTrip.getState()
const texts = () => state().trip?.entries.map(({ text }) => text)
const type = (text: string) => state().editEntry(entryId, { text })

async function theirs(text: string): Promise<void> {
  valueOf(await other.update(tripId, (trip) => saveEntry(trip, entryId, { kind: 'note', text })))
}

const onDisk = async () => valueOf(await other.open(tripId)).entries.map(({ text }) => text)

beforeEach(async () => {
  page = await connectPage()
  page.onEnd(await start())
  tripId = valueOf(await page.bridge.call('trips.create', someTrip())).trip.id
  useApp.getState().go({ name: 'trip', tripId, tab: 'journal' })
  await state().open(tripId)
  entryId = (await state().addEntry('note', '2026-04-14', { text: 'One.\n\nTwo.\n\nThree.' })) ?? ''
  other = openLibrary({ folder: page.engine.context.library.folder })
  page.onEnd(() => void other.close())
})

describe('what somebody else writes in the entry that one is typing in', () => {
  it('is kept with what one types', async () => {
    type('One.\n\nTwo.\n\nThree?')
    await theirs('One!\n\nTwo.\n\nThree.')
    await state().flush()
    expect(await onDisk()).toEqual(['One!\n\nTwo.\n\nThree?'])
    await expect.poll(texts).toEqual(['One!\n\nTwo.\n\nThree?'])
  })

  it('is kept also where it came to the page before the typing stopped', async () => {
    type('One.\n\nTwo.\n\nThree')
    await theirs('One!\n\nTwo.\n\nThree.')
    page.tell('trip.changed', { tripId })
    await state().open(tripId)
    expect(texts()).toEqual(['One.\n\nTwo.\n\nThree'])
    type('One.\n\nTwo.\n\nThree?')
    await state().flush()
    expect(await onDisk()).toEqual(['One!\n\nTwo.\n\nThree?'])
  })

  it('is kept where one types on while the save is on its way', async () => {
    type('One.\n\nTwo.\n\nThree?')
    await theirs('One!\n\nTwo.\n\nThree.')
    const flushed = state().flush()
    type('One.\n\nTwo.\n\nThree? Four.')
    await flushed
    await state().flush()
    expect(await onDisk()).toEqual(['One!\n\nTwo.\n\nThree? Four.'])
    await expect.poll(texts).toEqual(['One!\n\nTwo.\n\nThree? Four.'])
    type('One!\n\nTwo.\n\nThree? Four. Five.')
    await state().flush()
    expect(await onDisk()).toEqual(['One!\n\nTwo.\n\nThree? Four. Five.'])
  })

  it('is kept where it comes while an editor has not handed over the last keystrokes yet', async () => {
    const { beforeFlush } = await import('../../../renderer/state/before-flush.ts')
    let typed: string | null = 'One.\n\nTwo.\n\nThree?'
    page.onEnd(
      beforeFlush(() => {
        if (typed !== null) type(typed)
        typed = null
      }),
    )
    await theirs('One!\n\nTwo.\n\nThree.')
    await state().open(tripId)
    await state().flush()
    expect(await onDisk()).toEqual(['One!\n\nTwo.\n\nThree?'])
  })

  it('stands beside what one types where both wrote the same anew', async () => {
    type('Mine.')
    await theirs('Theirs.')
    await state().flush()
    expect(await onDisk()).toEqual(['Mine.', 'Theirs.'])
    await expect.poll(texts).toEqual(['Mine.', 'Theirs.'])
  })

  it('is written over as always where one has seen it', async () => {
    await theirs('Theirs.')
    await state().open(tripId)
    expect(texts()).toEqual(['Theirs.'])
    type('Mine.')
    await state().flush()
    expect(await onDisk()).toEqual(['Mine.'])
  })
})
