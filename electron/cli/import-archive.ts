import { formatConflict } from '../shared/format-conflict.ts'
import { basename, resolve } from 'node:path'
import { ARCHIVE_ENDING } from '../shared/archive-ending.ts'
import type { OpenArchive } from '../journal/archive/open-archive.ts'
import type { ImportedTrip } from '../journal/archive/import-trip.ts'
import { openRegularFile } from '../journal/disk/open-file.ts'
import type { ReportProgress } from '../journal/jobs/report-progress.ts'
import type { ArchiveWay, Whereabouts } from '../shared/archive.ts'
import { formatNews } from '../shared/format-news.ts'
import { render, t } from '../shared/messages/translate.ts'
import { assertNever, fail, messageOf, ok, type Result } from '../shared/result.ts'
import type { Answer } from './command.ts'
import type { Journal } from './journal.ts'
import { nameOfStep, withProgress } from './progress.ts'

/** What to do if the library already has the trip. */
export type IfPresent = 'merge' | 'copy' | 'refuse'

/**
 * Whether a file is an exported trip: a zip with a trip in it. Other programs export their journals as zips as well. One
 * that is named as a trip, or cannot be looked into, counts as a trip, so that importing it says what is wrong with it.
 */
export async function isArchive(path: string): Promise<boolean> {
  if (!(await isZip(path))) return false
  if (path.toLowerCase().endsWith(ARCHIVE_ENDING)) return true
  const { openZip } = await import('../journal/archive/read-zip.ts')
  const zip = await openZip({ kind: 'file', path: resolve(path) })
  if (!zip.ok) return true
  zip.value.close()
  return zip.value.items.some(({ name }) => /(?:^|\/)trip\.json$/.test(name))
}

async function isZip(path: string): Promise<boolean> {
  try {
    const file = await openRegularFile(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
      return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50
    } finally {
      await file.close()
    }
  } catch {
    // Importing the file fails in the same way, and reports the reason.
    return false
  }
}

/** Imports the trip in a .lanyard file. */
export async function importArchive(journal: Journal, typed: string, ifPresent: IfPresent): Promise<Result<Answer>> {
  const { openArchive } = await import('../journal/archive/open-archive.ts')
  return await withProgress(async (signal, show) => {
    const reportProgress: ReportProgress = (done, step) => show(done, nameOfStep(step))
    const archive = await openArchive({ kind: 'file', path: resolve(typed) }, { reportProgress, signal })
    if (!archive.ok) return fail('import.file-failed', { name: basename(typed), problem: messageOf(archive.error) })
    try {
      return await importInto(journal, archive.value, ifPresent, { reportProgress, signal })
    } finally {
      await archive.value.close()
    }
  })
}

async function importInto(
  journal: Journal,
  archive: OpenArchive,
  ifPresent: IfPresent,
  watched: { reportProgress: ReportProgress; signal: AbortSignal },
): Promise<Result<Answer>> {
  const { findWhereabouts } = await import('../journal/archive/find-whereabouts.ts')
  const { importTrip } = await import('../journal/archive/import-trip.ts')
  const { trip } = archive
  const remarks = archive.remarks.map(render)
  const whereabouts = await findWhereabouts(journal.library, archive)
  if (!whereabouts.ok) return whereabouts
  const way = chooseWay(whereabouts.value, ifPresent, trip.title)
  if (!way.ok) return way
  if (way.value === null) {
    return ok({
      json: { trip: trip.id, title: trip.title, way: null, photos: 0, remarks },
      text: t('cli.import.same', { title: trip.title }),
    })
  }
  const imported = await importTrip(journal.library, archive, way.value, watched)
  if (!imported.ok) return imported
  const { photos, conflicts, undoVersionId } = imported.value
  const { id, title } = imported.value.trip
  return ok({
    json: { trip: id, title, way: way.value, photos, undoVersionId, remarks },
    text: [
      describe(imported.value, way.value),
      ...conflicts.map((conflict) => t('cli.import.both-kept', { name: formatConflict(conflict) })),
      ...(whereabouts.value.state === 'in-trash' ? [t('cli.import.in-trash')] : []),
      ...remarks,
    ].join('\n'),
  })
}

/** How to import a trip; `null` if the library has everything in the file. Fails if the user has to decide. */
function chooseWay(whereabouts: Whereabouts, ifPresent: IfPresent, title: string): Result<ArchiveWay | null> {
  switch (whereabouts.state) {
    case 'new':
    case 'in-trash':
      return ok('new')
    case 'same':
      return ok(ifPresent === 'copy' ? 'copy' : null)
    case 'differs':
      return ifPresent === 'refuse'
        ? fail('archive.differs', { title, news: formatNews(whereabouts.news) })
        : ok(ifPresent)
    case 'unreadable':
      return ifPresent === 'copy'
        ? ok('copy')
        : fail('archive.damaged-here', { title, problem: messageOf(whereabouts.problem) })
    default:
      return assertNever(whereabouts)
  }
}

function describe({ trip, photos, undoVersionId }: ImportedTrip, way: ArchiveWay): string {
  const { id, title, entries } = trip
  if (way !== 'merge') return t('cli.import.created', { title, entries: entries.length, pictures: photos, id })
  return undoVersionId === null
    ? t('cli.import.merged', { title })
    : t('cli.import.merged-with-version', { title, version: undoVersionId })
}
