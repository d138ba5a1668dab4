import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Whether a request uses this computer's own name, which a page that reaches the port by DNS rebinding does not. */
export function hasLocalName(request: IncomingMessage, port: number): boolean {
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? '')
}

/**
 * Whether a request comes from the page that this shell served, if it comes from a page: any program on this computer
 * and any web page can reach a loopback port. Only the token tells who it is.
 */
export function isOwnOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  // Browsers send the origin with every request that may change something; requests for pictures have none.
  return origin === undefined ? request.method === 'GET' : origin === `http://${host}`
}

/**
 * Whether a request has the token of this run. It is only accepted in a header: browsers send cookies to every port of a
 * computer, and addresses are kept in histories.
 */
export function hasToken(request: IncomingMessage, token: string): boolean {
  return isSame(request.headers.authorization ?? '', `Bearer ${token}`)
}

/** Whether a browser wants to show a picture in a page, and not in a tab, whose address is kept in its history. */
export function isForPicture(request: IncomingMessage): boolean {
  return ['image', undefined].includes(one(request.headers['sec-fetch-dest']))
}

const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header.join() : header)

/** Compares in a time that does not tell how much of the two is the same. */
export function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)]
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}
