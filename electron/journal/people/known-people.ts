import { setImmediate as nextTurn } from 'node:timers/promises'
import type { KnownPerson, Occurrence } from '../../shared/contract/people.ts'
import { personKey } from '../../shared/people/choices.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import type { Library } from '../library/library.ts'

/** The people whom the entries of trips name, except those of one trip. The trips are read one by one. */
export async function findKnownPeople(library: Library, exceptTripId: string | null): Promise<Result<KnownPerson[]>> {
  const listed = await library.list()
  if (!listed.ok) return listed
  const people = new Map<string, { name: string; occurrences: Occurrence[] }>()
  for (const { id } of listed.value.trips.toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1))) {
    if (id === exceptTripId) continue
    await nextTurn()
    const trip = await library.open(id)
    // A trip that cannot be read knows nobody; the list of trips says what is wrong with it.
    if (trip.ok) addTrip(trip.value, people)
  }
  return ok(Array.from(people, ([key, person]) => ({ key, ...person })).toSorted((a, b) => (a.key < b.key ? -1 : 1)))
}

function addTrip(trip: Trip, people: Map<string, { name: string; occurrences: Occurrence[] }>): void {
  for (const entry of trip.entries) {
    const base = {
      tripId: trip.id,
      tripTitle: trip.title,
      firstDay: trip.firstDay,
      entryId: entry.id,
      kind: entry.kind,
    }
    const add = (name: string, details: Pick<Occurrence, 'context' | 'role' | 'affiliation'>) => {
      const key = personKey(name)
      if (key === '') return
      const known = people.get(key) ?? { name: name.trim(), occurrences: [] }
      known.occurrences.push({ ...base, ...details })
      people.set(key, known)
    }
    if (entry.kind === 'encounter') add(entry.who, { context: entry.context, role: entry.role, affiliation: '' })
    if (entry.kind !== 'talk') continue
    for (const { name, role, affiliation } of entry.speakers) add(name, { context: '', role, affiliation })
  }
}
