import { ok } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import { findKnownPeople } from '../people/known-people.ts'
import { changeChoices, readChoices } from '../people/people-store.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for the people of trips. */
export function peopleHandlers(context: Context): HandlersOf<'people'> {
  return {
    'people.read': ({ tripId }) => readChoices(context.library, tripId),

    'people.edit': async ({ tripId, edits }) => {
      const choices = await changeChoices(context.library, tripId, edits)
      return choices.ok ? ok({ choices: choices.value, savedAt: now() }) : choices
    },

    'people.known': async ({ exceptTripId }) => {
      const people = await findKnownPeople(context.library, exceptTripId)
      return people.ok ? ok({ people: people.value }) : people
    },
  }
}
