import { editPlan } from '../../shared/programme/edit-plan.ts'
import { fail, ok } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import { changePlan, readProgramme, replaceProgramme } from '../programmes/programme-store.ts'
import { writeAbout } from '../programmes/write-about.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for the programme of a trip and what its owner plans. */
export function programmeHandlers({ library }: Context): HandlersOf<'programme'> {
  return {
    'programme.read': ({ tripId }) => readProgramme(library, tripId),

    'programme.understand': async () => fail('programme.draft-forgotten'),

    'programme.apply': async () => fail('programme.draft-forgotten'),

    'programme.replace': async ({ tripId, programme }) => {
      const state = await replaceProgramme(library, tripId, programme)
      return state.ok ? ok({ state: state.value, savedAt: now() }) : state
    },

    'programme.edit': async ({ tripId, edits }) => {
      const plan = await changePlan(library, tripId, (current) => editPlan(current, edits, now()))
      return plan.ok ? ok({ plan: plan.value, savedAt: now() }) : plan
    },

    'programme.write': ({ tripId, sessionId, entryId }) => writeAbout(library, tripId, sessionId, entryId),
  }
}
