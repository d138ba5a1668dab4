import { protocol, type Session } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '../journal/library/library.ts'
import { spokenLanguage } from '../shared/messages/translate.ts'
import { contentSecurityPolicy, pageFile, pageHeaders, preparePage } from '../shared/page.ts'
import { isOurPage, PAGE_SCHEME, PHOTO_SCHEME } from './origin.ts'

/** Declares the privileges of our two schemes. Electron accepts this only before it is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: PHOTO_SCHEME, privileges: { standard: true, secure: true } },
  ])
}

export interface Served {
  /** The folder of the built page. */
  folder: string
  /** The library whose pictures are served. */
  library: () => Promise<Library>
}

/**
 * Serves the built page as `app://lanyard/…` and a trip's pictures as `trip://<trip id>/<photo id>`, and nothing else.
 */
export function serveProtocols(session: Session, { folder, library }: Served): void {
  session.protocol.handle(PAGE_SCHEME, (request) => servePage(request, folder))
  session.protocol.handle(PHOTO_SCHEME, (request) => servePhoto(request, library))
}

async function servePage(request: Request, page: string): Promise<Response> {
  if (request.method !== 'GET' || !isOurPage(request.url)) return nothing()
  const { pathname } = new URL(request.url)
  const named = pageFile(pathname)
  const data = named === null ? null : await readFile(join(page, named.file)).catch(() => null)
  if (named === null || data === null) return nothing()
  const nonce = randomBytes(16).toString('base64url')
  const headers = {
    ...pageHeaders,
    'Content-Type': named.mediaType,
    'Content-Security-Policy': contentSecurityPolicy(nonce, `${PHOTO_SCHEME}:`),
  }
  return new Response(
    pathname === '/' ? preparePage(data.toString('utf8'), nonce, spokenLanguage()) : new Uint8Array(data),
    { headers },
  )
}

async function servePhoto(request: Request, library: Served['library']): Promise<Response> {
  if (request.method !== 'GET') return nothing()
  const url = new URL(request.url)
  // Loaded late, because the window opens without it.
  const { servePicture } = await import('../journal/library/serve-picture.ts')
  const picture = await servePicture(await library(), url.host, url.pathname.slice(1))
  return picture === null ? nothing() : new Response(new Uint8Array(picture.data), { headers: picture.headers })
}

function nothing(): Response {
  return new Response(null, { status: 404, headers: { 'X-Content-Type-Options': 'nosniff' } })
}
