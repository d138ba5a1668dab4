import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Engine } from '../journal/engine.ts'
import { servePicture } from '../journal/library/serve-picture.ts'
import { dispatch } from '../journal/service/dispatch.ts'
import { channels, isChannel } from '../shared/contract/index.ts'
import { render, spokenLanguage, t } from '../shared/messages/translate.ts'
import { contentSecurityPolicy, pageFile, pageHeaders, preparePage } from '../shared/page.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { hasLocalName, hasToken, isForPicture, isOwnOrigin, isSame } from './admission.ts'
import { readBody } from './body.ts'
import { createEventStreams, type EventStreams } from './event-streams.ts'
import { createTickets, randomSecret, type Tickets } from './tickets.ts'

/** Maximum size of a request to an unknown channel, in bytes: enough to read and refuse it. */
const UNKNOWN_CHANNEL_BYTES = 1024 * 1024

const stale = fail('shell.stale-page')
const unreadable = fail('input.unreadable')

/** Maximum size of a request for the page's keys, in bytes. */
const TICKET_BYTES = 1024

export interface WebServer {
  /**
   * Makes an address that opens the page once, so it must only be shown to the user. What a browser keeps of it in its
   * history is worth nothing.
   *
   * @param onUsed called when a page has been opened with it
   */
  invite(onUsed: () => void): string
  port: number
  streams: Pick<EventStreams, 'send' | 'size'>
  close(): Promise<void>
}

interface WebServerOptions {
  engine: Engine
  /** The folder of the built page. */
  page: string
  /** 0 for any free port. */
  port: number
  /** Called with errors that no handler expected. */
  onError: (error: unknown, channel: string) => void
}

/**
 * Serves the journal's page and engine to a browser on this computer: on loopback only. The page's own files say nothing
 * of the journal, and anybody may have them. The engine answers only clients that know the token, which is new at each
 * start, and gives pictures only to those that know the key of the pictures.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const keys: Keys = { token: randomSecret(), pictures: randomSecret() }
  const tickets = createTickets()
  const streams = createEventStreams(options.engine)
  const server = createServer((request, response) => {
    answer(request, response, { ...options, port: portOf(server), keys, tickets, streams }).catch((error: unknown) => {
      options.onError(error, request.url ?? '')
      if (!response.headersSent) response.writeHead(500, pageHeaders)
      response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  return {
    // What follows the # is sent to no server, and named to no other page.
    invite: (onUsed) => `http://127.0.0.1:${portOf(server)}/#${tickets.issue(onUsed)}`,
    port: portOf(server),
    streams,
    close: () =>
      new Promise((resolve) => {
        streams.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** What a page proves itself with. Kept in its memory and its tab's session storage. */
interface Keys {
  token: string
  /** Part of the addresses of pictures, for which a page cannot send a header. It opens nothing else. */
  pictures: string
}

interface Serving extends WebServerOptions {
  keys: Keys
  tickets: Tickets
  streams: EventStreams
}

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { port, keys } = serving
  const path = request.url ?? ''
  // Anything else would be read as the address of another host.
  const url =
    /^\/(?!\/)/.test(path) && URL.canParse(`http://127.0.0.1${path}`) ? new URL(`http://127.0.0.1${path}`) : null
  if (url === null) return refuse(response, 400, t('web.nothing'))
  const [, area, first = '', ...rest] = url.pathname.split('/')
  const calls = request.method === 'POST' && (area === 'call' || area === 'enter')
  const stop = () => (calls ? sendResult(response, 403, stale) : refuse(response, 403, render(stale.error)))
  if (!hasLocalName(request, port)) return stop()
  // Links may lead to the page from anywhere. Browsers request a favicon on their own.
  if (request.method === 'GET' && url.pathname === '/') return sendFile(response, serving, '/')
  if (url.pathname === '/favicon.ico') return void response.writeHead(204, pageHeaders).end()
  if (!isOwnOrigin(request)) return stop()
  if (calls && area === 'enter') return enter(request, response, serving)
  if (calls) return hasToken(request, keys.token) ? call(request, response, serving, first) : stop()
  if (request.method !== 'GET') return refuse(response, 405, t('web.no-method'))
  if (area === 'events') return hasToken(request, keys.token) ? serving.streams.add(response) : stop()
  if (area !== 'photo') return sendFile(response, serving, url.pathname)
  if (!isSame(first, keys.pictures) || !isForPicture(request)) return stop()
  return sendPicture(response, serving, rest)
}

/** Gives a page its keys for a ticket. */
async function enter(request: IncomingMessage, response: ServerResponse, { tickets, keys }: Serving): Promise<void> {
  if (request.headers['content-type'] !== 'application/json') return sendResult(response, 415, unreadable)
  const ticket = (await readBody(request, TICKET_BYTES))?.value
  return typeof ticket === 'string' && tickets.use(ticket)
    ? sendResult(response, 200, ok(keys))
    : sendResult(response, 403, stale)
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`)
}

async function sendFile(response: ServerResponse, { page }: Serving, pathname: string): Promise<void> {
  const named = pageFile(pathname)
  const data = named === null ? null : await readFile(join(page, named.file)).catch(() => null)
  if (named === null || data === null) return refuse(response, 404, t('web.nothing'))
  const nonce = randomBytes(16).toString('base64url')
  response.writeHead(200, {
    ...pageHeaders,
    'Content-Type': named.mediaType,
    'Content-Security-Policy': contentSecurityPolicy(nonce, null),
  })
  response.end(pathname === '/' ? preparePage(data.toString('utf8'), nonce, spokenLanguage()) : data)
}

async function sendPicture(response: ServerResponse, { engine }: Serving, ids: string[]): Promise<void> {
  const [tripId = '', photoId = ''] = ids
  const picture = await servePicture(engine.context.library, tripId, photoId)
  if (picture === null) return refuse(response, 404, t('web.no-picture'))
  if (picture === 'missing') return void response.writeHead(204, pageHeaders).end()
  response.writeHead(200, { ...pageHeaders, ...picture.headers }).end(picture.data)
}

async function call(request: IncomingMessage, response: ServerResponse, serving: Serving, channel: string) {
  // Another site's form can send form data or text without a preflight request, but not JSON.
  if (request.headers['content-type'] !== 'application/json') return sendResult(response, 415, unreadable)
  const limit = isChannel(channel) ? channels[channel].maxBytes : UNKNOWN_CHANNEL_BYTES
  const body = await readBody(request, limit)
  if (body === null) return sendResult(response, 400, unreadable)
  return sendResult(response, 200, await dispatch(serving.engine.handlers, channel, body.value, serving.onError))
}

function sendResult(response: ServerResponse, status: number, result: Result<unknown>): void {
  response.writeHead(status, { ...pageHeaders, 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(result))
}
