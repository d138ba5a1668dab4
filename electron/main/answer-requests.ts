import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '../journal/library/library.ts'
import { writeFramePage } from '../shared/first-frame/frame-page.ts'
import { spokenLanguage } from '../shared/messages/translate.ts'
import { contentSecurityPolicy, pageFile, pageHeaders, preparePage } from '../shared/page.ts'
import type { ThemedFrame } from './first-frame/take-once.ts'
import { isOurPage, PHOTO_SCHEME } from './origin.ts'

/**
 * Answers a request for a file of the page, `app://lanyard/…`.
 *
 * @param page the folder of the built page, absolute
 * @param takeFrame resolves with the frame that the page begins with, if it is to begin with one; called for the page itself
 */
export async function answerPageRequest(
  request: Request,
  page: string,
  takeFrame: () => Promise<ThemedFrame | null>,
): Promise<Response> {
  if (request.method !== 'GET' || !isOurPage(request.url)) return nothing()
  const { pathname } = new URL(request.url)
  const frame = pathname === '/' ? await takeFrame() : null
  if (frame !== null) return answerWithFrame(frame)
  const named = pageFile(pathname)
  const data = named === null ? null : await readFile(join(page, named.file)).catch(() => null)
  if (named === null || data === null) return nothing()
  const nonce = makeNonce()
  const headers = headersFor(named.mediaType, nonce)
  return new Response(
    pathname === '/' ? preparePage(data.toString('utf8'), nonce, spokenLanguage()) : new Uint8Array(data),
    { headers },
  )
}

function answerWithFrame({ template, frame, theme }: ThemedFrame): Response {
  const nonce = makeNonce()
  const page = writeFramePage(template, { frame, nonce, language: spokenLanguage(), theme })
  return new Response(page, { headers: headersFor('text/html; charset=utf-8', nonce, template.script) })
}

const makeNonce = () => randomBytes(16).toString('base64url')

const headersFor = (mediaType: string, nonce: string, script: string | null = null) => ({
  ...pageHeaders,
  'Content-Type': mediaType,
  'Content-Security-Policy': contentSecurityPolicy(nonce, `${PHOTO_SCHEME}:`, script),
})

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
