import type { Handlers } from '../../shared/contract/index.ts'
import { saveReport } from '../edits/save-report.ts'
import type { Context } from './context.ts'

/** Arranging the report. What it reads like, `report.compose` says. */
export function reportHandlers(context: Context): Pick<Handlers, 'report.save'> {
  return {
    'report.save': ({ tripId, changes }) => context.library.update(tripId, (trip) => saveReport(trip, changes)),
  }
}
