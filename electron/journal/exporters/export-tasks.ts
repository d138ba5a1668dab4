import type { Composition } from '../../shared/contract/report.ts'
import type { OptionValue } from '../../shared/export-options.ts'
import type { MissingPicture } from '../../shared/missing-pictures.ts'
import type { WebPictureType } from '../../shared/pictures.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'
import { cleanPicture } from '../pictures/clean-picture.ts'
import type { PictureCopy } from '../pictures/convert/picture-wish.ts'
import { composePost } from '../report/compose-post.ts'
import { readAhead } from '../report/read-ahead.ts'
import { photoName } from '../report/show-pictures.ts'
import { photosIn } from '../report/photos-in.ts'
import type { TaskHandlers } from '../worker/protocol.ts'
import { checkExport } from './compare-trees.ts'
import type { AnyWriter, Check, Exporter, Picture, Pictures, Verdict, WrittenPost } from './exporter.ts'
import { type MergedSite, mergeSite, type SiteMerge } from './destinations/merge-site.ts'
import { runWithin } from '../worker/run-within.ts'
import { findForeignPictures, withoutPictures } from './missing-pictures.ts'
import { hashOf } from './hash-of.ts'

type Values = Readonly<Record<string, OptionValue>>

/** A picture for an export: its bytes in the form that the target needs, or why they are missing. */
export interface GivenPicture extends Pick<Picture, 'size' | 'copies'> {
  photoId: string
  picture: Uint8Array | Extract<MissingPicture['reason'], 'no-file' | 'not-read' | 'damaged' | 'too-many-pixels'>
  /** Default: that of the original. */
  mediaType?: WebPictureType
}

/**
 * The tasks of the thread that handles reports. Each export has a session there, which lasts until the export is
 * checked.
 */
export interface ExportTasks {
  'report.compose': { input: Trip; output: Result<Composition> }
  /** Composes the report. Returns the photos that it shows. */
  'export.begin': { input: { exportId: string; trip: Trip }; output: Result<Photo[]> }
  'export.write': {
    input: { exportId: string; target: string; options: Values; pictures: readonly GivenPicture[] }
    output: Result<WrittenFiles>
  }
  /** Reads the files back from the disk. Pictures are left out: they are compared as bytes. */
  'export.check': {
    input: { exportId: string; files: readonly { path: string; data: Uint8Array }[] }
    output: Result<Verdict>
  }
  /** Changes the keys of a text, and merges it with the one in a site. */
  'site.merge': { input: SiteMerge; output: Result<MergedSite> }
  /** Ends a session that will not be checked. */
  'export.end': { input: { exportId: string }; output: Result<null> }
  /** A hash of a picture as it would be exported, in hexadecimal digits; `null` if it would not be exported. */
  'picture.fingerprint': { input: Uint8Array; output: Result<string | null> }
  /** The ids of the trip's pictures that each text shows. */
  'texts.pictures': { input: readonly string[]; output: Result<string[][]> }
}

export interface WrittenFiles extends Pick<WrittenPost, 'makes' | 'name' | 'files' | 'notes' | 'print'> {
  /** Pictures that the report refers to but that readers of the export will not see. */
  missing: MissingPicture[]
}

interface Session {
  composition: Composition
  /** How long writing it may take, and reading it back, in milliseconds. */
  limit: number
  /** How the written files are checked; `null` until they are written. */
  check: { writer: AnyWriter; known: Omit<Check<Values>, 'files'> } | null
}

