import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The cookie's name contains the port, because browsers share cookies between all ports of a computer. */
export const cookieName = (port: number) => `lanyard-${port}`

/**
 * Whether a request comes from the page that this shell served. Any program on this computer and any web page can reach
 * a loopback port. So the request must use this computer's own name (which stops DNS rebinding), come from our own page
 * if it comes from a page, and carry this run's token.
 */
export function isAdmitted(request: IncomingMessage, port: number, token: string): boolean {
  return isLocalName(request, port) && isOwnOrigin(request) && carriesToken(request, port, token)
}

/** Like `isAdmitted`, for the first page, whose address contains the token and which may be opened from anywhere. */
export function isInvited(request: IncomingMessage, port: number, token: string, given: string | null): boolean {
  return isLocalName(request, port) && (given === null ? carriesToken(request, port, token) : isSame(given, token))
}

function isLocalName(request: IncomingMessage, port: number): boolean {
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? '')
}

function isOwnOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  // Browsers send the origin with every request that may change something; requests for pictures have none.
  return origin === undefined ? request.method === 'GET' : origin === `http://${host}`
}

function carriesToken(request: IncomingMessage, port: number, token: string): boolean {
  const cookies = (request.headers.cookie ?? '').split('; ')
  return cookies.some((cookie) => {
    const [name, value] = cookie.split('=')
    return name === cookieName(port) && value !== undefined && isSame(value, token)
  })
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}
