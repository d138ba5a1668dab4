import { ok } from '../../shared/result.ts'
import { saveReport } from '../edits/save-report.ts'
import type { Context, HandlersOf } from './context.ts'

/** How a trip's entries become one text. */
export function reportHandlers(context: Context): HandlersOf<'report'> {
  return {
    'report.save': ({ tripId, changes }) => context.library.update(tripId, (trip) => saveReport(trip, changes)),

    'report.compose': async ({ tripId }) => {
      const trip = await context.library.open(tripId)
      if (!trip.ok) return trip
      // The Markdown machinery is loaded when the report is first looked at, not at each start.
      const { composePost } = await import('../report/compose-post.ts')
      const { readAhead } = await import('../report/read-ahead.ts')
      await readAhead(trip.value)
      return ok(composePost(trip.value))
    },
  }
}
