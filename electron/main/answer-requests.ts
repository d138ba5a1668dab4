import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '../journal/library/library.ts'
import { spokenLanguage } from '../shared/messages/translate.ts'
import { contentSecurityPolicy, pageFile, pageHeaders, preparePage } from '../shared/page.ts'
import { isOurPage, PHOTO_SCHEME } from './origin.ts'

/**
 * Answers a request for a file of the page, `app://lanyard/…`.
 *
 * @param page the folder of the built page, absolute
 */
export async function answerPageRequest(request: Request, page: string): Promise<Response> {
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

/**
 * Answers a request for a trip's picture, `trip://<trip id>/<photo id>`.
 *
 * @param library the library whose pictures are served
 */
export async function answerPhotoRequest(request: Request, library: () => Promise<Library>): Promise<Response> {
  if (request.method !== 'GET') return nothing()
  const url = new URL(request.url)
  // Loaded late, because the window opens without it.
  const { servePicture } = await import('../journal/library/serve-picture.ts')
  const picture = await servePicture(await library(), url.host, url.pathname.slice(1))
  if (picture === null) return nothing()
  if (picture === 'missing') return nothing(204)
  return new Response(new Uint8Array(picture.data), { headers: picture.headers })
}

function nothing(status: 204 | 404 = 404): Response {
  return new Response(null, { status, headers: { 'X-Content-Type-Options': 'nosniff' } })
}
