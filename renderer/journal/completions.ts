import { useMemo } from 'react'
import { type NameKind, nameKinds } from '../../electron/shared/search.ts'
import { assertNever } from '../../electron/shared/result.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { bridge } from '../bridge/bridge.ts'
import type { Completions } from '../components/suggestions.tsx'
import { useTrip } from '../state/open-trip.ts'
import { programmeValues } from './programme-values.ts'

/** What a field holds: tags, people, or the values of one field of talks. */
export type Completed = 'tag' | 'person' | 'room' | 'affiliation' | 'role' | 'label' | 'nothing'

/** What the column of a list holds. */
export function completedOf(column: string): Completed {
  if (column === 'name') return 'person'
  return column === 'affiliation' || column === 'role' || column === 'label' ? column : 'nothing'
}

/** The values that an entry has for what a field holds. */
function valuesOf(entry: Entry, what: Completed): readonly string[] {
  if (what === 'tag') return entry.tags
  if (what === 'person') return entry.kind === 'encounter' ? [entry.who] : peopleOf(entry)
  if (entry.kind !== 'talk') return []
  switch (what) {
    case 'room':
      return [entry.room]
    case 'affiliation':
      return entry.speakers.map(({ affiliation }) => affiliation)
    case 'role':
      return entry.speakers.map(({ role }) => role)
    case 'label':
      return entry.links.map(({ label }) => label)
    case 'nothing':
      return []
    default:
      return assertNever(what)
  }
}

const peopleOf = (entry: Entry) => (entry.kind === 'talk' ? entry.speakers.map(({ name }) => name) : [])

/**
 * The values that a trip has for what a field holds. Those of the entries before come first, the nearest first: a talk is
 * often in the same room as the one before.
 *
 * @param entryId the entry that is being written
 */
export function knownValues(entries: readonly Entry[], what: Completed, entryId: string | null): readonly string[] {
  const at = entries.findIndex(({ id }) => id === entryId)
  const [before, after] = at === -1 ? [entries, []] : [entries.slice(0, at), entries.slice(at + 1)]
  const values = [...before.toReversed(), ...after].flatMap((entry) => valuesOf(entry, what))
  return [...new Set(values.map((value) => value.trim()).filter(Boolean))]
}

/** The affiliation that a person had where they spoke last; empty if it is not known. */
export function affiliationOf(entries: readonly Entry[], name: string): string {
  const speakers = entries.toReversed().flatMap((entry) => (entry.kind === 'talk' ? entry.speakers : []))
  return speakers.find((speaker) => speaker.name === name && speaker.affiliation !== '')?.affiliation ?? ''
}

type Found = (values: readonly string[]) => void

/** Asks for names in all trips, and again whenever more of them are known. */
function namesElsewhere(kind: NameKind, query: string, found: Found): () => void {
  let isCurrent = true
  const ask = async () => {
    const answer = await bridge.call('search.names', { query, kinds: [kind], tripId: null, limit: 20 })
    if (!isCurrent || !answer.ok) return
    found(answer.value.names.map(({ name }) => name))
  }
  const forget = bridge.on('search.progress', () => void ask())
  void ask()
  return () => {
    isCurrent = false
    forget()
  }
}

const isName = (what: Completed): what is NameKind => nameKinds.some((kind) => kind === what)

/** What completes a field of an entry: values from this trip, and then those from all trips. */
export function useCompletions(what: Completed, entryId: string | null): Completions {
  return useMemo(() => {
    return {
      known: () => [...knownValues(useTrip.getState().trip?.entries ?? [], what, entryId), ...programmeValues(what)],
      ...(isName(what) && { more: (typed: string, found: Found) => namesElsewhere(what, typed, found) }),
    }
  }, [what, entryId])
}
