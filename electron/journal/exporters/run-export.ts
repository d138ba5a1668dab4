import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { ExportSummary } from '../../shared/contract/exports.ts'
import type { JobStep } from '../../shared/jobs.ts'
import type { Post } from '../../shared/post.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { type FileSystem, nodeFileSystem } from '../disk/file-system.ts'
import { isInside } from '../disk/is-inside.ts'
import type { Library } from '../library/library.ts'
import { mapNodes } from '../markdown/map-nodes.ts'
import { composePost } from '../report/compose-post.ts'
import { photoIdIn } from '../report/show-pictures.ts'
import { checkExport } from './check-export.ts'
import type { Exporter, ExportFile, Picture, Pictures } from './exporter.ts'
import { exporters, findExporter } from './index.ts'
import { cancelled, exportFailure, placeFiles } from './place-files.ts'

export interface ExportOrder {
  trip: Trip
  library: Library
  /** The id of an exporter. */
  target: string
  /** The folder in which the export gets its own folder or file, absolute. */
  folder: string
  /** Whether an earlier export of that name gives way. */
  replace: boolean
  signal: AbortSignal
  /** @param done from 0 to 1 */
  onProgress: (done: number, step: JobStep) => void
  fileSystem?: FileSystem
}

/**
 * Tells a trip's report in the files of a target: composes it, writes it to a temporary place, moves it, reads it back
 * and compares. The trip is not changed; cancelled or refused, nothing is left behind.
 */
export async function runExport(order: ExportOrder): Promise<Result<ExportSummary>> {
  const { trip, library, target, folder, replace, signal, onProgress } = order
  const fileSystem = order.fileSystem ?? nodeFileSystem
  const exporter = findExporter(target)
  if (exporter === undefined) return unknownTarget(target)
  if (isInside(folder, library.folder)) return insideLibrary()

  onProgress(0, 'composing')
  await breathe()
  const { post } = composePost(trip)
  const read = await readPictures(post, order)
  if (!read.ok) return read
  const pictures = read.value
  const bytes = [...pictures.values()].reduce((sum, { data }) => sum + data.byteLength, 0)
  if (exporter.maxPictureBytes !== undefined && bytes > exporter.maxPictureBytes) return tooLarge(exporter, bytes)

  onProgress(0.35, 'writing-text')
  await breathe()
  const files = exporter.write(withoutUnread(post, pictures), pictures)
  if (signal.aborted) return cancelled()
  const placed = await placeFiles({
    folder,
    name: exporter.makes === 'folder' ? post.meta.slug : (files[0]?.path ?? post.meta.slug),
    makes: exporter.makes,
    files,
    replace,
    photos: trip.photos,
    signal,
    onWritten: (count) => onProgress(0.4 + (0.4 * count) / files.length, 'writing-files'),
    fileSystem,
  })
  if (!placed.ok) return placed

  onProgress(0.85, 'reading-back')
  await breathe()
  const paths = exporter.makes === 'folder' ? files.map((file) => join(placed.value, file.path)) : [placed.value]
  const back = await readBack(files, paths, fileSystem)
  if (!back.ok) return back
  const { census, differences } = checkExport(exporter, post, pictures, back.value.files)
  onProgress(1, 'reading-back')
  return ok({ path: placed.value, files: paths, census, differences: [...back.value.differences, ...differences] })
}

async function readPictures(post: Post, order: ExportOrder): Promise<Result<Pictures>> {
  const pictures = new Map<string, Picture>()
  for (const [index, photo] of post.photos.entries()) {
    if (order.signal.aborted) return cancelled()
    const found = await order.library.readPhoto(order.trip.id, photo.id)
    // One that cannot be read is missing from the export, which the comparison then says.
    if (found.ok) pictures.set(photo.id, { photo, data: found.value.data })
    order.onProgress(0.1 + (0.25 * (index + 1)) / post.photos.length, 'reading-pictures')
  }
  return order.signal.aborted ? cancelled() : ok(pictures)
}

/** The post without the pictures that could not be read: an export does not point at files that are not there. */
function withoutUnread(post: Post, pictures: Pictures): Post {
  const photos = post.photos.filter((photo) => pictures.has(photo.id))
  if (photos.length === post.photos.length) return post
  const tree = mapNodes(post.tree, (node) => {
    const id = node.type === 'image' ? photoIdIn(node.url) : null
    return id === null || pictures.has(id) ? node : null
  })
  return { ...post, tree, photos }
}

async function readBack(
  files: readonly ExportFile[],
  paths: readonly string[],
  fileSystem: FileSystem,
): Promise<Result<{ files: ReadonlyMap<string, Uint8Array>; differences: string[] }>> {
  const found = new Map<string, Uint8Array>()
  const differences: string[] = []
  try {
    for (const [index, file] of files.entries()) {
      const handle = await fileSystem.open(paths[index] ?? '', 'r')
      try {
        const data = await handle.readFile()
        if (!Buffer.from(file.data.buffer, file.data.byteOffset, file.data.byteLength).equals(data)) {
          differences.push(`The file “${file.path}” is not on the disk as it was written.`)
        }
        found.set(file.path, data)
      } finally {
        await handle.close()
      }
    }
    return ok({ files: found, differences })
  } catch (error) {
    return exportFailure(error)
  }
}

function unknownTarget(target: string): Result<never> {
  const known = exporters.map((exporter) => `"${exporter.id}"`).join(', ')
  return fail('export.unknown-target', `There is no target "${target.slice(0, 100)}". There are ${known}.`)
}

function insideLibrary(): Result<never> {
  return fail(
    'input.invalid',
    'The folder for exports is inside the library, where only trips belong. Nothing was written. Choose a folder outside of it.',
  )
}

function tooLarge(exporter: Exporter, bytes: number): Result<never> {
  const size = Math.round(bytes / 1_000_000)
  const limit = Math.round((exporter.maxPictureBytes ?? 0) / 1_000_000)
  return fail(
    'export.too-large',
    `The pictures of this report are ${size} MB together, and one file holds ${limit} MB of them. Nothing was written. Export it as a folder instead.`,
  )
}
