import type { LostTrip, UnreadableTrip } from '../../shared/contract/library.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { type About, readAllAbout } from './about-file.ts'

/** Adds to unreadable folders which trips they held, if versions of those trips were kept. */
export async function nameLost(
  library: string,
  unreadable: readonly UnreadableTrip[],
  fileSystem: FileSystem,
): Promise<LostTrip[]> {
  if (unreadable.length === 0) return []
  // The name is only a help: if it is not available, the list is still shown.
  const all = await readAllAbout(library, fileSystem).catch(() => new Map<string, About>())
  const byFolder = new Map(Array.from(all, ([tripId, { folder, title }]) => [folder, { tripId, title }]))
  return unreadable.map((trip) => ({ ...trip, title: trip.folder, tripId: null, ...byFolder.get(trip.folder) }))
}
