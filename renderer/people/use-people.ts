import { useCallback, useEffect, useMemo } from 'react'
import type { KnownPerson } from '../../electron/shared/contract/people.ts'
import { noChoices, type PeopleChoices, personKey } from '../../electron/shared/people/choices.ts'
import {
  gatherPeople,
  type Person,
  type PossiblePair,
  possiblePairs,
} from '../../electron/shared/people/gather-people.ts'
import { sessionsOf } from '../../electron/shared/programme/sessions-of.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import { useAnswer } from '../bridge/use-answer.ts'
import { useTrip } from '../state/open-trip.ts'

/** Somebody in the open trip, with what other trips say about that name. */
export interface ListedPerson extends Person {
  /** `null` if no other trip has the name, or if it is said to be somebody else there. */
  readonly known: KnownPerson | null
}

export interface TripPeople {
  people: readonly ListedPerson[]
  /** People who may be one person. */
  pairs: readonly PossiblePair[]
  choices: PeopleChoices
}

/** The people of a trip, and what other trips say about them. */
export function useTripPeople(trip: Trip): TripPeople {
  const programme = useTrip((state) => (state.programmeOf === trip.id ? state.programme : null))
  const plan = useTrip((state) => state.plan)
  const choices = useTrip((state) => (state.choicesOf === trip.id ? state.choices : noChoices))
  const ask = useCallback(() => bridge.call('people.known', { exceptTripId: trip.id }), [trip.id])
  const known = useAnswer(ask).value?.people
  useEffect(() => {
    void useTrip.getState().readChoices()
    return bridge.on('people.changed', ({ tripId }) => {
      if (tripId === trip.id) void useTrip.getState().readChoices()
    })
  }, [trip.id])
  return useMemo(() => {
    const people = gatherPeople({ trip, sessions: sessionsOf({ programme, plan }), choices })
    const byKey = new Map(known?.map((person) => [person.key, person]))
    const listed = people.map((person) => ({ ...person, known: knownElsewhere(person, byKey, choices) }))
    return { people: listed, pairs: possiblePairs(people, choices), choices }
  }, [trip, programme, plan, choices, known])
}

/**
 * What other trips say about a person under any of the names, without those in which it is said to be somebody else. The
 * latest trip comes first.
 */
function knownElsewhere(
  { key, name, otherNames }: Person,
  byKey: ReadonlyMap<string, KnownPerson>,
  { pairs }: PeopleChoices,
): KnownPerson | null {
  const others = new Set(
    pairs.flatMap(({ keys, otherTripId, isSame }) => (keys[0] === key && isSame === false ? [otherTripId] : [])),
  )
  const keys = new Set([key, ...[name, ...otherNames].map(personKey)])
  const occurrences = [...keys]
    .flatMap((one) => byKey.get(one)?.occurrences ?? [])
    .filter(({ tripId }) => !others.has(tripId))
    .toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : a.firstDay > b.firstDay ? -1 : 0))
  return occurrences.length === 0 ? null : { key, name, occurrences }
}
