import { entryName, entryTitle } from '../shared/entries/entry-name.ts'
import type { Version } from '../shared/history.ts'
import { render, t } from '../shared/messages/translate.ts'
import { fail, messageOf, ok, type Result } from '../shared/result.ts'
import type { Trip } from '../shared/trip.ts'
import type { Answer } from './command.ts'
import { SHORTEST_PREFIX } from './find-trip.ts'
import { formatMoment, formatVersions, versionAsJson } from './format-versions.ts'
import type { Journal } from './journal.ts'
import type { RestoreOptions } from './restore-options.ts'

/** Lists the versions of a trip that the library has. */
export async function listVersions(journal: Journal, tripId: string): Promise<Result<Answer>> {
  const versions = await journal.call('history.list', { tripId })
  return versions.ok ? ok(await describeVersions(journal, tripId, versions.value)) : versions
}

/** Restores an earlier version of a readable trip, or one entry from it. */
export async function restoreReadable(
  journal: Journal,
  { tripId, title }: { tripId: string; title: string },
  { version: versionId, entry, keepContent }: RestoreOptions,
): Promise<Result<Answer>> {
  if (keepContent) return fail('input.nothing-to-keep', { title })
  if (versionId === undefined) return fail('input.version-missing', { title })
  const version = await journal.library.history.read(tripId, versionId)
  if (!version.ok) return version
  const match = entry === undefined ? ok(null) : findEntry(version.value, entry)
  if (!match.ok) return match
  const restored = await journal.call('history.restore', { tripId, versionId, entryId: match.value?.id ?? null })
  if (!restored.ok) return restored
  const { trip, undoVersionId, savedAt } = restored.value
  const { timeZone } = trip
  const when = { title: trip.title, moment: formatMoment(version.value.updatedAt, timeZone), timeZone }
  return ok({
    json: { trip: trip.id, title: trip.title, how: 'changed', undoVersion: undoVersionId, savedAt },
    text: [
      match.value === null
        ? t('cli.restore.to-version', when)
        : t('cli.restore.entry-to-version', { ...when, entry: match.value.title }),
      formatUndo(trip, undoVersionId),
    ].join('\n'),
  })
}

/** Replaces a file that cannot be read with a version that can, or lists these versions. */
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
    return ok({ ...(await describeVersions(journal, tripId, versions)), notes: [render(problem)] })
  }
  if (options.entry !== undefined) return fail('input.entry-of-damaged-trip')
  if (options.keepContent) {
    const adopted = await journal.call('recovery.adopt', { folder })
    if (!adopted.ok) return adopted
    const { title, entries } = adopted.value.trip
    return ok(describeRecovered(adopted.value, t('cli.restore.content-kept', { title, entries: entries.length })))
  }
  const versionId = options.version ?? versions[0]?.versionId
  if (versionId === undefined) {
    const why = { problem: messageOf(problem) }
    return kind === 'checksum' ? fail('version.none-but-content', why) : fail('version.none-here', why)
  }
  const restored = await journal.call('recovery.restore', { folder, versionId })
  if (!restored.ok) return restored
  const { title, entries, timeZone, updatedAt } = restored.value.trip
  const moment = formatMoment(updatedAt, timeZone)
  const sentence = t('cli.restore.recovered-version', { title, moment, timeZone, entries: entries.length })
  return ok(describeRecovered(restored.value, sentence))
}

/** Restores a deleted trip from the trash. */
export async function restoreFromTrash(journal: Journal, trashId: string): Promise<Result<Answer>> {
  const restored = await journal.call('library.restore', { trashId })
  if (!restored.ok) return restored
  const { id, title, entries } = restored.value
  return ok({
    json: { trip: id, title, how: 'made', undoVersion: null },
    text: t('cli.restore.from-trash', { title, entries: entries.length }),
  })
}

/** Formats the command that undoes a restore. */
export function formatUndo({ id }: Trip, undoVersionId: string): string {
  return t('cli.restore.undo', { command: `lanyard restore ${id.slice(0, 8)} --version ${undoVersionId}` })
}

/** Finds the one entry of a trip that has a given id, beginning of an id, or title. */
export function findEntry(trip: Trip, wanted: string): Result<{ id: string; title: string }> {
  const matches = trip.entries.filter(
    (entry) =>
      entry.id === wanted ||
      entryTitle(entry) === wanted ||
      (wanted.length >= SHORTEST_PREFIX && entry.id.startsWith(wanted)),
  )
  const [entry] = matches
  if (entry === undefined) return fail('entry.not-in-version', { name: wanted })
  if (matches.length > 1) {
    return fail('input.ambiguous-entry', { name: wanted, count: matches.length, entries: matches.map(({ id }) => id) })
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
    text: versions.length === 0 ? t('cli.restore.no-versions') : formatVersions(versions, timeZone),
  }
}

/** The id of a trip that cannot be read. */
async function idOf(journal: Journal, folder: string): Promise<string | null> {
  const { library } = journal
  const { inspectTrip } = await import('../journal/history/inspect-trip.ts')
  const inspected = await inspectTrip(library.folder, folder, library.history, library.disk)
  return inspected.ok ? inspected.value.tripId : null
}

function describeRecovered({ trip, keptAs }: { trip: Trip; keptAs: string | null }, sentence: string): Answer {
  const kept = keptAs === null ? [] : [t('cli.restore.damaged-file-kept', { path: keptAs })]
  return {
    json: { trip: trip.id, title: trip.title, how: 'recovered', undoVersion: null, keptAs },
    text: [sentence, ...kept].join('\n'),
  }
}
