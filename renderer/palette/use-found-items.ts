import { Hash, UserRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { listOf, t } from '../../electron/shared/messages/translate.ts'
import type { FoundName, Hit } from '../../electron/shared/search.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { goToEntries, goToEntry, openTrip } from '../state/go-to-entry.ts'
import { openPerson } from '../state/open-person.ts'
import type { PaletteItem } from './item.ts'
import { kindIcons } from './place-items.ts'

/** How many entries, and how many people and tags, are asked for. */
const LIMIT = 30

const none: readonly PaletteItem[] = []

function entryItem({ tripId, tripTitle, entryId, kind, title }: Hit): PaletteItem[] {
  if (entryId === null || kind === null || title === '') return []
  return [
    {
      id: `entry ${entryId}`,
      label: title,
      detail: tripTitle,
      icon: kindIcons[kind],
      changedAt: ' ',
      run: () => goToEntry(tripId, entryId),
    },
  ]
}

/** Shows a person, or the entries with a tag, in the trip that has them; if there are several, in the best match. */
async function goToName({ kind, name }: FoundName): Promise<void> {
  const filter = { [kind]: name }
  const query = { query: name, mode: 'names', tripId: null, filter, limit: 1, waits: false } as const
  const answer = await bridge.call('search.find', query)
  const hit = answer.ok ? answer.value.hits[0] : undefined
  if (hit && kind === 'person') {
    if (await openTrip(hit.tripId, 'journal')) openPerson(name)
  } else if (hit) await goToEntries(hit.tripId, filter)
  else if (!answer.ok) useApp.getState().showFailure(answer.error)
}

function nameItem(found: FoundName): PaletteItem {
  const what = found.kind === 'person' ? t('palette.person') : t('palette.tag')
  return {
    id: `${found.kind} ${found.name}`,
    label: found.name,
    detail: listOf([what, t('count.entries', { count: found.entries })], 'unit'),
    icon: found.kind === 'person' ? UserRound : Hash,
    changedAt: ' ',
    run: () => goToName(found),
  }
}

/** What is found in the trips that are not open: entries, people and tags. It arrives a moment after each letter. */
export function useFoundItems(typed: string): readonly PaletteItem[] {
  const [found, setFound] = useState<{ query: string; items: readonly PaletteItem[] }>({ query: '', items: none })
  const query = typed.trim()
  useEffect(() => {
    if (query === '') return undefined
    let isWanted = true
    const ask = async () => {
      const [entries, names] = await Promise.all([
        bridge.call('search.find', { query, mode: 'names', tripId: null, filter: {}, limit: LIMIT, waits: false }),
        bridge.call('search.names', { query, kinds: ['person', 'tag'], tripId: null, limit: LIMIT }),
      ])
      if (!isWanted) return
      const items = [
        ...(names.ok ? names.value.names.map(nameItem) : []),
        ...(entries.ok ? entries.value.hits.flatMap(entryItem) : []),
      ]
      setFound({ query, items })
    }
    void ask()
    // The first time, the index is still being built.
    const stop = bridge.on('search.progress', () => void ask())
    return () => {
      isWanted = false
      stop()
    }
  }, [query])
  // What was found for the letters before stays until the next answer, as far as it still matches.
  return query === '' ? none : found.items
}
