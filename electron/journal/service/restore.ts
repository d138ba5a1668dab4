import type { BackedUpState, BackedUpTrip } from '../../shared/backup.ts'
import type { TripSummary } from '../../shared/contract/library.ts'
import type { JobStep } from '../../shared/jobs.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { compareInstants } from '../../shared/time.ts'
import { nameLost } from '../history/name-lost.ts'
import type { Job } from '../jobs/jobs.ts'
import type { Library } from '../library/library.ts'
import type { Watched } from '../library/watched.ts'
import { openSource, type Source, type SourceTrip } from '../restore/open-source.ts'
import { repairFiles } from '../restore/repair-files.ts'
import { restoreFrom } from '../restore/restore-from.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for restoring from the backup, which is never changed. */
export function restoreHandlers(context: Context): HandlersOf<'restore'> {
  /** The source that was opened last, because scanning it again for each trip would take too long. */
  let looked: { place: string; source: Source } | null = null

  async function look(watched: Watched): Promise<Result<Source>> {
    const place = context.settings.current.backup
    looked = null
    if (place === null) return fail('input.backup-not-chosen')
    const source = await openSource(place, context.backup.disk(), watched)
    if (source.ok) looked = { place, source: source.value }
    return source
  }

  async function sourceOf(watched: Watched): Promise<Result<Source>> {
    return looked !== null && looked.place === context.settings.current.backup ? ok(looked.source) : await look(watched)
  }

  return {
    'restore.list': async (_input, job) => {
      const source = await look(watchedBy(job, 'listing'))
      return source.ok ? await compareWith(context.library, source.value.trips) : source
    },

    'restore.run': async ({ tripId }, job) => {
      const source = await sourceOf(watchedBy(job, 'listing'))
      if (!source.ok) return source
      const trip = source.value.trips.find((each) => each.tripId === tripId)
      if (trip === undefined) return fail('backup.trip-missing')
      const { library } = context
      const order = { library, source: source.value, trip, versionId: null, entryId: null }
      const restored = await restoreFrom({ ...order, ...watchedBy(job, 'restoring') })
      if (!restored.ok) return restored
      context.emit('library.changed', {})
      context.emit('trip.changed', { tripId })
      const { trip: state, ...rest } = restored.value
      return ok({ tripId, title: state.title, ...rest })
    },

    'restore.repairPictures': async (_input, job) => {
      const source = await look(watchedBy(job, 'listing'))
      return source.ok ? await repairFiles(context.library, source.value, watchedBy(job, 'restoring')) : source
    },
  }
}

function watchedBy({ signal, report }: Job, step: JobStep): Watched {
  return { signal, onProgress: (done, place) => report(done, step, { place }) }
}

/** The trips in the backup: first those that the library lacks, then by date, newest first. */
async function compareWith(library: Library, trips: readonly SourceTrip[]): Promise<Result<BackedUpTrip[]>> {
  const listed = await library.list()
  if (!listed.ok) return listed
  const folders = await library.folders()
  if (!folders.ok) return folders
  const here = new Map(listed.value.trips.map((trip) => [trip.id, trip]))
  const lost = await nameLost(library.folder, listed.value.unreadable, library.disk)
  const isDamaged = (tripId: string) =>
    lost.some((each) => each.tripId === tripId || each.folder === folders.value.get(tripId))
  const rows = trips.map(({ tripId, title, holds }): BackedUpTrip => {
    const mine = here.get(tripId)
    const state = mine === undefined ? (isDamaged(tripId) ? 'damaged' : 'missing') : compareStates(mine, holds)
    return { tripId, title, holds, here: state }
  })
  return ok(rows.toSorted((a, b) => urgency(a) - urgency(b) || compareAge(a, b)))
}

function compareStates(mine: TripSummary, holds: SourceTrip['holds']): BackedUpState {
  // If the copy is damaged, only an earlier version can be restored.
  const order = holds === null ? 1 : compareInstants(mine.updatedAt, holds.updatedAt)
  return order === 0 ? 'same' : order < 0 ? 'older' : 'newer'
}

function urgency({ here }: BackedUpTrip): number {
  if (here === 'missing' || here === 'damaged') return 0
  return here === 'same' ? 2 : 1
}

function compareAge(a: BackedUpTrip, b: BackedUpTrip): number {
  return (b.holds?.updatedAt ?? '').localeCompare(a.holds?.updatedAt ?? '') || a.title.localeCompare(b.title)
}
