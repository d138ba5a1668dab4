import type { Version } from '../shared/history.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { entryName, entryTitle } from '../shared/entries/entry-name.ts'
import type { Trip } from '../shared/trip.ts'
import type { Answer } from './command.ts'
import { count } from './count.ts'
import type { RestoreOptions } from './restore-options.ts'
import { SHORTEST_PREFIX } from './find-trip.ts'
import type { Journal } from './journal.ts'
import { formatMoment, formatVersions, versionAsJson } from './format-versions.ts'

/** The versions of a trip that are kept in the library. */
export async function listVersions(journal: Journal, tripId: string): Promise<Result<Answer>> {
  const versions = await journal.call('history.list', { tripId })
  return versions.ok ? ok(await describeVersions(journal, tripId, versions.value)) : versions
}

/** Brings a trip that can be read back to a version of it. */
export async function restoreReadable(
  journal: Journal,
  { tripId, title }: { tripId: string; title: string },
  { version: versionId, entry, keepContent }: RestoreOptions,
): Promise<Result<Answer>> {
  if (keepContent) return fail('input.invalid', `"${title}" can be read. There is nothing to take over.`)
  if (versionId === undefined) {
    return fail(
      'input.invalid',
      `"${title}" can be read. Name the version to go back to with --version; --list shows which there are.`,
    )
  }
  const version = await journal.library.history.read(tripId, versionId)
  if (!version.ok) return version
  const meant = entry === undefined ? ok(null) : findEntry(version.value, entry)
  if (!meant.ok) return meant
  const restored = await journal.call('history.restore', { tripId, versionId, entryId: meant.value?.id ?? null })
  if (!restored.ok) return restored
  const { trip, undoVersionId, savedAt } = restored.value
  const what = meant.value === null ? `"${trip.title}"` : `"${meant.value.title}" in "${trip.title}"`
  return ok({
    json: { trip: trip.id, title: trip.title, how: 'changed', undoVersion: undoVersionId, savedAt },
    text: [
      `${what} is as it was on ${formatMoment(version.value.updatedAt, trip.timeZone)} (${trip.timeZone}).`,
      formatUndo(trip, undoVersionId),
    ].join('\n'),
  })
}

/** Puts a good version in the place of a file that cannot be read, or lists which there are. */
export async function restoreUnreadable(
  journal: Journal,
  folder: string,
  options: RestoreOptions,
): Promise<Result<Answer>> {
  const inspected = await journal.call('recovery.inspect', { folder })
  if (!inspected.ok) return inspected
  const { versions, problem, kind } = inspected.value
  if (options.list) {
    const tripId = versions.length === 0 ? null : await idOf(journal, folder)
    return ok({ ...(await describeVersions(journal, tripId, versions)), notes: [problem] })
  }
  if (options.entry !== undefined) {
    return fail('input.invalid', 'A single entry can be restored into a trip that can be read. Restore the trip first.')
  }
  if (options.keepContent) {
    const adopted = await journal.call('recovery.adopt', { folder })
    return adopted.ok ? ok(describeRecovered(adopted.value, 'has the content of its file')) : adopted
  }
  const versionId = options.version ?? versions[0]?.versionId
  if (versionId === undefined) {
    const hint =
      kind === 'checksum'
        ? ' All of it can be read, though: --keep-content takes it over as it is.'
        : ' If there is a backup, name it with --from.'
    return fail('version.missing', `${problem} No earlier version of it is kept here.${hint}`)
  }
  const restored = await journal.call('recovery.restore', { folder, versionId })
  if (!restored.ok) return restored
  const { trip } = restored.value
  const when = `is as it was on ${formatMoment(trip.updatedAt, trip.timeZone)} (${trip.timeZone})`
  return ok(describeRecovered(restored.value, when))
}

/** Takes a deleted trip out of the trash. */
export async function restoreFromTrash(journal: Journal, trashId: string): Promise<Result<Answer>> {
  const restored = await journal.call('library.restore', { trashId })
  if (!restored.ok) return restored
  const { id, title, entries } = restored.value
  return ok({
    json: { trip: id, title, how: 'made', undoVersion: null },
    text: `"${title}" is out of the trash, with ${count(entries.length, 'entry', 'entries')}.`,
  })
}

/** How to undo what was done. */
export function formatUndo({ id }: Trip, undoVersionId: string): string {
  return `To go back to how it was before: lanyard restore ${id.slice(0, 8)} --version ${undoVersionId}`
}

/** The entry of a state that is meant by an identifier, the beginning of one, or its title. */
export function findEntry(trip: Trip, wanted: string): Result<{ id: string; title: string }> {
  const meant = trip.entries.filter(
    (entry) =>
      entry.id === wanted ||
      entryTitle(entry) === wanted ||
      (wanted.length >= SHORTEST_PREFIX && entry.id.startsWith(wanted)),
  )
  const [entry] = meant
  if (entry === undefined) return fail('entry.missing', `There is no entry "${wanted}" in that version.`)
  if (meant.length > 1) {
    const ids = meant.map(({ id }) => id).join(', ')
    return fail('input.invalid', `"${wanted}" can mean ${meant.length} entries: ${ids}. Name one by its id.`)
  }
  return ok({ id: entry.id, title: entryName(entry) })
}

async function describeVersions(
  journal: Journal,
  tripId: string | null,
  versions: readonly Version[],
): Promise<Answer> {
  const [newest] = versions
  const read =
    tripId === null || newest === undefined ? null : await journal.library.history.read(tripId, newest.versionId)
  const timeZone = read?.ok === true ? read.value.timeZone : 'UTC'
  return {
    json: versions.map(versionAsJson),
    text: versions.length === 0 ? 'No earlier version is kept yet.' : formatVersions(versions, timeZone),
  }
}

/** Which trip it was that cannot be read. */
async function idOf(journal: Journal, folder: string): Promise<string | null> {
  const { library } = journal
  const { inspectTrip } = await import('../journal/history/inspect-trip.ts')
  const inspected = await inspectTrip(library.folder, folder, library.history, library.disk)
  return inspected.ok ? inspected.value.tripId : null
}

function describeRecovered({ trip, keptAs }: { trip: Trip; keptAs: string | null }, how: string): Answer {
  const kept = keptAs === null ? [] : [`The file that could not be read is kept as ${keptAs}.`]
  return {
    json: { trip: trip.id, title: trip.title, how: 'recovered', undoVersion: null, keptAs },
    text: [`"${trip.title}" ${how}, with ${count(trip.entries.length, 'entry', 'entries')}.`, ...kept].join('\n'),
  }
}
