import { expect, it } from 'vitest'
import { type Entry, type Trip, defaultReportEntry } from '../../../electron/shared/trip.ts'
import { addSection, deleteSection, moveSection, placeEntry, renameSection } from '../../../renderer/report/sections.ts'
import { changeDayHeading, changeRecord } from '../../../renderer/report/report-changes.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { onePixel, someTrip } from '../../support/trips.ts'
import { type Random, seeded } from '../../torture/random.ts'

const runs = Number(process.env['LANYARD_RUNS'] ?? 12)
/** The first seed, to go on from where something was found. */
const first = Number(process.env['LANYARD_SEED'] ?? 1)
const ACTIONS = 20
const days = ['2026-04-13', '2026-04-14', '2026-04-15', '2026-04-16']
const words = ['Lunch', 'the train was late', 'two keynotes', 'café', 'a long walk', '42']

const state = () => useTrip.getState()

function trip(): Trip {
  const { trip: open } = state()
  if (!open) throw new Error('No trip is open.')
  return open
}

/** Parts of a trip that the journal and the report do not show. */
const unseen = new Set(['ancestors', 'deleted', 'updatedAt', 'writers'])

/** What a person sees of a trip. */
function visible({ entries, report, photos, ...rest }: Trip) {
  const records = Object.entries(report.entries).filter(
    ([id, record]) =>
      entries.some((entry) => entry.id === id) && JSON.stringify(record) !== JSON.stringify(defaultReportEntry),
  )
  const sections = report.sections.map((section) => ({
    ...section,
    entryIds: section.entryIds.filter((id) => entries.some((entry) => entry.id === id)),
  }))
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => !unseen.has(key))),
    entries: entries.map((entry) => ({ ...entry, createdAt: '', updatedAt: '' })),
    report: { ...report, sections, entries: Object.fromEntries(records) },
    photos,
  }
}

/** Types a text letter by letter, as fields do. */
function type(entry: Entry, field: string, value: string): void {
  for (let length = 1; length <= value.length; length++) {
    state().editEntry(entry.id, { [field]: value.slice(0, length) })
  }
}

const sections = (change: (all: Trip['report']['sections']) => Trip['report']['sections']) =>
  state().editReport({ sections: change(trip().report.sections) }, { undoAs: 'changing the sections' })

/** Some entries, in no order. */
function someEntries(random: Random): string[] {
  const ids = trip().entries.map(({ id }) => id)
  return ids.filter(() => random.below(2) === 0)
}

