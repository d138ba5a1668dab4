import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Trip } from '../../electron/shared/trip.ts'
import { exportToSite, type SiteOrder } from '../../electron/journal/exporters/destinations/export-to-site.ts'
import { openSiteRecords } from '../../electron/journal/exporters/destinations/site-records.ts'
import type { ExportSummary, SiteOutcome } from '../../electron/shared/contract/exports.ts'
import type { Destination } from '../../electron/shared/destinations.ts'
import { listAll, startExport } from './export-orders.ts'
import { valueOf } from './library.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A small site as somebody made it by hand. */
const hugoSite = {
  'hugo.toml': 'baseURL = "https://blog.example.org/"\ntitle = "A small site"\n',
  'layouts/_default/single.html': '<h1>{{ .Title }} {{ .Params.subtitle }} {{ .Weight }}</h1>\n{{ .Content }}\n',
  'layouts/_default/list.html': '{{ range .Pages }}{{ .Title }}{{ end }}\n',
  'content/posts/older/index.md': '---\ntitle: "Older"\n---\n\nAn older post.\r\nWith two kinds of line ends.\n',
}

export const textPath = 'content/posts/lantern-conf-2026/index.md'
export const picturePath = 'content/posts/lantern-conf-2026/Lantern.png'

type Proposal = Extract<SiteOutcome, { kind: 'conflicts' }>

export interface SomeSite {
  folder: string
  destination: Destination
  order: SiteOrder
  trip: Trip
  /** Exports, and expects that nobody has to decide anything. */
  send: (changes?: Partial<SiteOrder>) => Promise<ExportSummary>
  /** Exports, and expects that somebody has to decide. */
  sendInto: (changes?: Partial<SiteOrder>) => Promise<Proposal>
  read: (path?: string) => Promise<string>
  /** Edits a file of the site by hand. */
  edit: (change: (text: string) => string, path?: string) => Promise<void>
  /** All files by path, as bytes in hexadecimal digits. */
  everything: () => Promise<Map<string, string>>
}

/** Creates a small Hugo site, and a library with a trip whose report shows a picture. */
export async function someSite(changes: Partial<Destination> = {}, text?: string): Promise<SomeSite> {
  const { library, trip, order } = await startExport(text)
  const folder = join(await temporaryFolder(), 'site')
  for (const [path, content] of Object.entries(hugoSite)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  const destination: Destination = {
    id: randomUUID(),
    name: 'My blog',
    folder,
    target: 'hugo',
    options: {},
    keys: { rename: {}, add: {}, omit: [] },
    ...changes,
  }
  const { signal, onProgress } = order
  const records = openSiteRecords(join(await temporaryFolder(), 'sites'))
  const siteOrder: SiteOrder = { trip, library, destination, choice: 'ask', records, signal, onProgress }
  const read = (path = textPath) => readFile(join(folder, path), 'utf8')
  return {
    folder,
    destination,
    order: siteOrder,
    trip,
    read,
    async send(more) {
      const outcome = valueOf(await exportToSite({ ...siteOrder, ...more }))
      if (outcome.kind === 'conflicts') throw new Error(JSON.stringify(outcome.conflicts))
      return outcome.summary
    },
    async sendInto(more) {
      const outcome = valueOf(await exportToSite({ ...siteOrder, ...more }))
      if (outcome.kind === 'written') throw new Error('There was nothing to decide.')
      return outcome
    },
    async edit(change, path = textPath) {
      await writeFile(join(folder, path), change(await read(path)))
    },
    async everything() {
      const paths = await listAll(folder)
      return new Map(await Promise.all(paths.map(async (path) => [path, await readHex(join(folder, path))] as const)))
    },
  }
}

const readHex = (path: string) => readFile(path, 'hex')

/** The trip with other words at the beginning of its report. */
export const withLead = (trip: Trip, lead: string): Trip => ({ ...trip, report: { ...trip.report, lead } })
