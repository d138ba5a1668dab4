import { beforeEach, expect, it } from 'vitest'
import { addEntry } from '../../../electron/journal/edits/add-entry.ts'
import { saveEntry } from '../../../electron/journal/edits/save-entry.ts'
import type { Library } from '../../../electron/journal/library/library.ts'
import { openLibrary } from '../../../electron/journal/sync/open-library.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { start } from '../../../renderer/frame/start.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { importDefaults } from '../../support/reports.ts'
import { importInto } from '../../support/import-into.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

const published =
  '# Two days\n\n## Trains\n\n### Out\n\nThe train was late.\n\n## Food\n\n### Lunch\n\nThere was soup.\n'
const bytes = new TextEncoder().encode(published)

let page: PageBridge
let other: Library
let tripId: string
let entryId: string

const state = () => useTrip.getState()
const texts = () => state().trip?.entries.map(({ text }) => text.trim())
const sections = () => state().trip?.report.sections.map(({ heading }) => heading)
const onDisk = async () => valueOf(await other.open(tripId))

beforeEach(async () => {
  page = await connectPage()
  page.onEnd(await start())
  tripId = valueOf(await page.bridge.call('trips.create', someTrip())).trip.id
  useApp.getState().go({ name: 'trip', tripId, tab: 'journal' })
  await state().open(tripId)
  entryId = (await state().addEntry('note', '2026-04-14', { text: 'Mine.' })) ?? ''
  state().editReport({ arrangement: 'theme' })
  await state().flush()
  other = openLibrary({ folder: page.engine.context.library.folder })
  page.onEnd(() => void other.close())
  const { library } = page.engine.context
  const order = { files: [{ name: 'report.md', data: bytes }], tripId, library, defaults: importDefaults }
  valueOf(await state().importInto(tripId, () => importInto(order)))
})

it('an import that is undone and done again leaves what the trip had, and brings back what it added', async () => {
  const imported = state().trip
  expect(texts()).toEqual(['Mine.', 'The train was late.', 'There was soup.'])
  expect(sections()).toEqual(['Trains', 'Food'])
  await state().undo()
  await state().flush()
  expect(texts()).toEqual(['Mine.'])
  expect(sections()).toEqual([])
  expect((await onDisk()).report.sections).toEqual([])
  await state().redo()
  await state().flush()
  expect(texts()).toEqual(['Mine.', 'The train was late.', 'There was soup.'])
  expect(state().trip?.report).toEqual(imported?.report)
  expect((await onDisk()).report).toEqual(imported?.report)
})

it('undoing an import keeps what another computer has written since', async () => {
  valueOf(await other.update(tripId, (trip) => saveEntry(trip, entryId, { kind: 'note', text: 'Mine, and theirs.' })))
  const theirs = { ...newEntry('note', '2026-04-14', null), text: 'A note from elsewhere.' }
  valueOf(await other.update(tripId, (trip) => addEntry(trip, theirs)))
  const section = { id: crypto.randomUUID(), heading: 'Elsewhere', entryIds: [theirs.id] }
  valueOf(
    await other.update(tripId, (trip) => {
      const report = { ...trip.report, sections: [...trip.report.sections, section] }
      return { ok: true, value: { ...trip, report } }
    }),
  )
  await state().open(tripId)
  await state().undo()
  await state().flush()
  expect(texts()).toEqual(['Mine, and theirs.', 'A note from elsewhere.'])
  expect(sections()).toEqual(['Elsewhere'])
  const { entries, report: stored } = await onDisk()
  expect(entries.map(({ text }) => text)).toEqual(['Mine, and theirs.', 'A note from elsewhere.'])
  expect(stored.sections).toEqual([section])
})

it('undoing an import keeps a section of it that has another entry by now', async () => {
  const filed = state().trip?.report.sections.map((one, index) =>
    index === 0 ? { ...one, entryIds: [...one.entryIds, entryId] } : one,
  )
  valueOf(
    await other.update(tripId, (trip) => ({
      ok: true,
      value: { ...trip, report: { ...trip.report, sections: filed ?? [] } },
    })),
  )
  await state().open(tripId)
  await state().undo()
  expect(sections()).toEqual(['Trains'])
  await state().redo()
  expect(sections()).toEqual(['Trains', 'Food'])
})
