import { useMemo } from 'react'
import { peopleIn } from '../../electron/shared/entries/people-in.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { wordsOfNames } from '../editor/unchecked-words.ts'
import { useTrip } from '../state/open-trip.ts'

/** The trip as it is now. What is made of it is not made again whenever the trip changes. */
const openTrip = () => useTrip.getState().trip

/**
 * The words of the trip's names, which no dictionary knows.
 *
 * @param entryId the entry whose names are known as they are typed; empty for a text of the report
 */
export function useKnownWords(entryId: string): ReadonlySet<string> {
  const own = useTrip(({ trip }) => trip?.entries.find(({ id }) => id === entryId))
  const names = own === undefined ? '' : namesIn(own).join('\n')
  return useMemo(() => {
    const trip = openTrip()
    if (trip === null) return wordsOfNames([])
    const { title, venue, city, country, authors, tags } = trip
    return wordsOfNames([
      title,
      venue,
      city,
      country,
      ...authors,
      ...tags,
      ...trip.entries.flatMap(namesIn),
      names,
      entryId,
    ])
  }, [entryId, names])
}

const namesIn = (entry: Entry): string[] => [...peopleIn(entry), ...entry.tags, ...placesIn(entry)]

const placesIn = (entry: Entry) =>
  entry.kind === 'talk' ? [entry.room, ...entry.speakers.map(({ affiliation }) => affiliation)] : []
