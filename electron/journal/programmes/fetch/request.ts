import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns'
import { type ClientRequest, type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { inMegabytes, MAX_PROGRAMME_BYTES } from '../../../shared/import-limits.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { hostOf, isAllowed, isPrivate } from './addresses.ts'

const MAX_REDIRECTS = 5
/** Maximum time without a single byte, in milliseconds. */
const IDLE_MS = 15_000

/** What a server sent. */
export interface Answer {
  /** Where it was in the end, after redirects. */
  readonly url: URL
  readonly data: Uint8Array
  /** In lower case, without parameters; empty if the server does not say. */
  readonly mediaType: string
}

export interface Requests {
  /**
   * Gets what is at an address. Follows redirects that stay with the scheme.
   *
   * @param onProgress called with the part that has arrived, from 0 to 1, if the server says how much there is
   */
  get(url: URL, onProgress?: (done: number) => void): Promise<Result<Answer>>
}

/** @param typed the address that the user typed: only its host may be in a private network */
export function openRequests(typed: URL, signal: AbortSignal): Requests {
  const typedHost = hostOf(typed)
  /** Whether that host was private at first. A name that is public and then private would be a trap. */
  let isTypedPrivate: boolean | null = null

  const isRefused = (host: string, addresses: readonly string[]): boolean => {
    const isInside = addresses.some(isPrivate)
    if (host !== typedHost) return isInside
    isTypedPrivate ??= isInside
    return isInside && !isTypedPrivate
  }

  const once = async (url: URL, onProgress: (done: number) => void): Promise<Result<Answer | URL>> => {
    const host = hostOf(url)
    if (isIP(host) !== 0 && isRefused(host, [host])) return fail('programme.address-private', { host })
    const response = await connect(url, signal, (addresses) => isRefused(host, addresses))
    if (!response.ok) return response
    return await readAnswer(url, response.value, onProgress)
  }

  return {
    async get(first, onProgress = () => {}) {
      let url = first
      for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
        const answer = await once(url, onProgress)
        if (!answer.ok) return answer
        if (!(answer.value instanceof URL)) return ok(answer.value)
        const next = answer.value
        if (next.protocol !== url.protocol || !isAllowed(next))
          return fail('programme.redirect-refused', { host: next.host })
        url = next
      }
      return fail('programme.too-many-redirects', { limit: MAX_REDIRECTS })
    },
  }
}

class PrivateAddress extends Error {}

/** Makes the request. Resolves when the head of the answer has arrived. */
function connect(
  url: URL,
  signal: AbortSignal,
  isRefused: (addresses: readonly string[]) => boolean,
): Promise<Result<IncomingMessage>> {
  return new Promise((resolve) => {
    const options: RequestOptions = {
      method: 'GET',
      signal,
      // No connection is kept for later, and nothing else is sent: no cookies, no referrer, no version.
      agent: false,
      headers: {
        'User-Agent': 'Lanyard',
        Accept: 'application/json, application/xml;q=0.9, text/calendar;q=0.9, */*;q=0.5',
        'Accept-Encoding': 'gzip, deflate, br',
      },
      // The addresses that are checked are the ones that are connected to, so that a name cannot change in between.
      lookup: (hostname, lookupOptions, callback) => lookUpChecked(hostname, lookupOptions, isRefused, callback),
    }
    const request: ClientRequest = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options)
    request.setTimeout(IDLE_MS, () => request.destroy(new Error('timeout', { cause: 'idle' })))
    request.once('response', (response) => resolve(ok(response)))
    request.on('error', (error) => resolve(failureOf(error, hostOf(url))))
    request.end()
  })
}

function lookUpChecked(
  hostname: string,
  options: LookupOptions,
  isRefused: (addresses: readonly string[]) => boolean,
  callback: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void,
): void {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error !== null || first === undefined) return callback(error ?? new Error('No address'), [])
    if (isRefused(addresses.map(({ address }) => address))) return callback(new PrivateAddress(), [])
    if (options.all === true) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

/** OpenSSL and Node name about thirty reasons, all of which have this in their names. */
function isAboutCertificate(error: Error): boolean {
  return 'code' in error && /CERT|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH/.test(String(error.code))
}

function failureOf(error: Error, host: string): Result<never> {
  if (error instanceof PrivateAddress) return fail('programme.address-private', { host })
  if (error.cause === 'idle') return fail('programme.fetch-too-slow', { host })
  if (isAboutCertificate(error)) return fail('programme.certificate-refused', { host })
  return fail('programme.unreachable', { host })
}

/** Where a redirect leads, or what the answer contains. */
async function readAnswer(
  url: URL,
  response: IncomingMessage,
  onProgress: (done: number) => void,
): Promise<Result<Answer | URL>> {
  const { statusCode: status = 0, headers } = response
  const { location } = headers
  if (status >= 300 && status < 400 && location !== undefined) {
    response.destroy()
    return URL.canParse(location, url.href)
      ? ok(new URL(location, url))
      : fail('programme.redirect-refused', { host: url.host })
  }
  if (status < 200 || status >= 300) {
    response.destroy()
    return fail('programme.fetch-status', { host: url.host, status })
  }
  const length = Number(headers['content-length'] ?? Number.NaN)
  const data = await readBody(response, length, onProgress, hostOf(url))
  if (!data.ok) return data
  const [mediaType = ''] = (headers['content-type'] ?? '').toLowerCase().split(';')
  return ok({ url, data: data.value, mediaType: mediaType.trim() })
}

const tooLarge = () => fail('programme.too-large', { limit: inMegabytes(MAX_PROGRAMME_BYTES) })

async function readBody(
  response: IncomingMessage,
  length: number,
  onProgress: (done: number) => void,
  host: string,
): Promise<Result<Uint8Array>> {
  if (length > MAX_PROGRAMME_BYTES) {
    response.destroy()
    return tooLarge()
  }
  let arrived = 0
  response.on('data', (chunk: Buffer) => {
    arrived += chunk.length
    if (length > 0) onProgress(Math.min(1, arrived / length))
  })
  const body = decompress(response)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of body) {
      if (!(chunk instanceof Buffer)) continue
      size += chunk.length
      if (size > MAX_PROGRAMME_BYTES) return tooLarge()
      chunks.push(chunk)
    }
    return ok(Buffer.concat(chunks))
  } catch (error) {
    return failureOf(error instanceof Error ? error : new Error(), host)
  } finally {
    body.destroy()
    response.destroy()
  }
}

function decompress(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? '').toLowerCase()
  const stream =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : null
  if (stream === null) return response
  // An error of the connection ends the decompression too, which it does not do on its own.
  response.on('error', (error) => stream.destroy(error))
  response.on('aborted', () => stream.destroy(new Error('aborted')))
  return response.pipe(stream)
}
