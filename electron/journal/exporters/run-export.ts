import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ExportSummary } from '../../shared/contract/exports.ts'
import type { OptionValue } from '../../shared/export-options.ts'
import type { JobStep } from '../../shared/jobs.ts'
import { type Message, message } from '../../shared/messages/message.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import type { Photo, Trip } from '../../shared/trip.ts'
import { type FileSystem, nodeFileSystem, readWhole } from '../disk/file-system.ts'
import { isInside } from '../disk/is-inside.ts'
import { MAX_READ_BYTES } from '../disk/open-file.ts'
import type { Library } from '../library/library.ts'
import { type PictureThreads, pictureThreads } from '../pictures/convert/picture-threads.ts'
import type { PictureWish } from '../pictures/convert/picture-wish.ts'
import { photoName } from '../report/show-pictures.ts'
import type { KeptWorker } from '../worker/keep-worker.ts'
import { wholeBuffers } from '../worker/whole-buffers.ts'
import { cancelled, exportFailure, insideLibrary, unknownTarget } from './export-failures.ts'
import type { ExportTasks, WrittenFiles } from './export-tasks.ts'
import { exportThread, reportDeadline } from './export-thread.ts'
import type { Exporter, ExportFile } from './exporter.ts'
import { exporters } from './index.ts'
import { type ExportNotes, hashTexts } from './export-notes.ts'
import { neutralizePdf, type PrintPage } from './pdf/print.ts'
import { parseOptions } from './parse-options.ts'
import { placeFiles } from './place-files.ts'
import { pictureWish, type PreparedPictures, preparePictures } from './prepare-pictures.ts'
import { recognizePictures } from './recognize-pictures.ts'

