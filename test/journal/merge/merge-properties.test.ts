import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTrips } from '../../../electron/journal/merge/merge-trips.ts'
import { tripSchema, type Trip } from '../../../electron/shared/trip.ts'
import { apart, doAll, edit } from '../../support/random-edits.ts'
import { writtenNote, writtenTrip } from '../../support/written-trip.ts'

/** As in the file, with the order of its keys. */
const bytes = (trip: Trip) => JSON.stringify(trip, null, 2)

const withoutTimes = (state: Trip) => state.entries.map((entry) => ({ ...entry, updatedAt: '' }))

/** With the common state, and without it. */
const situation = fc.tuple(apart, fc.boolean()).map(([{ base, ours, theirs }, isKnown]) => ({
  base: isKnown ? base : null,
  ours,
  theirs,
}))

const runs = { numRuns: Number(process.env['LANYARD_RUNS'] ?? 200) }

describe('merging any two states of a trip', () => {
  it('a merge gives the same bytes whichever of the two is ours', () => {
    fc.assert(
      fc.property(situation, ({ base, ours, theirs }) => {
        expect(bytes(mergeTrips(base, ours, theirs).trip)).toBe(bytes(mergeTrips(base, theirs, ours).trip))
      }),
      runs,
    )
  })

  it('each entry of either side is in the journal, or in the trash if a side deleted it', () => {
    fc.assert(
      fc.property(situation, ({ base, ours, theirs }) => {
        const { trip } = mergeTrips(base, ours, theirs)
        const journal = new Set(trip.entries.map(({ id }) => id))
        const trash = new Set(trip.deleted.map(({ entry }) => entry.id))
        const deletedBySomebody = new Set([...ours.deleted, ...theirs.deleted].map(({ entry }) => entry.id))
        for (const { id } of [...ours.entries, ...theirs.entries]) {
          expect(journal.has(id) || (trash.has(id) && deletedBySomebody.has(id))).toBe(true)
        }
        for (const id of deletedBySomebody) expect(journal.has(id) || trash.has(id)).toBe(true)
        const ids = [...trip.entries.map(({ id }) => id), ...trip.deleted.map(({ entry }) => entry.id)]
        expect(new Set(ids).size).toBe(ids.length)
      }),
      runs,
    )
  })

  it('merging the result with one of the two again changes nothing', () => {
    fc.assert(
      fc.property(situation, ({ base, ours, theirs }) => {
        const { trip } = mergeTrips(base, ours, theirs)
        for (const side of [ours, theirs]) {
          const again = mergeTrips(base, trip, side)
          expect(bytes(again.trip)).toBe(bytes(trip))
          expect(again.conflicts).toEqual([])
        }
        expect(bytes(mergeTrips(base, trip, trip).trip)).toBe(bytes(trip))
      }),
      runs,
    )
  })

  it('merging a state with itself gives that state', () => {
    fc.assert(
      fc.property(situation, ({ base, ours }) => {
        expect(bytes(mergeTrips(base, ours, structuredClone(ours)).trip)).toBe(bytes(ours))
      }),
      runs,
    )
  })

  it('if one side did nothing, the result is the other', () => {
    fc.assert(
      fc.property(apart, ({ base, ours }) => {
        const { trip, conflicts } = mergeTrips(base, ours, base)
        expect(trip).toEqual(ours)
        expect(conflicts).toEqual([])
      }),
      runs,
    )
  })

  it('each word that a side wrote in an entry is in the journal or in the trash', () => {
    fc.assert(
      fc.property(situation, ({ base, ours, theirs }) => {
        const { trip } = mergeTrips(base, ours, theirs)
        const kept = [...trip.entries, ...trip.deleted.map(({ entry }) => entry)]
        const words = new Set(kept.flatMap(({ text }) => text.split(/\s+/)))
        const before = new Map(base?.entries.map((entry) => [entry.id, entry.text]))
        for (const { id, text } of [...ours.entries, ...theirs.entries]) {
          // The other side may have changed or deleted what this side left alone.
          const old = new Set(before.get(id)?.split(/\s+/))
          const written = (text.match(/\S+/g) ?? []).filter((word) => !old.has(word))
          for (const word of written) expect(words).toContain(word)
        }
      }),
      runs,
    )
  })

  it('edits of different entries, or of different fields of one, are all in the result without conflicts', () => {
    const change = fc.record({ entry: fc.nat(11), field: fc.constantFrom('text', 'title', 'highlight', 'tags') })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), fc.array(fc.boolean(), { minLength: 48 }), (changes, owners) => {
        const base = writtenTrip({ entries: Array.from({ length: 12 }, (_, index) => writtenNote(index + 1)) })
        const [ours, theirs, both] = [structuredClone(base), structuredClone(base), structuredClone(base)]
        const at = '2026-04-14T12:00:00.000Z'
        for (const { entry, field } of changes) {
          const isOurs = owners[entry * 4 + ['text', 'title', 'highlight', 'tags'].indexOf(field)] === true
          const value = { text: 'written', title: 'named', highlight: true, tags: ['marked'] }
          for (const trip of [isOurs ? ours : theirs, both]) {
            Object.assign(trip.entries[entry] ?? {}, { [field]: value[field], updatedAt: at })
            trip.updatedAt = at
          }
        }
        const { trip, conflicts } = mergeTrips(base, ours, theirs)
        expect(withoutTimes(trip)).toEqual(withoutTimes(both))
        expect(conflicts).toEqual([])
      }),
      runs,
    )
  })

  it('the result is a trip that can be written and read', () => {
    fc.assert(
      fc.property(situation, ({ base, ours, theirs }) => {
        const { trip } = mergeTrips(base, ours, theirs)
        expect(tripSchema.parse(trip)).toEqual(trip)
      }),
      { numRuns: 100 },
    )
  })

  it('three computers that merge in any order have the same entries', () => {
    const third = fc.record({ trips: apart, edits: fc.array(edit, { maxLength: 15 }) })
    fc.assert(
      fc.property(third, ({ trips: { base, ours, theirs }, edits }) => {
        const others = doAll(base, edits, 4, 300)
        const one = mergeTrips(base, mergeTrips(base, ours, theirs).trip, others).trip
        const other = mergeTrips(base, ours, mergeTrips(base, theirs, others).trip).trip
        const agreed = mergeTrips(null, one, other).trip
        expect(bytes(mergeTrips(null, agreed, one).trip)).toBe(bytes(agreed))
        for (const { id } of [...ours.entries, ...theirs.entries, ...others.entries]) {
          const kept = [...agreed.entries, ...agreed.deleted.map(({ entry }) => entry)]
          expect(kept.some((entry) => entry.id === id)).toBe(true)
        }
      }),
      runs,
    )
  })
})

it('a merge loses none of two hundred edits on each side of a trip of a hundred entries', () => {
  const base = writtenTrip({ entries: Array.from({ length: 100 }, (_, index) => writtenNote(index + 1)) })
  const edits = fc.array(edit, { minLength: 200, maxLength: 200 })
  fc.assert(
    fc.property(edits, edits, fc.boolean(), (mine, yours, isKnown) => {
      const ours = doAll(base, mine, 2, 100)
      const theirs = doAll(base, yours, 3, 150)
      const { trip } = mergeTrips(isKnown ? base : null, ours, theirs)
      const kept = new Set([...trip.entries, ...trip.deleted.map(({ entry }) => entry)].map(({ id }) => id))
      const written = [ours, theirs].flatMap((side) => [...side.entries, ...side.deleted.map(({ entry }) => entry)])
      expect(written.filter(({ id }) => !kept.has(id))).toEqual([])
      expect(bytes(trip)).toBe(bytes(mergeTrips(isKnown ? base : null, theirs, ours).trip))
    }),
    { numRuns: 30 },
  )
})
