import { ok } from '../../shared/result.ts'
import { newTrip } from '../edits/new-trip.ts'
import { checkDetails, saveTrip } from '../edits/save-trip.ts'
import { gatherTrip } from '../sync/gather-trip.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for trips; their entries and reports have handlers of their own. */
export function tripHandlers(context: Context): HandlersOf<'trips'> {
  return {
    'trips.create': async (details) => {
      const checked = checkDetails(details)
      return checked.ok ? await context.library.create(newTrip(checked.value)) : checked
    },
    'trips.open': async ({ tripId }) => {
      const trip = await context.library.open(tripId)
      if (!trip.ok) return trip
      // Copies that cannot be merged now are found again next time. The trip opens anyway.
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
      // Loaded when the user asks for the sample, not at each start.
      const { addSample } = await import('../sample/index.ts')
      return await addSample(context.library)
    },
  }
}
