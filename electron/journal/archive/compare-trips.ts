import type { News } from '../../shared/archive.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { isSame } from '../trip-file/sides.ts'

/**
 * Finds what another copy of a trip has that our copy lacks, and vice versa.
 *
 * @param lost our pictures whose files are missing
 */
export function compareTrips(ours: Trip, theirs: Trip, lost: ReadonlySet<string> = new Set()): News {
  const here = new Map(ours.entries.map((entry) => [entry.id, entry]))
  const deletedHere = new Set(ours.deleted.map(({ entry }) => entry.id))
  const there = new Set(theirs.entries.map(({ id }) => id))
  const others = theirs.entries.filter(({ id }) => !here.has(id))
  const ourPhotos = new Set(ours.photos.flatMap(({ id }) => (lost.has(id) ? [] : [id])))
  return {
    added: others.filter(({ id }) => !deletedHere.has(id)).length,
    deletedHere: others.filter(({ id }) => deletedHere.has(id)).length,
    changed: theirs.entries.filter((entry) => differ(here.get(entry.id), entry)).length,
    missing: ours.entries.filter(({ id }) => !there.has(id)).length,
    photos: theirs.photos.filter(({ id }) => !ourPhotos.has(id)).length,
    hasOtherDetails: !isSame(detailsOf(ours), detailsOf(theirs)),
  }
}

/** Ignores when the entries were changed. */
function differ(here: Entry | undefined, there: Entry): boolean {
  return here !== undefined && !isSame({ ...here, updatedAt: '' }, { ...there, updatedAt: '' })
}

function detailsOf({
  title,
  venue,
  city,
  country,
  firstDay,
  lastDay,
  timeZone,
  language,
  authors,
  tags,
  cover = null,
  report,
  reports = [],
}: Trip) {
  return { title, venue, city, country, firstDay, lastDay, timeZone, language, authors, tags, cover, report, reports }
}
