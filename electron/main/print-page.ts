import { randomUUID } from 'node:crypto'
import { BrowserWindow, type Session, session, type WebPreferences } from 'electron'
import type { ExportFile } from '../journal/exporters/exporter.ts'
import { cancelled } from '../journal/exporters/export-failures.ts'
import type { Paper } from '../journal/exporters/paper.ts'
import type { Printable, PrintPage } from '../journal/exporters/pdf/print.ts'
import { pictureType } from '../shared/pictures.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { guardSession } from './guards.ts'
import { PAGE_SCHEME } from './origin.ts'
import { confined } from './window.ts'

/** A report of a thousand entries takes a few seconds. In milliseconds. */
const LONGEST_MS = 120_000

/** What a page that is printed may do: nothing. */
const preferences = (own: Session): WebPreferences => ({
  ...confined,
  session: own,
  javascript: false,
  devTools: false,
  spellcheck: false,
})

/** Prints a page in a window that nobody sees, without scripts and without a preload script. */
export const printPage: PrintPage = async (page, signal) => {
  const id = randomUUID()
  pages.set(id, new Map(page.files.map((file) => [`/${file.path}`, file])))
  const window = new BrowserWindow({ show: false, webPreferences: preferences(printingSession()) })
  try {
    return await Promise.race([print(window, id, page), stopped(signal)])
  } finally {
    window.destroy()
    pages.delete(id)
  }
}

async function print(window: BrowserWindow, id: string, { paper, files }: Printable): Promise<Result<Uint8Array>> {
  try {
    await window.loadURL(`${PAGE_SCHEME}://${id}/${files[0]?.path ?? ''}`)
    return ok(new Uint8Array(await window.webContents.printToPDF(settings(paper))))
  } catch {
    // The window is gone, or its process has ended: it needed more memory than there is.
    return fail('export.not-printed')
  }
}

/** Margins in inches. */
const settings = (paper: Paper): Electron.PrintToPDFOptions => ({
  pageSize: paper === 'letter' ? 'Letter' : 'A4',
  margins: { top: 0.85, bottom: 0.95, left: 0.9, right: 0.9 },
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate:
    '<div style="width: 100%; text-align: center; font: 8pt serif; color: #555"><span class="pageNumber"></span></div>',
})

function stopped(signal: AbortSignal): Promise<Result<Uint8Array>> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(cancelled())
    signal.addEventListener('abort', () => resolve(cancelled()), { once: true })
    setTimeout(() => resolve(fail('report.too-slow')), LONGEST_MS).unref()
  })
}

/** The files of the pages that are being printed, by the names of their computers, which exist only here. */
const pages = new Map<string, ReadonlyMap<string, ExportFile>>()
let shared: Session | null = null

/** A session for printing: nothing of it is kept, and it has nothing of the window's. */
function printingSession(): Session {
  if (shared !== null) return shared
  shared = session.fromPartition('printing', { cache: false })
  guardSession(shared)
  shared.protocol.handle(PAGE_SCHEME, (request) => {
    const { hostname, pathname } = new URL(request.url)
    const file = request.method === 'GET' ? pages.get(hostname)?.get(pathname) : undefined
    if (file === undefined) return new Response(null, { status: 404 })
    const type = file.path.endsWith('.html') ? 'text/html; charset=utf-8' : pictureType(file.data)
    if (type === null) return new Response(null, { status: 415 })
    return new Response(Buffer.from(file.data), { headers: { ...headers, 'content-type': type } })
  })
  return shared
}

const headers = {
  'content-security-policy':
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}
