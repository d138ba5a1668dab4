import { describe, expect, test } from 'vitest'
import { mergeTrips } from '../../../electron/journal/merge/merge-trips.ts'
import { OTHER_VERSION_TAG } from '../../../electron/journal/merge/other-version.ts'
import type { Engine } from '../../../electron/journal/engine.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { ask, someEngine } from '../../support/engine.ts'
import { valueOf } from '../../support/library.ts'
import { someTrip } from '../../support/trips.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { edited, minute, writtenNote, writtenTrip } from '../../support/written-trip.ts'

const first = 'Before.\n\nHere: \n\nAfter.'

/** Two programs with the same library, in each of which the same entry is open. */
async function prepare() {
  const documents = await temporaryFolder()
  const library = `${documents}/Lanyard`
  const [one, other] = [await someEngine({ documents, library }), await someEngine({ documents, library })]
  const { id: tripId } = valueOf(await ask(one, 'trips.create', someTrip())).trip
  const fields = { kind: 'note', text: first } as const
  const added = valueOf(await ask(one, 'entries.add', { tripId, kind: 'note', day: '2026-04-14', start: null, fields }))
  const { entryId } = added
  const shown = added.trip.entries[0]?.updatedAt ?? ''
  valueOf(await ask(other, 'trips.open', { tripId }))

  /**
   * An editor, which continues from what it sent, and does not replace the text that the user is typing with changes by
   * others.
   */
  const editor = (engine: Engine) => {
    let baseVersion = shown
    return async (text: string) => {
      const saved = valueOf(
        await ask(engine, 'entries.save', { tripId, entryId, changes: { kind: 'note', text }, baseVersion }),
      )
      baseVersion = saved.baseVersion
    }
  }
  return {
    type: editor(one),
    typeElsewhere: editor(other),
    trip: async () => valueOf(await ask(one, 'trips.open', { tripId })),
    entries: async () => valueOf(await ask(one, 'trips.open', { tripId })).entries,
    edit: async (id: string, text: string) =>
      valueOf(await ask(one, 'entries.save', { tripId, entryId: id, changes: { kind: 'note', text } })),
    look: async () => {
      for (const engine of [one, other]) valueOf(await ask(engine, 'trips.open', { tripId }))
    },
  }
}

/** The trip with another text in its first entry. */
function saying(trip: Trip, text: string, minutes: number): Trip {
  const [entry] = trip.entries
  return entry === undefined ? trip : edited(trip, entry, { text }, minute(minutes))
}

const here = (words: string) => `Before.\n\nHere: ${words}\n\nAfter.`

describe('one paragraph that is typed into in two programs at once', () => {
  // With the folder watch notifying them of each other, and with the watch being too late.
  test.each([
    ['told of each other', true],
    ['not told of each other', false],
  ])(
    'a paragraph that two programs edit at once is there at most twice, with the last words of both, if they are %s',
    async (_, isTold) => {
      const { type, typeElsewhere, entries, look } = await prepare()
      for (let words = 1; words <= 8; words++) {
        await type(here('mine '.repeat(words)))
        if (isTold) await look()
        await typeElsewhere(here('theirs '.repeat(words)))
        if (isTold) await look()
        const now = await entries()
        const said = now.map(({ text }) => text).join('\n')
        expect(said).toContain('mine '.repeat(words))
        expect(said).toContain('theirs '.repeat(words))
        expect(now).toHaveLength(2)
      }
    },
  )
})

describe('another version of an entry', () => {
  test('another version that somebody has edited is theirs, and further ones are placed beside it', async () => {
    const { type, typeElsewhere, entries, look, edit } = await prepare()
    await type(here('mine'))
    await typeElsewhere(here('theirs'))
    await look()
    const other = (await entries()).find(({ tags }) => tags.includes(OTHER_VERSION_TAG))
    expect(other?.text).toBe(here('mine'))
    await edit(other?.id ?? '', 'Kept by hand.')
    await type(here('mine, and more'))
    const texts = (await entries()).map(({ text }) => text)
    expect(texts.toSorted()).toEqual([here('mine, and more'), here('theirs'), 'Kept by hand.'].toSorted())
  })

  test('another version that was superseded leaves nothing in the report', async () => {
    const { type, typeElsewhere, trip, look } = await prepare()
    for (const words of ['one', 'one two', 'one two three']) {
      await type(here(`mine ${words}`))
      await look()
      await typeElsewhere(here(`theirs ${words}`))
      await look()
    }
    const { entries, report, deleted } = await trip()
    const others = entries.filter(({ tags }) => tags.includes(OTHER_VERSION_TAG))
    expect(Object.keys(report.entries)).toEqual(others.map(({ id }) => id))
    expect(deleted).toEqual([])
  })

  test('a superseded version is removed by a merge on both sides alike, and stays removed when the same is merged again', () => {
    const base = writtenTrip({ entries: [writtenNote(1, { text: 'Old.' })] })
    const one = saying(base, 'One.', 1)
    const two = saying(base, 'Two.', 2)
    const both = mergeTrips(base, one, two).trip
    expect(both.entries.map(({ text }) => text)).toEqual(['Two.', 'One.'])
    // One side keeps typing without having seen it.
    const next = saying(one, 'One more.', 3)
    const { trip } = mergeTrips(one, next, both)
    expect(trip.entries.map(({ text }) => text)).toEqual(['One more.', 'Two.'])
    expect(mergeTrips(one, both, next).trip).toEqual(trip)
    for (const side of [next, both]) expect(mergeTrips(one, trip, side).trip).toEqual(trip)
    // The other side keeps typing too, without having seen that.
    const last = saying(both, 'Two more.', 4)
    const end = mergeTrips(both, last, trip).trip
    expect(end.entries.map(({ text }) => text)).toEqual(['Two more.', 'One more.'])
    expect(mergeTrips(both, trip, last).trip).toEqual(end)
  })
})
