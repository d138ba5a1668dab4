import { readAllAbout } from '../journal/history/about-file.ts'
import { findInTrash } from '../journal/library/trash.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { SHORTEST_PREFIX } from './find-trip.ts'
import type { Journal } from './journal.ts'

/** A trip that can be restored, and what is left of it. */
export type Restorable = { title: string; tripId: string | null; folder: string | null } & (
  | { kind: 'readable'; tripId: string }
  /** Its folder exists, but its file is damaged or missing. */
  | { kind: 'unreadable'; folder: string }
  | { kind: 'trash'; trashId: string }
  /** Its folder is missing, but there are versions of it. */
  | { kind: 'versions'; tripId: string }
)

/** Finds a trip in the library, in the trash, or among the earlier versions. */
export async function findRestorable(journal: Journal, wanted: string): Promise<Result<Restorable>> {
  const all = await listRestorables(journal)
  if (!all.ok) return all
  return pick(all.value, wanted, journal.library.folder)
}

/**
 * Picks the one that has a given id, beginning of an id, folder name or title.
 *
 * @param all of several with the same id, the first is picked
 * @param place the folder that was searched, for the failure
 */
export function pick<T extends { title: string; tripId: string | null; folder: string | null }>(
  all: readonly T[],
  wanted: string,
  place: string,
): Result<T> {
  const name = wanted.replace(/[/\\]+$/, '')
  const prefix = wanted.length >= SHORTEST_PREFIX ? wanted.toLowerCase() : null
  const ways: ((each: T) => boolean)[] = [
    ({ tripId, folder }) => tripId === wanted || folder === name,
    ({ title, tripId }) => title === wanted || (prefix !== null && tripId?.startsWith(prefix) === true),
  ]
  for (const isMatch of ways) {
    const matches = all.filter(isMatch)
    const [first] = matches
    if (first === undefined) continue
    const others = matches
      .filter(({ tripId }) => tripId === null || tripId !== first.tripId)
      .filter((each) => each !== first)
    if (others.length === 0) return ok(first)
    const names = [first, ...others].map(({ tripId, folder, title }) => `${tripId ?? folder ?? '?'} (${title})`)
    return fail('input.ambiguous-trip', { name: wanted, count: names.length, trips: names })
  }
  return fail('trip.not-restorable', { name: wanted, place })
}

async function listRestorables(journal: Journal): Promise<Result<Restorable[]>> {
  const { library } = journal
  const listed = await journal.call('library.list', {})
  if (!listed.ok) return listed
  const folders = await library.folders()
  if (!folders.ok) return folders
  const found: Restorable[] = listed.value.trips.map(({ id, title }) => ({
    kind: 'readable',
    tripId: id,
    title,
    folder: folders.value.get(id) ?? null,
  }))
  for (const { folder, tripId, title } of listed.value.unreadable)
    found.push({ kind: 'unreadable', folder, tripId, title })
  const trash = await library.trash()
  for (const { trashId, title } of trash.ok ? trash.value : []) {
    const inside = await findInTrash(library.folder, trashId, library.disk)
    const folder = inside.ok ? inside.value.folder : trashId
    found.push({ kind: 'trash', trashId, title, tripId: inside.ok ? inside.value.trip.id : null, folder })
  }
  const known = new Set(found.map(({ tripId }) => tripId))
  for (const [tripId, { folder, title }] of await readAllAbout(library.folder, library.disk)) {
    if (!known.has(tripId)) found.push({ kind: 'versions', tripId, folder, title })
  }
  return ok(found)
}