export interface ExportOrder {
  trip: Trip
  library: Library
  /** The id of an exporter. */
  target: string
  /** Values of the exporter's options, by name. Missing options have their defaults. */
  options?: Readonly<Record<string, OptionValue>>
  /** The folder in which the export creates its folder or file, absolute. */
  folder: string
  /** Whether to replace whatever has that name, even if somebody has changed it. */
  replace: boolean
  /** The notes about earlier exports. Without them, nothing is replaced unless `replace` says so, or remembered. */
  notes?: ExportNotes
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

/** Number of bytes of pictures that a thread processes in a millisecond, even on a busy computer. */
const PICTURE_BYTES_PER_MS = 2_000

/**
 * Exports a trip's report: composes it, writes it to a temporary place, moves it, reads it back and compares. The trip
 * is not changed. If the export is cancelled or fails, nothing is left behind. Composing, writing and reading back are
 * done in a thread, so that a text that takes forever blocks nothing.
 */
export async function runExport(order: ExportOrder): Promise<Result<ExportSummary>> {
  const { target, folder, library, exporters: known = exporters, thread = exportThread } = order
  const exporter = known.find(({ id }) => id === target)
  if (exporter === undefined) return unknownTarget(target, known)
  if (isInside(folder, library.folder)) return insideLibrary()
  if (exporter.isPrinted === true && !order.printPage) return fail('export.no-printer')
  const options = parseOptions(exporter.options, order.options ?? {})
  if (!options.ok) return options
  const exportId = randomUUID()
  try {
    const outcome = await exportWith(exporter, { ...order, options: options.value, exportId, thread })
    // A thread that was ended may report another failure first.
    return order.signal.aborted && !outcome.ok ? cancelled() : outcome
  } finally {
    void thread.run('export.end', { exportId })
  }
}

interface Running extends ExportOrder {
  exportId: string
  options: Readonly<Record<string, OptionValue>>
  thread: KeptWorker<ExportTasks>
}

async function exportWith(exporter: Exporter, running: Running): Promise<Result<ExportSummary>> {
  const { exportId, thread, trip, target, options, signal, onProgress } = running
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
    ? await convertPictures(photos.value, wish, running)
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
  const printed = await printIfNeeded(written.value, running)
  if (!printed.ok) return printed
  const placed = await place(printed.value, wish, running)
  if (!placed.ok) return placed
  await remember(printed.value, placed.value, running)

  onProgress(0.85, 'reading-back')
  const { makes, files, missing } = printed.value
  const notes = [...noteUnconverted(unconverted), ...(printed.value.notes ?? [])]
  const back = await readBack(files, placed.value.paths, running.fileSystem ?? nodeFileSystem)
  if (!back.ok) return back
  const checked = await check(back.value.files, deadline, running)
  onProgress(1, 'reading-back')
  return ok({
    makes,
    path: placed.value.path,
    files: placed.value.paths,
    clipboard: placed.value.clipboard,
    missing,
    ...checked,
    differences: [...back.value.differences, ...checked.differences],
    ...(notes.length > 0 && { notes }),
  })
}

function convertPictures(photos: readonly Photo[], wish: PictureWish, running: Running): Promise<PreparedPictures> {
  const { trip, library, signal, onProgress, pictureThreads: threads = pictureThreads } = running
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
async function printIfNeeded(written: WrittenFiles, running: Running): Promise<Result<WrittenFiles>> {
  const { printPage, signal, onProgress } = running
  if (written.print === undefined || !printPage) return ok(written)
  onProgress(0.4, 'printing')
  const printed = await printPage({ files: written.files, paper: written.print.paper }, signal)
  if (!printed.ok) return printed
  const data = neutralizePdf(printed.value, written.print.date)
  return ok({ ...written, files: [{ path: written.name, data }] })
}

interface Placed {
  /** The path of the export, absolute; `null` if it is not on the disk. */
  path: string | null
  /** The paths of all files, absolute. */
  paths: string[]
  clipboard: ExportSummary['clipboard']
}

async function place(
  { makes, name, files }: WrittenFiles,
  wish: PictureWish,
  running: Running,
): Promise<Result<Placed>> {
  const { trip, folder, replace, notes, signal, onProgress, fileSystem = nodeFileSystem } = running
  if (makes === 'clipboard') return ok({ path: null, paths: [], clipboard: forClipboard(files) })
  const isFolder = makesFolder(makes)
  const placed = await placeFiles({
    folder,
    name,
    makes: isFolder ? 'folder' : 'file',
    files,
    replace,
    ...(notes && { ownershipOf: (path) => notes.ownershipOf(path, trip.id) }),
    isOurs: recognizePictures({ ...running, threads: running.pictureThreads ?? pictureThreads, wish, files }),
    signal,
    onWritten: (count) => onProgress(0.4 + (0.4 * count) / files.length, 'writing-files'),
    library: running.library.folder,
    fileSystem,
  })
  if (!placed.ok) return placed
  const paths = isFolder ? files.map((file) => join(placed.value, file.path)) : [placed.value]
  return ok({ path: placed.value, paths, clipboard: null })
}

function makesFolder(makes: WrittenFiles['makes']): boolean {
  return makes === 'folder' || makes === 'site'
}

async function remember({ makes, files }: WrittenFiles, { path }: Placed, running: Running): Promise<void> {
  const { trip, target, options, notes } = running
  const texts = makes === 'clipboard' ? {} : hashTexts(files, makesFolder(makes))
  await notes?.keep({ tripId: trip.id, target, options: { ...options }, path, at: now(), texts })
}

/** The text, and the page if there is one: programs that accept markup prefer it. */
function forClipboard(files: readonly ExportFile[]): ExportSummary['clipboard'] {
  const html = files.find(({ path }) => path.endsWith('.html'))?.data
  const words = files.find(({ path }) => !path.endsWith('.html'))?.data
  return { text: asText(words ?? html), html: html === undefined ? null : asText(html) }
}

function asText(data: Uint8Array = new Uint8Array()): string {
  return new TextDecoder().decode(data)
}

interface ReadFile {
  path: string
  data: Uint8Array
}

/**
 * Reads the files back and compares them with what was written.
 *
 * @returns the files that are not pictures, for the comparison with the post
 */
async function readBack(
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
async function check(
  files: ReadFile[],
  deadline: number,
  { thread, exportId }: Running,
): Promise<Pick<ExportSummary, 'compared' | 'census' | 'differences'>> {
  const verdict = await thread.run('export.check', { exportId, files }, { deadline, transfer: wholeBuffers(files) })
  if (!verdict.ok) return { compared: 'gave-up', census: null, differences: [] }
  return { compared: verdict.value.census === null ? 'bytes' : 'text', ...verdict.value }
}
