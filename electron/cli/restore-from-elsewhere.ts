import { openSource, readSourceTrip, type Source, type SourceTrip } from '../journal/restore/open-source.ts'
import { type RestoredTrip, restoreFrom } from '../journal/restore/restore-from.ts'
import { assertNever, ok, type Result } from '../shared/result.ts'
import type { Answer } from './command.ts'
import { count } from './count.ts'
import type { RestoreOptions } from './restore-options.ts'
import { pick } from './find-restorable.ts'
import type { Journal } from './journal.ts'
import { findEntry, formatUndo } from './restore-here.ts'
import { withProgress } from './progress.ts'
import { formatMoment, formatVersions, versionAsJson } from './format-versions.ts'

/**
 * What a backup holds of a trip.
 *
 * @param from absolute
 */
export async function listFrom(journal: Journal, from: string, wanted: string): Promise<Result<Answer>> {
  const found = await findThere(journal, from, wanted)
  if (!found.ok) return found
  const { source, trip } = found.value
  const versions = await source.history.list(trip.tripId)
  if (!versions.ok) return versions
  const state = await readSourceTrip(source, trip)
  if (!state.ok) return state
  const { timeZone, updatedAt, entries, title } = state.value
  const newest = `${source.folder} has "${title}" as it was on ${formatMoment(updatedAt, timeZone)}, with ${count(entries.length, 'entry', 'entries')}.`
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
  const found = await findThere(journal, from, wanted)
  if (!found.ok) return found
  const { source, trip } = found.value
  let entryId: string | null = null
  if (entry !== undefined) {
    const state =
      version === undefined ? await readSourceTrip(source, trip) : await source.history.read(trip.tripId, version)
    if (!state.ok) return state
    const meant = findEntry(state.value, entry)
    if (!meant.ok) return meant
    entryId = meant.value.id
  }
  const restored = await withProgress((signal, tell) =>
    restoreFrom({
      library: journal.library,
      source,
      trip,
      versionId: version ?? null,
      entryId,
      signal,
      onProgress: tell,
    }),
  )
  if (!restored.ok) return restored
  const { trip: now, how, undoVersionId, keptAs, photos, remarks } = restored.value
  return ok({
    json: { trip: now.id, title: now.title, how, undoVersion: undoVersionId, keptAs, photos, remarks },
    text: describe(restored.value).join('\n'),
    notes: remarks,
  })
}

async function findThere(
  journal: Journal,
  from: string,
  wanted: string,
): Promise<Result<{ source: Source; trip: SourceTrip }>> {
  const source = await openSource(from, journal.library.disk)
  if (!source.ok) return source
  const trip = pick(source.value.trips, wanted, `"${source.value.folder}"`)
  return trip.ok ? ok({ source: source.value, trip: trip.value }) : trip
}

function describe({ trip, how, undoVersionId, keptAs, photos }: RestoredTrip): string[] {
  const came = photos === 0 ? [] : [`${count(photos, 'picture', 'pictures')} came with it.`]
  switch (how) {
    case 'same':
      return [`"${trip.title}" is the same there and here.`, ...came]
    case 'changed':
      return [
        `"${trip.title}" is restored, with ${count(trip.entries.length, 'entry', 'entries')}.`,
        ...came,
        ...(undoVersionId === null ? [] : [formatUndo(trip, undoVersionId)]),
      ]
    case 'recovered':
      return [
        `"${trip.title}" can be read again, with ${count(trip.entries.length, 'entry', 'entries')}.`,
        ...came,
        ...(keptAs === null ? [] : [`The file that could not be read is kept as ${keptAs}.`]),
      ]
    case 'made':
      return [
        `"${trip.title}" is in the library again, with ${count(trip.entries.length, 'entry', 'entries')}.`,
        ...came,
      ]
    default:
      return assertNever(how)
  }
}
