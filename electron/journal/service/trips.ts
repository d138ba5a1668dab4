import type { Handlers } from '../../shared/contract.ts'
import { newTrip } from '../edits/new-trip.ts'
import { checkDetails, saveTrip } from '../edits/save-trip.ts'
import type { Context } from './context.ts'

type TripHandlers = Pick<Handlers, 'trips.create' | 'trips.open' | 'trips.save' | 'trips.delete' | 'trips.addSample'>

/** Making, reading and changing trips as such; their entries and reports have handlers of their own. */
export function tripHandlers(context: Context): TripHandlers {
  return {
    'trips.create': async (details) => {
      const checked = checkDetails(details)
      return checked.ok ? await context.library.create(newTrip(checked.value)) : checked
    },
    'trips.open': ({ tripId }) => context.library.open(tripId),
    'trips.save': ({ tripId, changes }) => context.library.update(tripId, (trip) => saveTrip(trip, changes)),
    'trips.delete': ({ tripId }) => context.library.delete(tripId),
    'trips.addSample': async () => {
      // The pictures of the sample are drawn when somebody asks for them, not at each start.
      const { addSample } = await import('../sample/index.ts')
      return await addSample(context.library)
    },
  }
}
