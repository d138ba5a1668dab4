import type { LostTrip, UnreadableTrip } from '../../shared/contract/library.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { type About, readAllAbout } from './about-file.ts'

/** Says of folders that cannot be read which trips they were, as far as versions of them are kept. */
export async function nameLost(
  library: string,
  unreadable: readonly UnreadableTrip[],
  fileSystem: FileSystem,
): Promise<LostTrip[]> {
  if (unreadable.length === 0) return []
  // A name is a help; that it cannot be had must not keep the list from anybody.
  const all = await readAllAbout(library, fileSystem).catch(() => new Map<string, About>())
  const byFolder = new Map(Array.from(all, ([tripId, { folder, title }]) => [folder, { tripId, title }]))
  return unreadable.map((trip) => ({ ...trip, title: trip.folder, tripId: null, ...byFolder.get(trip.folder) }))
}
