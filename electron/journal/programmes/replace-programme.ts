import type { EntryLink, ProgrammeState } from '../../shared/contract/programme.ts'
import type { Programme } from '../../shared/programme.ts'
import { sortSessions } from '../../shared/programme/sort-sessions.ts'
import { ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Library } from '../library/library.ts'
import type { Saved } from '../library/prepare-update.ts'
import { followSessions } from './follow-sessions.ts'
import { linkEntries, unlinkEntries } from './link-entries.ts'
import { blankProgramme, changeProgramme, readAll, shownState } from './programme-store.ts'

/**
 * Puts back a programme that a trip had before or after an import. Sessions that only the current one has are kept as
 * dropped ones; what they are to the owner may have changed since.
 *
 * @param programme `null` for none
 * @param links the links between entries and sessions that are made or taken away with it
 */
export async function replaceProgramme(
  library: Library,
  tripId: string,
  programme: Programme | null,
  links: { link: readonly EntryLink[]; unlink: readonly EntryLink[] },
): Promise<Result<Saved & { state: ProgrammeState }>> {
  const all = await readAll(library, tripId)
  if (!all.ok) return all
  const { trip, plan } = all.value
  let replaced: Programme | null = null
  const written = await changeProgramme(library, tripId, (current) => {
    replaced = current
    const wanted = programme ?? blankProgramme(now(), trip.timeZone)
    const known = new Set(wanted.sessions.map(({ id }) => id))
    const dropped = (current?.sessions ?? []).flatMap((session) =>
      known.has(session.id) ? [] : [{ ...session, isDropped: true }],
    )
    return ok({ ...wanted, sessions: sortSessions([...wanted.sessions, ...dropped], wanted.rooms) })
  })
  if (!written.ok) return written
  const saved = await library.update(tripId, (current) => {
    const moved = followSessions(unlinkEntries(current, links.unlink), replaced, written.value)
    return ok(linkEntries(moved, links.link))
  })
  return saved.ok ? ok({ ...saved.value, state: shownState(written.value, plan, saved.value.trip) }) : saved
}
