import { randomUUID } from 'node:crypto'
import type { ExportSummary } from '../../shared/contract/exports.ts'
import type { OptionValue } from '../../shared/export-options.ts'
import type { JobStep } from '../../shared/jobs.ts'
import { type Message, message } from '../../shared/messages/message.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import { type FileSystem, readWhole } from '../disk/file-system.ts'
import { MAX_READ_BYTES } from '../disk/open-file.ts'
import type { Library } from '../library/library.ts'
import { type PictureThreads, pictureThreads } from '../pictures/convert/picture-threads.ts'
import type { PictureWish } from '../pictures/convert/picture-wish.ts'
import { photoName } from '../report/show-pictures.ts'
import type { KeptWorker } from '../worker/keep-worker.ts'
import { wholeBuffers } from '../worker/whole-buffers.ts'
import { cancelled, exportFailure, unknownTarget } from './export-failures.ts'
import type { ExportTasks, WrittenFiles } from './export-tasks.ts'
import { exportThread, reportDeadline } from './export-thread.ts'
import type { Exporter, ExportFile } from './exporter.ts'
import { exporters } from './index.ts'
import { neutralizePdf, type PrintPage } from './pdf/print.ts'
import { parseOptions } from './parse-options.ts'
import { pictureWish, type PreparedPictures, preparePictures } from './prepare-pictures.ts'

/** What is exported, and how. */
export interface MakeOrder {
  trip: Trip
  library: Library
  /** The id of an exporter. */
  target: string
  /** Values of the exporter's options, by name. Missing options have their defaults. */
  options?: Readonly<Record<string, OptionValue>>
  /** Prints the pages of targets that need it; `null` if the shell cannot. */
  printPage?: PrintPage | null
  signal: AbortSignal
  /** @param done from 0 to 1 */
  onProgress: (done: number, step: JobStep) => void
  fileSystem?: FileSystem
  /** The targets and the thread that runs them; tests pass others. */
  exporters?: readonly Exporter[]
  thread?: KeptWorker<ExportTasks>
  /** The threads that convert pictures; tests pass others. */
  pictureThreads?: PictureThreads
}

/** An export whose files have been made, in memory. */
export interface MadeFiles extends WrittenFiles {
  exportId: string
  /** Parsed, with the defaults of those that were not given. */
  options: Readonly<Record<string, OptionValue>>
  /** The form in which the target needs pictures. */
  wish: PictureWish
  thread: KeptWorker<ExportTasks>
  /** How long a step in the thread may take, in milliseconds. */
  deadline: number
}

/** Number of bytes of pictures that a thread processes in a millisecond, even on a busy computer. */
const PICTURE_BYTES_PER_MS = 2_000

/**
 * Composes a trip's report and makes the files of an export, up to two fifths of its progress. Composing, writing and
 * reading back are done in a thread, so that a text that takes forever blocks nothing.
 *
 * @param use does something with the files, which the thread remembers until then
 */
export async function makeFiles<T>(order: MakeOrder, use: (made: MadeFiles) => Promise<Result<T>>): Promise<Result<T>> {
  const { target, exporters: known = exporters, thread = exportThread } = order
  const exporter = known.find(({ id }) => id === target)
  if (exporter === undefined) return unknownTarget(target, known)
  if (exporter.isPrinted === true && !order.printPage) return fail('export.no-printer')
  const options = parseOptions(exporter.options, order.options ?? {})
  if (!options.ok) return options
  const exportId = randomUUID()
  try {
    const made = await make(exporter, { ...order, options: options.value, exportId, thread })
    const outcome = made.ok ? await use(made.value) : made
    // A thread that was ended may report another failure first.
    return order.signal.aborted && !outcome.ok ? cancelled() : outcome
  } finally {
    void thread.run('export.end', { exportId })
  }
}

type Making = MakeOrder & Pick<MadeFiles, 'exportId' | 'options' | 'thread'>

