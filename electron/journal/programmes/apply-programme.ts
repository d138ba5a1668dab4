import type { EntryLink, ProgrammeDetails, ProgrammeState } from '../../shared/contract/programme.ts'
import { emptyPlan, type Programme } from '../../shared/programme.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { TripDetails } from '../../shared/trip.ts'
import { newTrip } from '../edits/new-trip.ts'
import { checkDetails } from '../edits/save-trip.ts'
import type { Library } from '../library/library.ts'
import type { Saved } from '../library/prepare-update.ts'
import { isSame } from '../trip-file/sides.ts'
import { schedule } from '../trip-folder/schedule.ts'
import type { ProgrammeDraft } from './drafts.ts'
import { findYours } from './find-yours.ts'
import { followSessions } from './follow-sessions.ts'
import { findLinks, linkEntries } from './link-entries.ts'
import { moveDays } from './move-days.ts'
import { changeProgramme, readAll, shownState } from './programme-store.ts'
import { importRead, type UpdateOrder } from './understand-programme.ts'
import type { ProgrammeUpdate } from './update-programme.ts'

/** Makes a programme from what was read; shells do this in a worker thread. */
type Importer = (order: UpdateOrder) => Promise<Result<ProgrammeUpdate>>

type Applied = Saved & { state: ProgrammeState; linked: EntryLink[] }
type Details = ProgrammeDetails & { timeZone: string }

/** Imports a programme into a trip. Entries and marks keep their sessions; talks without one may get theirs. */
export async function applyToTrip(
  library: Library,
  tripId: string,
  draft: ProgrammeDraft,
  timeZone: string,
  run: Importer,
): Promise<Result<Applied>> {
  const before = await readAll(library, tripId)
  if (!before.ok) return before
  const { trip, plan } = before.value
  const order = (current: Programme | null): UpdateOrder => ({
    ...draft,
    timeZone,
    current,
    yours: findYours(plan, trip),
    importedAt: now(),
  })
  const update = await run(order(before.value.programme))
  if (!update.ok) return update
  let replaced: Programme | null = null
  const written = await changeProgramme(library, tripId, (current) => {
    replaced = current
    // Another program has imported something meanwhile.
    const isOutdated = !isSame(current, before.value.programme)
    return ok((isOutdated ? importRead(order(current)) : update.value).programme)
  })
  if (!written.ok) return written
  let linked: EntryLink[] = []
  const saved = await library.update(tripId, (current) => {
    const moved = followSessions(current, replaced, written.value)
    linked = findLinks(moved, written.value)
    return ok(linkEntries(moved, linked))
  })
  return saved.ok ? ok({ ...saved.value, state: shownState(written.value, plan, saved.value.trip), linked }) : saved
}

/** Creates a trip from a programme. */
export async function applyToNewTrip(
  library: Library,
  draft: ProgrammeDraft,
  details: Details,
  ownDetails: Pick<TripDetails, 'language' | 'authors' | 'tags'>,
  run: Importer,
): Promise<Result<Applied>> {
  const { timeZone } = details
  const read = details.firstDay === null ? draft.read : moveDays(draft.read, details.firstDay)
  const update = await run({ ...draft, read, timeZone, current: null, yours: new Set(), importedAt: now() })
  if (!update.ok) return update
  const { programme } = update.value
  const days = programme.sessions.flatMap(({ day }) => day ?? []).toSorted()
  const firstDay = details.firstDay ?? days[0]
  const lastDay = details.lastDay ?? days.at(-1)
  if (firstDay === undefined || lastDay === undefined) return fail('programme.no-days')
  const { title, venue, city, country } = details
  const checked = checkDetails({ title, venue, city, country, firstDay, lastDay, timeZone, ...ownDetails })
  if (!checked.ok) return checked
  const trip = newTrip(checked.value)
  const created = await library.create(trip, new Map([[schedule.name, schedule.encode(trip.id, programme)]]))
  return created.ok ? ok({ ...created.value, state: { programme, plan: emptyPlan }, linked: [] }) : created
}
