import { listPackage } from '@electron/asar'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { findWrongFuses } from './fuses.ts'

/** How much Lanyard itself may weigh, without Electron, in bytes. */
export const MOST_BYTES = 25_000_000

/** All that may be inside the archive: the shells' code, the page, words to spell by, and the name of where to start. */
const allowed = [
  /^package\.json$/,
  /^out\/main\/(?:index|installed)\.js$/,
  /^out\/main\/chunks\/[\w.-]+\.js$/,
  /^out\/dictionaries\/[\w.-]+\.bdic(?:\.gz)?$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(?:js|css|woff2|svg|png)$/,
]

/** All that may lie beside the archive. */
const allowedBeside =
  /^(?:app\.asar|LICENSE\.txt|THIRD-PARTY-NOTICES\.txt|apparmor-profile|icon\.png|icon\.icns|\w+\.lproj)$/

export interface Inspection {
  /** What Lanyard weighs itself, in bytes. */
  own: number
  /** Sentences; none where all is well. */
  problems: string[]
}

/**
 * Looks at a packed program as it will be installed: that nothing is in it that is not on the list, that it is light, and
 * that its fuses stand as they should.
 *
 * @param folder as electron-builder leaves it, such as `dist/linux-unpacked`
 */
export async function inspect(folder: string): Promise<Inspection> {
  const { program, resources } = findParts(folder)
  const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) =>
    path.split(sep).join('/').replace(/^\//, ''),
  )
  const folders = new Set(files.map((path) => path.slice(0, path.lastIndexOf('/'))))
  const inside = files.filter((path) => !isFolder(path, files) && !allowed.some((name) => name.test(path)))
  const beside = (await readdir(resources)).filter((name) => !allowedBeside.test(name))
  const own = await weigh(resources)
  const wrongFuses = await findWrongFuses(program)
  return {
    own,
    problems: [
      ...inside.map((path) => `${path} is in the archive and not on the list.`),
      ...beside.map((name) => `${name} lies beside the archive and is not on the list.`),
      ...(folders.has('out/renderer') ? [] : ['The page is not in the archive.']),
      ...(own > MOST_BYTES ? [`Lanyard's own part has ${own} bytes, more than ${MOST_BYTES}.`] : []),
      ...wrongFuses.map((name) => `The fuse ${name} does not stand as it should.`),
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

/** All bytes in a folder. */
async function weigh(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
