import { peopleIn } from '../../electron/shared/entries/people-in.ts'
import { sessionsOf } from '../../electron/shared/programme/sessions-of.ts'
import type { Session } from '../../electron/shared/programme.ts'
import { useTrip } from '../state/open-trip.ts'

/** The sessions of the open trip's programme. */
function sessionsHere(): readonly Session[] {
  const { trip, programme, plan, programmeOf } = useTrip.getState()
  return programmeOf === trip?.id ? sessionsOf({ programme, plan }) : []
}

/** The values that the programme, and what is said about people, have for a person, a room or an affiliation. */
export function programmeValues(what: string): readonly string[] {
  const sessions = sessionsHere()
  switch (what) {
    case 'person':
      return [...saidNames(), ...sessions.flatMap(({ speakers }) => speakers.map(({ name }) => name))]
    case 'affiliation':
      return sessions.flatMap(({ speakers }) => speakers.map(({ affiliation }) => affiliation))
    case 'room':
      return sessions.map(({ room }) => room)
    default:
      return []
  }
}

/** Spellings that the user has chosen, and people whom the entries name in their fields. */
function saidNames(): string[] {
  const { trip, choices, choicesOf } = useTrip.getState()
  if (trip === null) return []
  const said = choicesOf === trip.id ? choices.people.flatMap(({ name }) => name?.value ?? []) : []
  return [...said, ...trip.entries.flatMap(peopleIn)]
}

/** The affiliation of a speaker in the programme; empty if it is not known. */
export function affiliationInProgramme(name: string): string {
  const speakers = sessionsHere().flatMap((session) => session.speakers)
  return speakers.find((speaker) => speaker.name === name && speaker.affiliation !== '')?.affiliation ?? ''
}
