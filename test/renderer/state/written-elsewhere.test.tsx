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

describe('changes by others to the entry that the user is typing in', () => {
  it('a change by others is kept along with the typed text', async () => {
    type('One.\n\nTwo.\n\nThree?')
    await theirs('One!\n\nTwo.\n\nThree.')
    await state().flush()
    expect(await onDisk()).toEqual(['One!\n\nTwo.\n\nThree?'])
    await expect.poll(texts).toEqual(['One!\n\nTwo.\n\nThree?'])
  })

  it('a change by others is kept even if it arrived before typing stopped', async () => {
    // It is on the disk first: a busy machine takes so long to write it that what was typed before would be saved.
    await theirs('One!\n\nTwo.\n\nThree.')
    type('One.\n\nTwo.\n\nThree')
    page.send('trip.changed', { tripId })
    await state().open(tripId)
    expect(texts()).toEqual(['One.\n\nTwo.\n\nThree'])
    type('One.\n\nTwo.\n\nThree?')
    await state().flush()
    expect(await onDisk()).toEqual(['One!\n\nTwo.\n\nThree?'])
  })

  it('a change by others is kept if typing continues during the save', async () => {
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

  it('a change by others is kept if it arrives before an editor has handed over the last keystrokes', async () => {
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

  it('a change by others is kept beside the typed text if both rewrote the same', async () => {
    type('Mine.')
    await theirs('Theirs.')
    await state().flush()
    expect(await onDisk()).toEqual(['Mine.', 'Theirs.'])
    await expect.poll(texts).toEqual(['Mine.', 'Theirs.'])
  })

  it('a change by others that the user has seen is overwritten as usual', async () => {
    await theirs('Theirs.')
    await state().open(tripId)
    expect(texts()).toEqual(['Theirs.'])
    type('Mine.')
    await state().flush()
    expect(await onDisk()).toEqual(['Mine.'])
  })
})
