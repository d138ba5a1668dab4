import { join } from 'node:path'
import type { ExportSummary } from '../../shared/contract/exports.ts'
import { reportIdOf } from '../../shared/report/in-report.ts'
import { ok, type Result } from '../../shared/result.ts'
import { now } from '../../shared/time.ts'
import { nodeFileSystem } from '../disk/file-system.ts'
import { isInside } from '../disk/is-inside.ts'
import { pictureThreads } from '../pictures/convert/picture-threads.ts'
import { insideLibrary } from './export-failures.ts'
import type { ExportFile } from './exporter.ts'
import { type ExportNotes, hashTexts } from './export-notes.ts'
import { checkFiles, type MadeFiles, makeFiles, type MakeOrder, readBack } from './make-files.ts'
import { placeFiles } from './place-files.ts'
import { recognizePictures } from './recognize-pictures.ts'

export interface ExportOrder extends MakeOrder {
  /** The folder in which the export creates its folder or file, absolute. */
  folder: string
  /** Whether to replace whatever has that name, even if somebody has changed it. */
  replace: boolean
  /** The notes about earlier exports. Without them, nothing is replaced unless `replace` says so, or remembered. */
  notes?: ExportNotes
}

/**
 * Exports a trip's report: composes it, writes it to a temporary place, moves it, reads it back and compares. The trip
 * is not changed. If the export is cancelled or fails, nothing is left behind.
 */
export async function runExport(order: ExportOrder): Promise<Result<ExportSummary>> {
  if (isInside(order.folder, order.library.folder)) return insideLibrary()
  return await makeFiles(order, async (made) => {
    const placed = await place(made, order)
    if (!placed.ok) return placed
    await remember(made, placed.value, order)

    order.onProgress(0.85, 'reading-back')
    const { makes, files, missing, notes = [] } = made
    const back = await readBack(files, placed.value.paths, order.fileSystem ?? nodeFileSystem)
    if (!back.ok) return back
    const checked = await checkFiles(back.value.files, made)
    order.onProgress(1, 'reading-back')
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
  })
}

interface Placed {
  /** The path of the export, absolute; `null` if it is not on the disk. */
  path: string | null
  /** The paths of all files, absolute. */
  paths: string[]
  clipboard: ExportSummary['clipboard']
}

async function place({ makes, name, files, wish, thread }: MadeFiles, order: ExportOrder): Promise<Result<Placed>> {
  const { trip, library, folder, replace, notes, signal, onProgress, fileSystem = nodeFileSystem } = order
  if (makes === 'clipboard') return ok({ path: null, paths: [], clipboard: forClipboard(files) })
  const isFolder = makesFolder(makes)
  const placed = await placeFiles({
    folder,
    name,
    makes: isFolder ? 'folder' : 'file',
    files,
    replace,
    ...(notes && { ownershipOf: (path) => notes.ownershipOf(path, reportIdOf(trip)) }),
    isOurs: recognizePictures({ ...order, thread, threads: order.pictureThreads ?? pictureThreads, wish, files }),
    signal,
    onWritten: (count) => onProgress(0.4 + (0.4 * count) / files.length, 'writing-files'),
    library: library.folder,
    fileSystem,
  })
  if (!placed.ok) return placed
  const paths = isFolder ? files.map((file) => join(placed.value, file.path)) : [placed.value]
  return ok({ path: placed.value, paths, clipboard: null })
}

function makesFolder(makes: MadeFiles['makes']): boolean {
  return makes === 'folder' || makes === 'site'
}

async function remember({ makes, files, options }: MadeFiles, { path }: Placed, order: ExportOrder): Promise<void> {
  const { trip, target, notes } = order
  const texts = makes === 'clipboard' ? {} : hashTexts(files, makesFolder(makes))
  await notes?.keep({ reportId: reportIdOf(trip), target, options: { ...options }, path, at: now(), texts })
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
