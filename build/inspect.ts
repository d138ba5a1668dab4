import { listPackage } from '@electron/asar'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { findWrongFuses } from './fuses.ts'

/** Maximum size of Lanyard without Electron, in bytes. */
export const MAX_BYTES = 25_000_000
/** The same without the decoders of pictures, which are the largest part, and are made elsewhere. */
export const MAX_OWN_BYTES = 15_000_000

/** Everything that may be in the archive: the code of the shells, the page, the decoders, the dictionaries, and the manifest. */
const allowed = [
  /^package\.json$/,
  /^out\/main\/(?:index|installed)\.js$/,
  /^out\/main\/chunks\/[\w.-]+\.js$/,
  /^out\/main\/decoders\/(?:vips-node\.mjs|vips(?:-heif)?\.wasm|libheif\.(?:cjs|wasm))$/,
  /^out\/dictionaries\/[\w.-]+\.bdic(?:\.gz)?$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/first-frame\.json$/,
  /^out\/renderer\/assets\/[\w.-]+\.(?:js|css|woff2|svg|png)$/,
]

/** Everything that may be beside the archive. */
const allowedBeside =
  /^(?:app\.asar(?:\.unpacked)?|LICENSE\.txt|THIRD-PARTY-NOTICES\.txt|apparmor-profile|icon\.png|icon\.icns|\w+\.lproj)$/

export interface Inspection {
  /** The size of Lanyard without Electron, in bytes. */
  own: number
  /** The same without the decoders of pictures. */
  withoutDecoders: number
  /** In sentences. */
  problems: string[]
}

/**
 * Inspect a packed program before it is installed: its files have to be on the list, its size below the limit, and its
 * fuses set.
 *
 * @param folder made by electron-builder, such as `dist/linux-unpacked`
 */
export async function inspect(folder: string): Promise<Inspection> {
  const { program, resources } = findParts(folder)
  const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) =>
    path.split(sep).join('/').replace(/^\//, ''),
  )
  const folders = new Set(files.map((path) => path.slice(0, path.lastIndexOf('/'))))
  const inside = files.filter((path) => !isFolder(path, files) && !allowed.some((name) => name.test(path)))
  const beside = (await readdir(resources)).filter((name) => !allowedBeside.test(name))
  const own = await sizeOf(resources)
  const withoutDecoders = own - (await sizeOf(join(resources, 'app.asar.unpacked', 'out', 'main', 'decoders')))
  const wrongFuses = await findWrongFuses(program)
  return {
    own,
    withoutDecoders,
    problems: [
      ...inside.map((path) => `${path} is in the archive, but not on the list.`),
      ...beside.map((name) => `${name} is beside the archive, but not on the list.`),
      ...(folders.has('out/renderer') ? [] : ['The page is not in the archive.']),
      ...(own > MAX_BYTES ? [`Lanyard without Electron has ${own} bytes, more than ${MAX_BYTES}.`] : []),
      ...(withoutDecoders > MAX_OWN_BYTES
        ? [`Lanyard without Electron and decoders has ${withoutDecoders} bytes, more than ${MAX_OWN_BYTES}.`]
        : []),
      ...wrongFuses.map((name) => `The fuse ${name} is set wrongly.`),
    ],
  }
}

function findParts(folder: string): { program: string; resources: string } {
  const app = join(folder, 'Lanyard.app')
  if (existsSync(app)) return { program: app, resources: join(app, 'Contents', 'Resources') }
  const windows = join(folder, 'Lanyard.exe')
  return { program: existsSync(windows) ? windows : join(folder, 'lanyard'), resources: join(folder, 'resources') }
}

const isFolder = (path: string, files: readonly string[]) => files.some((other) => other.startsWith(`${path}/`))

/** The size of all files in a folder, in bytes. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
