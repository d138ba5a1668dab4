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
import { fail, type Result } from '../shared/result.ts'
import { cookieName, isAdmitted, isInvited } from './admission.ts'
import { readBody } from './body.ts'
import { createEventStreams, type EventStreams } from './event-streams.ts'

/** Maximum size of a request to an unknown channel, in bytes: enough to read and refuse it. */
const UNKNOWN_CHANNEL_BYTES = 1024 * 1024

const stale = fail('shell.stale-page')
const unreadable = fail('input.unreadable')

export interface WebServer {
  /** Contains the token, so it must only be shown to the user. */
  address: string
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
 * Serves the journal's page and engine to a browser on this computer: on loopback only, and only to clients that know
 * the token, which is new at each start.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const token = randomBytes(24).toString('base64url')
  const streams = createEventStreams(options.engine)
  const server = createServer((request, response) => {
    answer(request, response, { ...options, port: portOf(server), token, streams }).catch((error: unknown) => {
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
    address: `http://127.0.0.1:${portOf(server)}/?token=${token}`,
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

interface Serving extends WebServerOptions {
  token: string
  streams: EventStreams
}

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { port, token } = serving
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (request.method === 'GET' && url.pathname === '/') {
    if (isInvited(request, port, token, url.searchParams.get('token'))) return sendFile(response, serving, '/')
    return refuse(response, 403, render(stale.error))
  }
  const [, area, first = '', second = ''] = url.pathname.split('/')
  const calls = request.method === 'POST' && area === 'call'
  // Browsers request a favicon on their own.
  if (url.pathname === '/favicon.ico') return void response.writeHead(204, pageHeaders).end()
  if (!isAdmitted(request, port, token))
    return calls ? sendResult(response, 403, stale) : refuse(response, 403, render(stale.error))
  if (calls) return call(request, response, serving, first)
  if (request.method !== 'GET') return refuse(response, 405, t('web.no-method'))
  if (area === 'events') return serving.streams.add(response)
  if (area === 'photo') return sendPicture(response, serving, first, second)
  return sendFile(response, serving, url.pathname)
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`)
}

async function sendFile(response: ServerResponse, { page, port, token }: Serving, pathname: string): Promise<void> {
  const named = pageFile(pathname)
  const data = named === null ? null : await readFile(join(page, named.file)).catch(() => null)
  if (named === null || data === null) return refuse(response, 404, t('web.nothing'))
  const nonce = randomBytes(16).toString('base64url')
  response.writeHead(200, {
    ...pageHeaders,
    'Content-Type': named.mediaType,
    'Content-Security-Policy': contentSecurityPolicy(nonce, null),
    ...(pathname === '/' && { 'Set-Cookie': `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Strict` }),
  })
  response.end(pathname === '/' ? preparePage(data.toString('utf8'), nonce, spokenLanguage()) : data)
}

async function sendPicture(response: ServerResponse, { engine }: Serving, tripId: string, photoId: string) {
  const picture = await servePicture(engine.context.library, tripId, photoId)
  if (picture === null) return refuse(response, 404, t('web.no-picture'))
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
