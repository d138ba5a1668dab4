import { ok } from '../../shared/result.ts'
import { newTrip } from '../edits/new-trip.ts'
import { checkDetails, saveTrip } from '../edits/save-trip.ts'
import { gatherTrip } from '../sync/gather-trip.ts'
import type { Context, HandlersOf } from './context.ts'

/** Making, reading and changing trips as such; their entries and reports have handlers of their own. */
export function tripHandlers(context: Context): HandlersOf<'trips'> {
  return {
    'trips.create': async (details) => {
      const checked = checkDetails(details)
      return checked.ok ? await context.library.create(newTrip(checked.value)) : checked
    },
    'trips.open': async ({ tripId }) => {
      const trip = await context.library.open(tripId)
      if (!trip.ok) return trip
      // What cannot be brought together just now is found again the next time; the trip opens all the same.
      const gathered = await gatherTrip(context.library, tripId, context.settings.current.mergeCopies)
      if (!gathered.ok) return trip
      const { merged, detached } = gathered.value
      if (detached.length > 0) context.emit('library.changed', {})
      if (merged === null) return trip
      context.emit('trip.merged', { tripId, conflicts: merged.conflicts })
      return ok(merged.trip)
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
