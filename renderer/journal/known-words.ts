import { useMemo } from 'react'
import { peopleIn } from '../../electron/shared/entries/people-in.ts'
import { foldName } from '../../electron/shared/fold-text.ts'
import { sessionsOf } from '../../electron/shared/programme/sessions-of.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { type KnownNames, namesOf } from '../editor/unchecked-words.ts'
import { useTrip } from '../state/open-trip.ts'

/** The trip as it is now. What is made of it is not made again whenever the trip changes. */
const openTrip = () => useTrip.getState()

/**
 * The names of the trip, its programme and its people, whose words no dictionary knows, and which are completed.
 *
 * @param entryId the entry whose names are known as they are typed; empty for a text of the report
 */
export function useKnownNames(entryId: string): KnownNames {
  const own = useTrip(({ trip }) => trip?.entries.find(({ id }) => id === entryId))
  const programme = useTrip((state) => state.programme)
  const choices = useTrip((state) => state.choices)
  const names = own === undefined ? '' : namesIn(own).join('\n')
  return useMemo(() => {
    const { trip, programmeOf, choicesOf, plan } = openTrip()
    if (trip === null) return namesOf([], [])
    const { title, venue, city, country, authors, tags } = trip
    const sessions = programmeOf === trip.id ? sessionsOf({ programme, plan }) : []
    const said = choicesOf === trip.id ? choices.people : []
    const people = [
      ...trip.entries.flatMap(peopleIn),
      ...said.flatMap(({ name }) => name?.value ?? []),
      ...sessions.flatMap(({ speakers }) => speakers.map(({ name }) => name)),
      ...authors,
    ]
    const affiliations = sessions.flatMap(({ speakers }) => speakers.map(({ affiliation }) => affiliation))
    const places = [venue, city, ...new Set(sessions.map(({ room }) => room))]
    const others = [title, country, ...tags, ...trip.entries.flatMap(namesIn), names, entryId, ...affiliations]
    return namesOf(distinct([...people, ...places]), others)
  }, [entryId, names, programme, choices])
}

const namesIn = (entry: Entry): string[] => [...peopleIn(entry), ...entry.tags, ...placesIn(entry)]

const placesIn = (entry: Entry) =>
  entry.kind === 'talk' ? [entry.room, ...entry.speakers.map(({ affiliation }) => affiliation)] : []

/** Names without those that differ only in case, accents and spaces. */
function distinct(names: readonly string[]): string[] {
  const kept = new Map<string, string>()
  for (const name of names) {
    const key = foldName(name)
    if (key !== '' && !kept.has(key)) kept.set(key, name.replaceAll(/\s+/g, ' ').trim())
  }
  return [...kept.values()]
}
