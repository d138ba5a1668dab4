import type { Composition } from '../../shared/contract/report.ts'
import { message } from '../../shared/messages/message.ts'
import { isTold } from '../../shared/report/arrange-report.ts'
import { tellingText } from '../../shared/report/entry-content.ts'
import { networks } from '../../shared/report/networks.ts'
import { entryPart, type PartId, sectionPart } from '../../shared/report/post-places.ts'
import { inReport } from '../../shared/report/in-report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { putReport, removeReport, saveReport } from '../edits/save-report.ts'
import { findMissingFiles } from '../library/find-missing-files.ts'
import type { Library } from '../library/library.ts'
import { cutThread } from '../exporters/thread/cut-thread.ts'
import { saveThread } from '../exporters/thread/save-thread.ts'
import { photoName } from '../report/show-pictures.ts'
import type { Context, HandlersOf } from './context.ts'

/** Nobody reads a thread of hundreds of messages, and cutting a very long text would hold up everything else. */
const MAX_THREAD_WORDS = 10_000

/** Handlers for turning a trip's entries into one text. */
export function reportHandlers(context: Context): HandlersOf<'report'> {
  return {
    'report.save': ({ tripId, reportId, changes }) =>
      context.library.update(tripId, (trip) => saveReport(trip, changes, reportId)),

    'report.put': ({ tripId, report, at }) => context.library.update(tripId, (trip) => putReport(trip, report, at)),

    'report.remove': ({ tripId, reportId }) => context.library.update(tripId, (trip) => removeReport(trip, reportId)),

    'report.thread': async ({ tripId, reportId, network }) => {
      const trip = await openInReport(context.library, tripId, reportId)
      if (!trip.ok) return trip
      const composed = await composeReport(context, trip.value)
      if (!composed.ok) return composed
      const { post, words } = composed.value
      if (words > MAX_THREAD_WORDS) return fail('report.thread-too-long', { words, limit: MAX_THREAD_WORDS })
      const { threadBlocks } = await import('../exporters/thread/write-thread.ts')
      return ok({ parts: cutThread(threadBlocks(post), networks[network]) })
    },

    'report.saveThread': async ({ tripId, reportId, network, text }, job) => {
      const trip = await openInReport(context.library, tripId, reportId)
      return trip.ok ? await saveThread(context, { trip: trip.value, network, text }, job) : trip
    },

    'report.compose': async ({ tripId, reportId }) => {
      const trip = await openInReport(context.library, tripId, reportId)
      return trip.ok ? await composeReport(context, trip.value) : trip
    },
  }
}

/**
 * Opens a trip as one of its reports sees it. It must not be saved.
 *
 * @param reportId the report; the trip's first one by default
 */
export async function openInReport(library: Library, tripId: string, reportId = tripId): Promise<Result<Trip>> {
  const opened = await library.open(tripId)
  if (!opened.ok) return opened
  const trip = inReport(opened.value, reportId)
  return trip === null ? fail('report.missing') : ok(trip)
}

/** Composes the report of a trip, and notes which of its pictures have no file. */
export async function composeReport({ library }: Pick<Context, 'library'>, trip: Trip): Promise<Result<Composition>> {
  // The thread's code is loaded when the report is first viewed, not at each start.
  const { composeInThread } = await import('../exporters/export-thread.ts')
  const composed = await composeInThread(trip)
  return composed.ok ? ok(await addMissingFiles(composed.value, trip, library)) : composed
}

/** Composing does not access the disk, so pictures whose files are missing are added afterwards. */
async function addMissingFiles(composition: Composition, trip: Trip, library: Library): Promise<Composition> {
  const photos = await findMissingFiles(library, trip.id, composition.post.photos)
  if (photos.length === 0) return composition
  const missing = photos.map((photo) => ({ name: photoName(photo), reason: 'no-file' as const }))
  const remarks = photos.map((photo) => ({
    message: message('report.remark.no-file', { name: photoName(photo) }),
    at: placeOf(trip, `photo:${photo.id}`),
  }))
  return {
    ...composition,
    missing: [...composition.missing, ...missing],
    remarks: [...composition.remarks, ...remarks],
  }
}

/** The part of the report whose text shows a picture. */
function placeOf({ entries, report }: Trip, address: string): PartId {
  if (report.lead.includes(address)) return 'lead'
  const entry = entries.find((one) => isTold(report, one) && tellingText(report, one).includes(address))
  if (entry) return entryPart(entry.id)
  const section = report.sections.find(({ text = '' }) => text.includes(address))
  return section ? sectionPart(section.id) : 'closing'
}
