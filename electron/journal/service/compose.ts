import type { Handlers } from '../../shared/contract/index.ts'
import { ok } from '../../shared/result.ts'
import { composePost } from '../report/compose-post.ts'
import { readAhead } from '../report/read-ahead.ts'
import type { Context } from './context.ts'

export function composeHandlers(context: Context): Pick<Handlers, 'report.compose'> {
  return {
    'report.compose': async ({ tripId }) => {
      const trip = await context.library.open(tripId)
      if (!trip.ok) return trip
      await readAhead(trip.value)
      return ok(composePost(trip.value))
    },
  }
}