/** Creates the tasks for a set of targets. */
export function createExportTasks(exporters: readonly Exporter[]): TaskHandlers<ExportTasks> {
  const sessions = new Map<string, Session>()
  return {
    'report.compose': (trip, reportProgress) => ok(compose(trip, reportProgress)),

    'export.begin': ({ exportId, trip }, reportProgress) => {
      const composition = compose(trip, reportProgress)
      sessions.set(exportId, { composition, limit: stepLimit(trip), check: null })
      return ok(composition.post.photos)
    },

    'export.write': async ({ exportId, target, options, pictures: given }, reportProgress) => {
      const session = sessions.get(exportId)
      const exporter = exporters.find(({ id }) => id === target)
      if (session === undefined || exporter === undefined) return lostSession()
      const { shows } = exporter
      const { pictures, missing } = cleanPictures(session.composition, given, reportProgress)
      // A target that only names pictures does so whether or not their files exist.
      const shown = withoutPictures(session.composition.post, new Set(shows.tripPictures ? missing.keys() : []))
      // A converted picture gets the ending of its new type.
      const post = { ...shown, photos: shown.photos.map((photo) => pictures.get(photo.id)?.photo ?? photo) }
      const writer = await exporter.load()
      const writing = runWithin(session.limit + pictures.size * PER_PICTURE_MS, () =>
        writer.write(post, pictures, options),
      )
      if (writing === null) return fail('report.too-slow')
      const written = await writing.value
      if (!written.ok) return written
      const { makes, name, files, tree, omissions, notes, print } = written.value
      const foreign = findForeignPictures(post, shows)
      const known = { post, written: { tree, omissions }, options, unseen: foreign.addresses }
      session.check = { writer, known }
      const lost = session.composition.missing.filter(({ reason }) => reason === 'no-record')
      const all = shows.tripPictures ? [...lost, ...missing.values(), ...foreign.missing] : []
      return ok({ makes, name, files, missing: all, ...(notes && { notes }), ...(print && { print }) })
    },

    'export.check': ({ exportId, files }) => {
      const session = sessions.get(exportId)
      sessions.delete(exportId)
      if (session === undefined || session.check === null) return lostSession()
      const { writer, known } = session.check
      const found = new Map(files.map(({ path, data }) => [path, data]))
      const checked = runWithin(session.limit, () => checkExport(writer, { ...known, files: found }))
      return checked === null ? fail('report.too-slow') : ok(checked.value)
    },

    'site.merge': (input) => {
      // The text in the site is somebody else's.
      const merged = runWithin(LONGEST_STEP_MS, () => mergeSite(input))
      return merged === null ? fail('report.too-slow') : ok(merged.value)
    },

    'export.end': ({ exportId }) => {
      sessions.delete(exportId)
      return ok(null)
    },

    'picture.fingerprint': (data) => {
      const cleaned = cleanPicture(data)
      return ok(cleaned && hashOf(cleaned))
    },

    'texts.pictures': (texts, reportProgress) =>
      ok(
        texts.map((text, index) => {
          reportProgress(index / texts.length, 'composing')
          return photosIn(text)
        }),
      ),
  }
}

/** Time for writing a report or reading it back, which takes less than a tenth of it. */
const STEP_MS = 1_500
const PER_ENTRY_MS = 25
const PER_PICTURE_MS = 1_000
const LONGEST_STEP_MS = 20_000

/**
 * How long a step may take, in milliseconds. It ends before the thread's own deadline, which would take all the texts
 * that the thread has parsed.
 */
function stepLimit({ entries }: Trip): number {
  return Math.min(STEP_MS + entries.length * PER_ENTRY_MS, LONGEST_STEP_MS)
}

/** Minimum interval between progress reports, in milliseconds. */
const INTERVAL_MS = 50

function compose(trip: Trip, reportProgress: ReportProgress): Composition {
  let last = performance.now()
  readAhead(trip, (done) => {
    if (performance.now() - last < INTERVAL_MS) return
    last = performance.now()
    reportProgress(done, 'composing')
  })
  return composePost(trip)
}

/** Pictures as they are exported. One that cannot be parsed is left out: nobody knows what it would reveal. */
function cleanPictures(
  { post }: Composition,
  given: readonly GivenPicture[],
  reportProgress: ReportProgress,
): { pictures: Pictures; missing: ReadonlyMap<string, MissingPicture> } {
  const byId = new Map(given.map((one) => [one.photoId, one]))
  const pictures = new Map<string, Picture>()
  const missing = new Map<string, MissingPicture>()
  for (const [index, photo] of post.photos.entries()) {
    const { picture, mediaType = photo.mediaType, size, copies = [] } = byId.get(photo.id) ?? notRead(photo)
    const data = typeof picture === 'string' ? null : cleanPicture(picture)
    if (data !== null) {
      const copied = copies.flatMap(cleanCopy)
      pictures.set(photo.id, { photo: { ...photo, mediaType }, data, ...(size && { size }), copies: copied })
    } else missing.set(photo.id, { name: photoName(photo), reason: typeof picture === 'string' ? picture : 'damaged' })
    reportProgress((index + 1) / post.photos.length, 'writing-pictures')
  }
  return { pictures, missing }
}

function notRead({ id }: Photo): GivenPicture {
  return { photoId: id, picture: 'not-read' }
}

function cleanCopy(copy: PictureCopy): PictureCopy[] {
  const data = cleanPicture(copy.data)
  return data === null ? [] : [{ ...copy, data }]
}

/** The thread was ended in the meantime because another task took too long. */
function lostSession(): Result<never> {
  return fail('export.stopped')
}