/** What a person can do in the window, with an entry or a section to do it to. */
const actions: Record<string, (random: Random, entry: Entry) => unknown> = {
  'add a note': (random) => state().addEntry('note', random.pick(days), { title: random.pick(words) }),
  'add a talk': (random) => state().addEntry('talk', random.pick(days)),
  'add a person': (random) => state().addEntry('encounter', random.pick(days)),
  'delete an entry': (_, { id }) => state().deleteEntry(id),
  'duplicate an entry': (_, { id }) => state().duplicateEntry(id),
  'move an entry': (random, { id }) => {
    const day = random.pick(days)
    const ofDay = trip().entries.filter((entry) => entry.day === day && entry.id !== id)
    return state().moveEntry(id, day, random.pick([null, ...ofDay.map((entry) => entry.id)]))
  },
  'restore a deleted entry': (random) => {
    const deleted = trip().deleted.map(({ entry }) => entry.id)
    return deleted.length > 0 ? state().restoreDeleted(random.pick(deleted)) : null
  },
  'write a text': (random, entry) => type(entry, 'text', random.pick(words)),
  'write a title': (random, entry) => type(entry, entry.kind === 'encounter' ? 'who' : 'title', random.pick(words)),
  'star an entry': (_, { id, highlight }) => state().editEntry(id, { highlight: !highlight }),
  'make an entry private': (_, entry) => state().editEntry(entry.id, { private: !entry.private }),
  'tag an entry': (random, { id, tags }) =>
    state().editEntry(id, { tags: [...new Set([...tags, random.pick(words)])] }),
  'remove the tags': (_, { id }) => state().editEntry(id, { tags: [] }),
  'set the start': (random, { id, day }) =>
    state().editEntry(id, { start: random.pick([null, `${day}T0${random.below(9)}:30:00+02:00`]) }),
  'set a speaker': (random, entry) =>
    entry.kind === 'talk' &&
    state().editEntry(entry.id, { speakers: [{ name: random.pick(words), role: '', affiliation: '' }] }),
  'set the room': (random, entry) => entry.kind === 'talk' && type(entry, 'room', random.pick(words)),
  'star several entries': (random) => {
    const highlight = random.below(2) === 0
    return state().editSeveral(someEntries(random), () => ({ highlight }))
  },
  'tag several entries': (random) => {
    const tag = random.pick(words)
    return state().editSeveral(someEntries(random), ({ tags }) => ({ tags: [...new Set([...tags, tag])] }))
  },
  'change the kind of several entries': (random) =>
    state().changeKind(someEntries(random), random.pick(['talk', 'note', 'encounter'])),
  'sort a day': (random) => state().sortDay(random.pick(days)),
  'move several entries': (random) => {
    const ids = someEntries(random)
    const day = random.pick(days)
    const others = trip().entries.filter((entry) => entry.day === day && !ids.includes(entry.id))
    return state().moveSeveral(ids, day, random.pick([null, ...others.map(({ id }) => id)]))
  },
  'delete several entries': (random) => state().deleteSeveral(someEntries(random)),
  'name the trip': (random) => state().saveTrip({ title: random.pick(words), city: random.pick(words) }),
  'describe a picture': (random) =>
    state().editPhoto(trip().photos[0]?.id ?? '', { caption: random.pick(words), alt: random.pick(words) }),
  'name the report': (random) => state().editReport({ title: random.pick(words) }),
  'write the lead': (random) => state().editReport({ lead: random.pick(words) }),
  'write the closing': (random) => state().editReport({ closing: { heading: 'End', text: random.pick(words) } }),
  'arrange the report': (random) => state().editReport({ arrangement: random.pick(['day', 'theme']) }),
  'leave an entry out': (_, { id }) => state().editReport(changeRecord(trip().report, id, { include: false })),
  'head a day': (random) =>
    state().editReport(changeDayHeading(trip().report, random.pick(days), random.pick([null, ...words]))),
  'add a section': () => sections((all) => addSection(all, crypto.randomUUID(), 'Talks')),
  'name a section': (random) => sections((all) => renameSection(all, all.at(-1)?.id ?? '', random.pick(words))),
  'delete a section': () => sections((all) => deleteSection(all, all[0]?.id ?? '')),
  'move a section': () => sections((all) => moveSection(all, all.at(-1)?.id ?? '', all[0]?.id ?? null)),
  'file an entry': (random, { id }) =>
    sections((all) =>
      placeEntry(all, id, { sectionId: random.pick([null, ...all.map((one) => one.id)]), before: null }),
    ),
}

/** Undoes or redoes everything there is. */
async function walkAll(way: 'undo' | 'redo', seed: number): Promise<void> {
  for (let steps = 0; state().undoable[way] !== null; steps++) {
    if (steps > 10 * ACTIONS) {
      const said = useApp.getState().toasts.at(-1)?.message
      throw new Error(`Seed ${seed}: there is no end to ${way} of ${state().undoable[way]}. It said: ${said}`)
    }
    await state()[way]()
  }
}

it(
  'whatever was done, undoing all of it leads back to the beginning, and redoing all of it to the end',
  async () => {
    const page = await connectPage()
    for (let seed = first; seed < first + runs; seed++) {
      const random = seeded(seed)
      const { trip: made } = valueOf(await page.bridge.call('trips.create', someTrip()))
      useApp.getState().go({ name: 'trip', tripId: made.id, tab: 'journal' })
      await state().open(made.id)
      for (const title of ['Arrival', 'Opening', 'Dinner']) await state().addEntry('note', '2026-04-14', { title })
      await state().addPhoto('hall.png', new Uint8Array(onePixel))
      await state().flush()
      state().show(trip())

      const done: string[] = []
      const before = visible(trip())
      for (let count = 0; count < ACTIONS; count++) {
        const name = random.pick(Object.keys(actions))
        const { entries } = trip()
        const entry = entries.length > 0 ? random.pick(entries) : null
        if (entry === null && !name.startsWith('add a')) continue
        done.push(name)
        await actions[name]?.(random, entry as Entry)
      }
      await state().flush()
      const after = visible(trip())
      await walkAll('undo', seed)
      await state().flush()
      expect(visible(trip()), `seed ${seed}: ${done.join(', ')}`).toEqual(before)
      await walkAll('redo', seed)
      await state().flush()
      expect(visible(trip()), `seed ${seed}: ${done.join(', ')}`).toEqual(after)
      const onDisk = valueOf(await page.bridge.call('trips.open', { tripId: made.id }))
      expect(visible(onDisk)).toEqual(after)
    }
  },
  Math.max(60_000, runs * 5_000),
)