async function make(exporter: Exporter, making: Making): Promise<Result<MadeFiles>> {
  const { exportId, thread, trip, target, options, signal, onProgress } = making
  const deadline = reportDeadline(trip)
  onProgress(0, 'composing')
  const photos = await thread.run(
    'export.begin',
    { exportId, trip },
    { signal, deadline, reportProgress: (done) => onProgress(done / 10, 'composing') },
  )
  if (!photos.ok) return photos
  const wish = pictureWish(exporter, options)
  const { pictures, unconverted } = exporter.shows.tripPictures
    ? await convertPictures(photos.value, wish, making)
    : { pictures: [], unconverted: [] }
  if (signal.aborted) return cancelled()

  onProgress(0.35, 'writing-text')
  const data = pictures.flatMap(({ picture }) => (typeof picture === 'string' ? [] : [picture]))
  const pictureBytes = data.reduce((sum, { byteLength }) => sum + byteLength, 0)
  const written = await thread.run(
    'export.write',
    { exportId, target, options, pictures },
    { signal, deadline: deadline + pictureBytes / PICTURE_BYTES_PER_MS, transfer: wholeBuffers(data) },
  )
  if (!written.ok) return written
  const printed = await printIfNeeded(written.value, making)
  if (!printed.ok) return printed
  const notes = [...noteUnconverted(unconverted), ...(printed.value.notes ?? [])]
  return ok({ ...printed.value, notes, exportId, options, wish, thread, deadline })
}

function convertPictures(photos: readonly Photo[], wish: PictureWish, making: Making): Promise<PreparedPictures> {
  const { trip, library, signal, onProgress, pictureThreads: threads = pictureThreads } = making
  return preparePictures({
    photos,
    wish,
    read: (photo) => library.readPhoto(trip.id, photo.id),
    threads,
    signal,
    onProgress: (done) => onProgress(0.1 + 0.25 * done, 'converting-pictures'),
  })
}

function noteUnconverted(photos: readonly Photo[]): Message[] {
  return photos.length === 0 ? [] : [message('export.note.pictures-not-converted', { names: photos.map(photoName) })]
}

/** Replaces a page and its pictures with the PDF that is printed from them. */
async function printIfNeeded(written: WrittenFiles, making: Making): Promise<Result<WrittenFiles>> {
  const { printPage, signal, onProgress } = making
  if (written.print === undefined || !printPage) return ok(written)
  onProgress(0.4, 'printing')
  const printed = await printPage({ files: written.files, paper: written.print.paper }, signal)
  if (!printed.ok) return printed
  const data = neutralizePdf(printed.value, written.print.date)
  return ok({ ...written, files: [{ path: written.name, data }] })
}

export interface ReadFile {
  path: string
  data: Uint8Array
}

/**
 * Reads the files back and compares them with what was written.
 *
 * @param paths where each of the files is, absolute; missing for one that is not on the disk
 * @returns the files that are not pictures, for the comparison with the post
 */
export async function readBack(
  files: readonly ExportFile[],
  paths: readonly string[],
  fileSystem: FileSystem,
): Promise<Result<{ files: ReadFile[]; differences: Message[] }>> {
  const texts: ReadFile[] = []
  const differences: Message[] = []
  try {
    for (const [index, file] of files.entries()) {
      const path = paths[index]
      const data =
        path === undefined
          ? file.data
          : await readWhole(path, fileSystem, Math.max(2 * file.data.byteLength, MAX_READ_BYTES))
      if (Buffer.compare(file.data, data) !== 0) {
        differences.push(message('export.differs.file', { path: file.path }))
      }
      if (file.photoId === undefined) texts.push({ path: file.path, data })
    }
    return ok({ files: texts, differences })
  } catch (error) {
    return exportFailure(error)
  }
}

/** By now the files are in place: even if they cannot be compared with the report, the export has succeeded. */
export async function checkFiles(
  files: ReadFile[],
  { thread, exportId, deadline }: MadeFiles,
): Promise<Pick<ExportSummary, 'compared' | 'census' | 'differences'>> {
  const verdict = await thread.run('export.check', { exportId, files }, { deadline, transfer: wholeBuffers(files) })
  if (!verdict.ok) return { compared: 'gave-up', census: null, differences: [] }
  return { compared: verdict.value.census === null ? 'bytes' : 'text', ...verdict.value }
}
