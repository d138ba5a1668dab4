import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The cookie's name says the port, for a browser keeps one jar for all ports of a computer. */
export const cookieName = (port: number) => `lanyard-${port}`

/**
 * Whether a request comes from the page that this shell served. Any program of this computer and any web page can reach
 * a loopback port, so: the name it was called by is this computer's own (which stops DNS rebinding), a page that sends
 * it is our own, and it carries the token of this start.
 */
export function isAdmitted(request: IncomingMessage, port: number, token: string): boolean {
  return isLocalName(request, port) && isOwnOrigin(request) && carriesToken(request, port, token)
}

/** As `isAdmitted`, for the first page, whose address carries the token and to which a link may lead from anywhere. */
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
  // A browser names the origin of everything that may change something; a picture's request has none.
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
