import { useMemo } from 'react'
import { peopleIn } from '../../electron/shared/entries/people-in.ts'
import { foldName } from '../../electron/shared/fold-text.ts'
import { sessionsOf } from '../../electron/shared/programme/sessions-of.ts'
import type { Session } from '../../electron/shared/programme.ts'
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
  const names = own === undefined ? '' : gathered(own).all.join('\n')
  // A programme has thousands of names, which need not be gathered again for each entry that is opened.
  const planned = useMemo(() => {
    const { trip, programmeOf, plan } = openTrip()
    return namesInSessions(trip !== null && programmeOf === trip.id ? sessionsOf({ programme, plan }) : [])
  }, [programme])
  return useMemo(() => {
    const { trip, choicesOf } = openTrip()
    if (trip === null) return namesOf([], [])
    const { title, venue, city, country, authors, tags } = trip
    const said = choicesOf === trip.id ? choices.people : []
    const named = trip.entries.filter(hasNames)
    const people = [
      ...named.flatMap((entry) => gathered(entry).people),
      ...said.flatMap(({ name }) => name?.value ?? []),
      ...planned.people,
      ...authors,
    ]
    const places = [venue, city, ...planned.rooms]
    const others = [
      title,
      country,
      ...tags,
      ...named.flatMap((entry) => gathered(entry).all),
      names,
      entryId,
      ...planned.affiliations,
    ]
    return namesOf(distinct([...people, ...places]), others)
  }, [entryId, names, planned, choices])
}

/** The different names in some sessions, as they are written. */
function namesInSessions(sessions: readonly Session[]) {
  const speakers = sessions.flatMap((session) => session.speakers)
  return {
    people: [...new Set(speakers.map(({ name }) => name))],
    affiliations: [...new Set(speakers.map(({ affiliation }) => affiliation))],
    rooms: [...new Set(sessions.map(({ room }) => room))],
  }
}

const known = new WeakMap<Entry, { people: readonly string[]; all: readonly string[] }>()

/** The names in an entry, gathered once: they are asked for all entries whenever one is opened. */
function gathered(entry: Entry): { people: readonly string[]; all: readonly string[] } {
  const before = known.get(entry)
  if (before !== undefined) return before
  const people = peopleIn(entry)
  const names = { people, all: [...people, ...entry.tags, ...placesIn(entry)] }
  known.set(entry, names)
  return names
}

const hasNames = (entry: Entry) => entry.kind !== 'note' || entry.tags.length > 0

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
