import { sessionsOf } from '../../shared/programme/sessions-of.ts'
import { ok } from '../../shared/result.ts'
import { blockingFirst } from '../../shared/check/remark.ts'
import { targetRemarks } from '../../shared/report/target-remarks.ts'
import { checkInThread } from '../check/check-thread.ts'
import { unfinishedRemarks } from '../check/unfinished.ts'
import { unknownTarget } from '../exporters/export-failures.ts'
import { exporters } from '../exporters/index.ts'
import { readChoices } from '../people/people-store.ts'
import { readProgramme } from '../programmes/programme-store.ts'
import type { Context, HandlersOf } from './context.ts'
import { composeReport, openInReport } from './report.ts'

/** Handlers for checking a trip before its report is exported. */
export function checkHandlers(context: Context): HandlersOf<'check'> {
  return {
    'check.run': async ({ tripId, reportId, onlyFacts, target: wanted }) => {
      const { library } = context
      const target = exporters.find(({ id }) => id === wanted)
      if (wanted !== undefined && target === undefined) return unknownTarget(wanted, exporters)
      const trip = await openInReport(library, tripId, reportId)
      if (!trip.ok) return trip
      // A damaged programme or list of people is said elsewhere, and is no reason to check nothing.
      const [state, choices] = await Promise.all([readProgramme(library, tripId), readChoices(library, tripId)])
      const sessions = state.ok ? sessionsOf(state.value) : []
      const programme = state.ok && state.value.programme !== null ? { ...state.value.programme, sessions } : null
      const facts = await checkInThread({ trip: trip.value, programme, choices: choices.ok ? choices.value : null })
      if (!facts.ok) return facts
      if (onlyFacts) return ok({ remarks: facts.value })
      const composed = await composeReport(context, trip.value)
      if (!composed.ok) return composed
      const ofTarget = target === undefined ? [] : targetRemarks(trip.value, target)
      const unfinished = unfinishedRemarks([...composed.value.remarks, ...ofTarget])
      return ok({ remarks: blockingFirst([...facts.value, ...unfinished]) })
    },
  }
}
