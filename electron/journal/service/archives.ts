import { basename, join } from 'node:path'
import { ARCHIVE_ENDING } from '../../shared/archive-ending.ts'
import type { Archive } from '../../shared/archive.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ArchiveSource } from '../archive/archive-source.ts'
import { findWhereabouts } from '../archive/find-whereabouts.ts'
import { freePath } from '../archive/free-path.ts'
import { type OpenArchive, openArchive } from '../archive/open-archive.ts'
import { packTrip } from '../archive/pack-trip.ts'
import { takeIn } from '../archive/take-in.ts'
import type { Context, HandlersOf } from './context.ts'
import { createWrittenFiles } from './written-files.ts'

/** Maximum number of open files. Each has a thread and a file handle; anybody who opens more has forgotten the first. */
const MOST_OPEN = 4

/** Trips as single files: saving one, and importing one. */
export function archiveHandlers(context: Context): HandlersOf<'archives'> {
  const { work } = context
  const open = new Map<string, { name: string; archive: OpenArchive }>()
  const written = createWrittenFiles(context, 'copy', 'Save one again to see it.')

  const tellOf = (archiveId: string) => (done: number, step: string) =>
    context.emit('archive.progress', { archiveId, done, step })

  const read = (archiveId: string, name: string, source: ArchiveSource): Promise<Result<Archive>> =>
    work.run(archiveId, async (signal) => {
      const archive = await openArchive(source, { tell: tellOf(archiveId), signal })
      if (!archive.ok) return named(name, signal.aborted ? cancelled() : archive)
      const whereabouts = await findWhereabouts(context.library, archive.value)
      if (!whereabouts.ok || signal.aborted) {
        await archive.value.close()
        return whereabouts.ok ? cancelled() : whereabouts
      }
      await keep(archiveId, name, archive.value)
      return ok(describe(archiveId, name, archive.value, whereabouts.value))
    })

  async function keep(archiveId: string, name: string, archive: OpenArchive): Promise<void> {
    open.set(archiveId, { name, archive })
    for (const id of open.keys()) {
      if (open.size <= MOST_OPEN) break
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
    'archives.read': ({ archiveId, name, data }) => read(archiveId, name, { kind: 'bytes', data }),

    'archives.next': async ({ archiveId }) => {
      const path = context.openedFiles.take()
      return path === null ? ok(null) : await read(archiveId, basename(path), { kind: 'file', path })
    },

    'archives.take': async ({ archiveId, way }) => {
      const held = open.get(archiveId)
      if (held === undefined) return gone()
      const { archive, name } = held
      const taken = await work.run(archiveId, (signal) =>
        takeIn(context.library, archive, way, { tell: tellOf(archiveId), signal }),
      )
      if (!taken.ok) return named(name, taken)
      await forget(archiveId)
      return ok({ ...taken.value, remarks: archive.remarks })
    },

    'archives.pack': ({ archiveId, tripId }) =>
      work.run(archiveId, async (signal) => {
        const place = await context.library.placeOf(tripId)
        if (!place.ok) return place
        const name = `${basename(place.value)}${ARCHIVE_ENDING}`
        const chosen = await choosePath(context, name)
        if (chosen === null) return ok(null)
        const { library } = context
        const packed = await packTrip({
          library,
          tripId,
          ...chosen,
          tell: tellOf(archiveId),
          signal,
          fileSystem: library.disk,
        })
        if (packed.ok) written.remember(archiveId, packed.value.path)
        return packed
      }),

    'archives.show': ({ archiveId }) => written.show(archiveId),

    'archives.cancel': async ({ archiveId }) => {
      work.cancel(archiveId)
      // What is being taken in is left to end by itself: it looks at the signal between two pictures.
      if (!work.has(archiveId)) await forget(archiveId)
      return ok({})
    },
  }
}

/** Where a copy goes: where the user says, or, where there is no dialog to say it in, among the exports. */
async function choosePath(context: Context, name: string): Promise<{ path: string; replace: boolean } | null> {
  const { chooseSaveFile } = context.shell
  if (chooseSaveFile === undefined) {
    // Where it cannot be made, writing into it says why.
    await context.library.disk.makeFolders(context.exportsFolder()).catch(() => {})
    return { path: await freePath(join(context.exportsFolder(), name), context.library.disk), replace: false }
  }
  const path = await chooseSaveFile('Save a copy of the trip', name)
  if (path === null) return null
  // The dialog has asked whether the file that was named may be replaced, and not about one of another name.
  return path.toLowerCase().endsWith(ARCHIVE_ENDING)
    ? { path, replace: true }
    : { path: `${path}${ARCHIVE_ENDING}`, replace: false }
}

function describe(
  archiveId: string,
  name: string,
  { trip, photoIds, remarks }: OpenArchive,
  whereabouts: Archive['whereabouts'],
): Archive {
  const { id, title, firstDay, lastDay, entries } = trip
  return {
    archiveId,
    name,
    trip: { id, title, firstDay, lastDay },
    entries: entries.length,
    photos: photoIds.length,
    whereabouts,
    remarks,
  }
}

/** The failure with the file's name, for several may have been opened at once. */
function named<T>(name: string, result: Result<T>): Result<T> {
  if (result.ok || !result.error.code.startsWith('import.')) return result
  return fail(result.error.code, `“${name.slice(0, 100)}”: ${result.error.message}`)
}

function gone(): Result<never> {
  return fail('archive.gone', 'The file is no longer open. Nothing was imported. Open it again.')
}

function cancelled(): Result<never> {
  return fail('import.cancelled', 'The import was cancelled. Nothing was imported, and your trips are untouched.')
}
