import { editPlan } from '../../shared/programme/edit-plan.ts'
import { sessionsOf } from '../../shared/programme/sessions-of.ts'
import { ok } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import { applyToNewTrip, applyToTrip } from '../programmes/apply-programme.ts'
import { ProgrammeDrafts } from '../programmes/drafts.ts'
import { changePlan, joinDoubles, readAll, readProgramme } from '../programmes/programme-store.ts'
import { readSource } from '../programmes/read-source.ts'
import { askProgrammeWorker } from '../programmes/read-in-worker.ts'
import { replaceProgramme } from '../programmes/replace-programme.ts'
import type { UpdateOrder } from '../programmes/understand-programme.ts'
import { saveStars } from '../programmes/stars/save-stars.ts'
import { writeAbout } from '../programmes/write-about.ts'
import type { Context, HandlersOf } from './context.ts'

const run = (order: UpdateOrder) => askProgrammeWorker('programme.import', order)

/** Handlers for the programme of a trip and what its owner plans. */
export function programmeHandlers(context: Context): HandlersOf<'programme'> {
  const drafts = new ProgrammeDrafts()
  return {
    'programme.read': async ({ tripId }) => {
      if (await joinDoubles(context.library, tripId)) context.emit('trip.changed', { tripId })
      return await readProgramme(context.library, tripId)
    },

    'programme.understand': async ({ source, tripId }, { signal, report }) => {
      const understood = await readSource({ source, tripId, library: context.library, signal, reportProgress: report })
      if (!understood.ok) return understood
      const { read, counts, address, fileName, ...rest } = understood.value
      const draftId = drafts.keep({ format: rest.format, read, address, fileName })
      return ok({ ...rest, ...counts, address, draftId })
    },

    'programme.apply': async ({ draftId, tripId, details }) => {
      const draft = drafts.find(draftId)
      if (!draft.ok) return draft
      const { library, settings } = context
      if (tripId !== null) return await applyToTrip(library, tripId, draft.value, details.timeZone, run)
      const { authorName } = settings.current
      const own = { language: 'en', authors: authorName === '' ? [] : [authorName], tags: [] }
      return await applyToNewTrip(library, draft.value, details, own, run)
    },

    'programme.replace': async ({ tripId, programme, link, unlink }) => {
      const replaced = await replaceProgramme(context.library, tripId, programme, { link, unlink })
      if (!replaced.ok) return replaced
      // A session that was dropped by this can be the same as one that is back.
      if (await joinDoubles(context.library, tripId)) context.emit('trip.changed', { tripId })
      const state = await readProgramme(context.library, tripId)
      return state.ok ? ok({ ...replaced.value, state: state.value }) : state
    },

    'programme.edit': async ({ tripId, edits }) => {
      const plan = await changePlan(context.library, tripId, (current) => editPlan(current, edits, now()))
      return plan.ok ? ok({ plan: plan.value, savedAt: now() }) : plan
    },

    'programme.saveStars': ({ tripId }, job) => saveStars(context, tripId, job),

    'programme.readStars': async ({ tripId, name, data }, { signal, report }) => {
      const all = await readAll(context.library, tripId)
      if (!all.ok) return all
      const { trip, ...state } = all.value
      report(0, 'reading-programme')
      const order = { data, name, sessions: sessionsOf(state), timeZone: trip.timeZone }
      return await askProgrammeWorker('programme.stars', order, signal)
    },

    'programme.write': ({ tripId, sessionId, entryId }) => writeAbout(context.library, tripId, sessionId, entryId),
  }
}
