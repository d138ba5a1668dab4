import { openSource, readSourceTrip, type Source, type SourceTrip } from '../journal/restore/open-source.ts'
import { type RestoredTrip, restoreFrom } from '../journal/restore/restore-from.ts'
import { render, t } from '../shared/messages/translate.ts'
import { assertNever, ok, type Result } from '../shared/result.ts'
import type { Answer } from './command.ts'
import { pick } from './find-restorable.ts'
import { formatMoment, formatVersions, versionAsJson } from './format-versions.ts'
import type { Journal } from './journal.ts'
import { withProgress } from './progress.ts'
import { findEntry, formatUndo } from './restore-here.ts'
import type { RestoreOptions } from './restore-options.ts'

/**
 * Lists what a backup or another library has of a trip.
 *
 * @param from absolute
 */
export async function listFrom(journal: Journal, from: string, wanted: string): Promise<Result<Answer>> {
  const found = await findIn(journal, from, wanted)
  if (!found.ok) return found
  const { source, trip } = found.value
  const versions = await source.history.list(trip.tripId)
  if (!versions.ok) return versions
  const state = await readSourceTrip(source, trip)
  if (!state.ok) return state
  const { timeZone, updatedAt, entries, title } = state.value
  const newest = t('cli.restore.newest', {
    folder: source.folder,
    title,
    moment: formatMoment(updatedAt, timeZone),
    entries: entries.length,
  })
  const rest = versions.value.length === 0 ? [] : [formatVersions(versions.value, timeZone)]
  return ok({
    json: [{ version: null, savedAt: updatedAt, entries: entries.length }, ...versions.value.map(versionAsJson)],
    text: [newest, ...rest].join('\n'),
  })
}

/**
 * Restores a trip from a backup or another library.
 *
 * @param from absolute
 */
export async function restoreFromElsewhere(
  journal: Journal,
  from: string,
  wanted: string,
  { version, entry }: RestoreOptions,
): Promise<Result<Answer>> {
  const found = await findIn(journal, from, wanted)
  if (!found.ok) return found
  const { source, trip } = found.value
  let entryId: string | null = null
  if (entry !== undefined) {
    const state =
      version === undefined ? await readSourceTrip(source, trip) : await source.history.read(trip.tripId, version)
    if (!state.ok) return state
    const match = findEntry(state.value, entry)
    if (!match.ok) return match
    entryId = match.value.id
  }
  const restored = await withProgress((signal, onProgress) =>
    restoreFrom({
      library: journal.library,
      source,
      trip,
      versionId: version ?? null,
      entryId,
      signal,
      onProgress,
    }),
  )
  if (!restored.ok) return restored
  const { trip: current, how, undoVersionId, keptAs, photos } = restored.value
  const remarks = restored.value.remarks.map(render)
  return ok({
    json: { trip: current.id, title: current.title, how, undoVersion: undoVersionId, keptAs, photos, remarks },
    text: describe(restored.value).join('\n'),
    notes: remarks,
  })
}

async function findIn(
  journal: Journal,
  from: string,
  wanted: string,
): Promise<Result<{ source: Source; trip: SourceTrip }>> {
  const source = await openSource(from, journal.library.disk)
  if (!source.ok) return source
  const trip = pick(source.value.trips, wanted, source.value.folder)
  return trip.ok ? ok({ source: source.value, trip: trip.value }) : trip
}

function describe({ trip, how, undoVersionId, keptAs, photos }: RestoredTrip): string[] {
  const { title } = trip
  const entries = trip.entries.length
  const pictures = photos === 0 ? [] : [t('cli.restore.pictures', { count: photos })]
  switch (how) {
    case 'same':
      return [t('cli.restore.same', { title }), ...pictures]
    case 'changed': {
      const undo = undoVersionId === null ? [] : [formatUndo(trip, undoVersionId)]
      return [t('cli.restore.changed', { title, entries }), ...pictures, ...undo]
    }
    case 'recovered': {
      const kept = keptAs === null ? [] : [t('cli.restore.damaged-file-kept', { path: keptAs })]
      return [t('cli.restore.recovered', { title, entries }), ...pictures, ...kept]
    }
    case 'made':
      return [t('cli.restore.made', { title, entries }), ...pictures]
    default:
      return assertNever(how)
  }
}
