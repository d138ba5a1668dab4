import type { Handlers } from '../../shared/contract.ts'
import { ok } from '../../shared/result.ts'
import { newTrip } from '../edits/new-trip.ts'
import { checkDetails, saveTrip } from '../edits/save-trip.ts'
import { mergeAllCopies } from '../merge/merge-copies.ts'
import type { Context } from './context.ts'

type TripHandlers = Pick<Handlers, 'trips.create' | 'trips.open' | 'trips.access' | 'trips.save' | 'trips.delete' | 'trips.addSample'>

/** Making, reading and changing trips as such; their entries and reports have handlers of their own. */
export function tripHandlers(context: Context): TripHandlers {
  return {
    'trips.create': async (details) => {
      const checked = checkDetails(details)
      return checked.ok ? await context.library.create(newTrip(checked.value)) : checked
    },
    'trips.open': async ({ tripId }) => {
      const trip = await context.library.open(tripId)
      if (!trip.ok || !context.settings.current.mergeCopies) return trip
      // What cannot be merged just now is found again the next time; the trip opens all the same.
      const merged = await mergeAllCopies(context.library, tripId)
      if (!merged.ok || merged.value === null) return trip
      context.emit('trip.merged', { tripId, conflicts: merged.value.conflicts })
      return ok(merged.value.trip)
    },
    'trips.access': async ({ tripId }) => {
      const refusal = await context.library.refusal(tripId)
      return refusal.ok ? ok({ refusal: refusal.value }) : refusal
    },
    'trips.save': ({ tripId, changes }) => context.library.update(tripId, (trip) => saveTrip(trip, changes)),
    'trips.delete': ({ tripId }) => context.library.delete(tripId),
    'trips.addSample': async () => {
      // The pictures of the sample are drawn when somebody asks for them, not at each start.
      const { addSample } = await import('../sample/index.ts')
      return await addSample(context.library)
    },
  }
}
