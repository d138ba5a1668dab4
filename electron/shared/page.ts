import type { Theme } from './settings.ts'

/** The end of the page's address in the small window for capturing. */
export const CAPTURE_HASH = '#capture'

/** The size of that window, in pixels. In the venue's theme, text is larger, and a quote with its speaker needs more room. */
export const captureSize = (theme: Theme): { width: number; height: number } => ({
  width: 520,
  height: theme === 'venue' ? 360 : 300,
})

/**
 * What the page may do, as the `Content-Security-Policy` header of its shell. It is the same in each shell except for
 * the source of pictures.
 *
 * @param nonce allows the style sheets that CodeMirror inserts; new for each response
 * @param pictures the source of a trip's pictures, as `trip:`; `null` if they come from the page's own origin
 * @param script the only script inside the document, as `'sha256-…'`; `null` if there is none
 */
export function contentSecurityPolicy(nonce: string, pictures: string | null, script: string | null = null): string {
  return [
    `default-src 'none'`,
    `script-src ${["'self'", script].filter(Boolean).join(' ')}`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src ${["'self'", pictures, 'blob:'].filter(Boolean).join(' ')}`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `frame-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
  ].join('; ')
}

/** Headers of every response of a shell, regardless of its content. */
export const pageHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const

/**
 * Prepares the page for serving: adds its nonce in a `<meta>`, where CodeMirror and React Aria look for it, and its
 * language.
 *
 * @param language the BCP 47 tag of a supported language
 */
export function preparePage(html: string, nonce: string, language: string): string {
  const meta = `<meta name="csp-nonce" property="csp-nonce" content="${nonce}" nonce="${nonce}" />`
  return html.replace('<html lang="en">', `<html lang="${language}">`).replace('<head>', `<head>\n    ${meta}`)
}

const mediaTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
}

/**
 * The file of the built page for an address: a plain name, or one below `assets`, of one of the page's file types.
 * Names cannot begin with a dot or contain an escape, so none leads out of the folder; anything else returns `null`.
 */
export function pageFile(pathname: string): { file: string; mediaType: string } | null {
  const file = pathname === '/' ? 'index.html' : pathname.slice(1)
  const extension = /^(?:assets\/)?[A-Za-z0-9_-][A-Za-z0-9._-]*\.([a-z0-9]+)$/.exec(file)?.[1]
  const mediaType = extension === undefined ? undefined : mediaTypes[extension]
  return mediaType === undefined ? null : { file, mediaType }
}
