import { once } from 'node:events'
import { basename, join } from 'node:path'
import { ARCHIVE_ENDING } from '../../shared/archive-ending.ts'
import type { Archive } from '../../shared/archive.ts'
import { message } from '../../shared/messages/message.ts'
import { fail, messageOf, ok, type Result } from '../../shared/result.ts'
import type { ArchiveSource } from '../archive/archive-source.ts'
import { findWhereabouts } from '../archive/find-whereabouts.ts'
import { freePath } from '../archive/free-path.ts'
import { type OpenArchive, openArchive } from '../archive/open-archive.ts'
import { packTrip } from '../archive/pack-trip.ts'
import { importTrip } from '../archive/import-trip.ts'
import { SHARED_FOLDER } from '../disk/file-system.ts'
import { importCancelled } from '../worker/import-stopped.ts'
import { photosAmong } from '../trip-folder/photos.ts'
import type { Context, HandlersOf } from './context.ts'
import type { Job } from '../jobs/jobs.ts'

/**
 * Maximum number of open files. Each has a thread and a file handle; callers that open more have forgotten to close the
 * first.
 */
const MAX_OPEN = 4

/** Trips as single files: saving one, and importing one. */
export function archiveHandlers(context: Context): HandlersOf<'archives'> {
  /** The open files, by the id of the job that opened them. */
  const open = new Map<string, { name: string; archive: OpenArchive }>()

  async function read(name: string, source: ArchiveSource, job: Job): Promise<Result<Archive>> {
    const { id: archiveId, signal } = job
    job.report(0, 'opening-file')
    const archive = await openArchive(source, { reportProgress: job.report, signal })
    if (!archive.ok) return named(name, signal.aborted ? importCancelled() : archive)
    const whereabouts = await findWhereabouts(context.library, archive.value)
    if (!whereabouts.ok || signal.aborted) {
      await archive.value.close()
      return whereabouts.ok ? importCancelled() : whereabouts
    }
    await keep(archiveId, name, archive.value)
    return ok(describe(archiveId, name, archive.value, whereabouts.value))
  }

  async function keep(archiveId: string, name: string, archive: OpenArchive): Promise<void> {
    open.set(archiveId, { name, archive })
    for (const id of open.keys()) {
      if (open.size <= MAX_OPEN) break
      await forget(id)
    }
  }

  async function forget(archiveId: string): Promise<void> {
    const held = open.get(archiveId)
    open.delete(archiveId)
    await held?.archive.close()
  }

  context.onClose(async () => {
    for (const archiveId of open.keys()) await forget(archiveId)
  })

  return {
    'archives.read': ({ name, data }, job) => read(name, { kind: 'bytes', data }, job),

    'archives.next': async (_input, job) => {
      const path = context.openedFiles.take()
      return path === null ? ok(null) : await read(basename(path), { kind: 'file', path }, job)
    },

    'archives.take': async ({ archiveId, way }, job) => {
      const held = open.get(archiveId)
      if (held === undefined) return gone()
      const { archive, name } = held
      const taken = await importTrip(context.library, archive, way, { reportProgress: job.report, signal: job.signal })
      if (!taken.ok) return named(name, taken)
      await forget(archiveId)
      return ok({ ...taken.value, remarks: archive.remarks })
    },

    'archives.close': async ({ archiveId }) => {
      await forget(archiveId)
      return ok({})
    },

    'archives.pack': async ({ tripId }, job) => {
      const { library } = context
      const place = await library.placeOf(tripId)
      if (!place.ok) return place
      // A dialog that is still open must not keep a cancelled job alive.
      const chosen = await Promise.race([
        choosePath(context, `${basename(place.value)}${ARCHIVE_ENDING}`),
        aborted(job.signal),
      ])
      if (chosen === null) return ok(null)
      const { signal } = job
      const packed = await packTrip({
        library,
        tripId,
        ...chosen,
        reportProgress: job.report,
        signal,
        fileSystem: library.disk,
      })
      if (packed.ok) job.wrote(packed.value.path)
      return packed
    },
  }
}

/** Resolves with `null` when the signal is aborted. */
async function aborted(signal: AbortSignal): Promise<null> {
  if (!signal.aborted) await once(signal, 'abort')
  return null
}

/**
 * Where to save a copy: where the user chooses, or in the exports folder if the shell has no dialog; `null` if the user
 * cancelled.
 */
async function choosePath(context: Context, name: string): Promise<{ path: string; replace: boolean } | null> {
  const { chooseSaveFile } = context.shell
  if (chooseSaveFile === undefined) {
    // If this fails, writing into the folder fails too and reports the reason.
    await context.library.disk.makeFolders(context.exportsFolder(), SHARED_FOLDER).catch(() => {})
    return { path: await freePath(join(context.exportsFolder(), name), context.library.disk), replace: false }
  }
  const path = await chooseSaveFile(message('choose.copy'), name)
  if (path === null) return null
  // The dialog asked whether to replace a file of the chosen name, not one with the extension added.
  return path.toLowerCase().endsWith(ARCHIVE_ENDING)
    ? { path, replace: true }
    : { path: `${path}${ARCHIVE_ENDING}`, replace: false }
}

function describe(
  archiveId: string,
  name: string,
  { trip, files, remarks }: OpenArchive,
  whereabouts: Archive['whereabouts'],
): Archive {
  const { id, title, firstDay, lastDay, entries } = trip
  return {
    archiveId,
    name,
    trip: { id, title, firstDay, lastDay },
    entries: entries.length,
    photos: photosAmong(trip, files).length,
    whereabouts,
    remarks,
  }
}

/** The failure with the file's name, because several files may have been opened at once. */
function named<T>(name: string, result: Result<T>): Result<T> {
  if (result.ok || !result.error.code.startsWith('import.')) return result
  return fail('import.file-failed', { name: name.slice(0, 100), problem: messageOf(result.error) })
}

function gone(): Result<never> {
  return fail('archive.gone')
}
