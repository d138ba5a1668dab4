import type { Entry } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { nextAt, type Spot, spotOfEntry } from './spots.ts'
import type { TripSession } from './trip-session.ts'
import { type Outcome, outcomeOf } from './undo-stack.ts'

/** Takes entries of the open trip from place to place, into the deleted ones and back. */
export interface EntryPlaces {
  spotOf: (entryId: string) => Spot
  /** The entries before and after another on the same day. */
  neighbours: (entry: Entry) => { previous: Entry | null; next: Entry | null }
  /** Moves an entry to a place on a day. Resolves to whether that was done. */
  place: (tripId: string, entryId: string, day: string, spot: Spot) => Promise<boolean>
  /** Moves an entry within its day to where it was. */
  putTo: (tripId: string, entryId: string, spot: Spot) => Promise<void>
  /**
   * Removes an entry. Resolves to where it was, or to `null` if that was refused.
   *
   * @param next the entry to open in its place if it is open
   */
  remove: (tripId: string, entryId: string, next?: string | null) => Promise<Spot | null>
  /** Restores a deleted entry, to a place if it is known. Resolves to whether that was done. */
  putBack: (tripId: string, entryId: string, spot: Spot | null) => Promise<boolean>
  /**
   * The two ways of a step between being in the journal and being deleted.
   *
   * @param start where the entry was, if it is deleted now
   */
  between: (
    tripId: string,
    entryId: string,
    how: { start: Spot | null; remove?: () => Promise<Spot | null>; show: () => void },
  ) => { out: () => Promise<Outcome>; into: () => Promise<Outcome> }
}

export function createEntryPlaces(session: TripSession): EntryPlaces {
  const { get, set, draftsOf, entryOf, change } = session

  const neighbours: EntryPlaces['neighbours'] = (entry) => {
    const ofDay = (get().trip?.entries ?? []).filter(({ day }) => day === entry.day)
    const index = ofDay.findIndex(({ id }) => id === entry.id)
    return { previous: ofDay[index - 1] ?? null, next: ofDay[index + 1] ?? null }
  }

  const spotOf: EntryPlaces['spotOf'] = (entryId) => {
    const entry = entryOf(entryId)
    return spotOfEntry(get().trip?.entries ?? [], entry ?? { id: entryId, day: '' })
  }

  /** The entry of a day that another one comes before at a place now. */
  const nextOn = (day: string, spot: Spot, entryId: string) =>
    nextAt(spot, (id) => id !== entryId && entryOf(id)?.day === day)

  const place: EntryPlaces['place'] = async (tripId, entryId, day, spot) => {
    // A move to another day changes the times. An unsaved start would seem to contradict that.
    await draftsOf(tripId).flushEntry(entryId)
    const input = { tripId, entryId, day, before: nextOn(day, spot, entryId) }
    return (await change(tripId, () => bridge.call('entries.move', input))) !== null
  }

  const putTo: EntryPlaces['putTo'] = async (tripId, entryId, spot) => {
    const entry = entryOf(entryId)
    if (entry === undefined) return
    const isThere = nextOn(entry.day, spotOf(entryId), entryId) === nextOn(entry.day, spot, entryId)
    if (!isThere) await place(tripId, entryId, entry.day, spot)
  }

  const remove: EntryPlaces['remove'] = async (tripId, entryId, next) => {
    // Unsaved text is saved first, so that undoing the deletion restores all of it.
    const isSaved = await draftsOf(tripId).flushEntry(entryId)
    const spot = spotOf(entryId)
    if (!isSaved) return forget(tripId, entryId) ? spot : null
    const done = await change(tripId, () => bridge.call('entries.delete', { tripId, entryId }), next)
    if (done) draftsOf(tripId).discardEntry(entryId)
    return done && spot
  }

  /** Removes an entry that has never been on the disk. */
  function forget(tripId: string, entryId: string): boolean {
    const { trip } = get()
    if (!draftsOf(tripId).isBegun(entryId)) return false
    draftsOf(tripId).discardEntry(entryId)
    if (trip?.id === tripId) set({ trip: { ...trip, entries: trip.entries.filter(({ id }) => id !== entryId) } })
    return true
  }

  const putBack: EntryPlaces['putBack'] = async (tripId, entryId, spot) => {
    const done = await change(tripId, () => bridge.call('entries.restore', { tripId, entryId }))
    // The engine knows where it was when it was deleted, but others may have been moved since.
    if (done !== null && spot !== null) await putTo(tripId, entryId, spot)
    return done !== null
  }

  return {
    spotOf,
    neighbours,
    place,
    putTo,
    remove,
    putBack,
    between(tripId, entryId, { start, remove: takeAway = () => remove(tripId, entryId), show }) {
      let spot = start
      return {
        async out() {
          spot = await takeAway()
          return outcomeOf(spot !== null)
        },
        async into() {
          const done = await putBack(tripId, entryId, spot)
          if (done) show()
          return outcomeOf(done)
        },
      }
    },
  }
}
