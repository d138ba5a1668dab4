import { inMegabytes, MAX_PROGRAMME_BYTES } from '../../../shared/import-limits.ts'
import { fail, ok, type Result, wasCancelled } from '../../../shared/result.ts'
import type { ReportProgress } from '../../jobs/report-progress.ts'
import { importCancelled } from '../../worker/import-stopped.ts'
import { decodeProgramme } from '../decode-programme.ts'
import type { ProgrammeInput } from '../read-programme-text.ts'
import { parseAddress } from './addresses.ts'
import { type Answer, openRequests, type Requests } from './request.ts'
import { isPage, usualPlaces } from './usual-places.ts'

/** Maximum time for everything, in milliseconds: a slow network at a venue needs some. */
const DEADLINE_MS = 60_000
/** Maximum number of pages of one programme. */
const MAX_PAGES = 200

export interface FetchOptions<T> {
  readonly signal: AbortSignal
  readonly reportProgress: ReportProgress
  /** Reads what has arrived. Something that cannot be read is not the programme, and the next place is tried. */
  readonly read: (input: ProgrammeInput) => Promise<Result<T>>
  /** Default: a minute. In milliseconds. */
  readonly deadlineMs?: number
}

/** A programme that was fetched. */
export interface FetchedProgramme<T> {
  /** Where it was found, to ask there again for changes. */
  readonly address: string
  /** The last part of its address. */
  readonly name: string
  readonly value: T
  /** The addresses that were tried before, in vain. */
  readonly tried: readonly string[]
}

/**
 * Fetches a programme from an address that the user typed: the programme itself, or a page of the conference, for which
 * the usual places are tried. This is the only request to a network that Lanyard makes.
 */
export async function fetchProgramme<T>(
  address: string,
  options: FetchOptions<T>,
): Promise<Result<FetchedProgramme<T>>> {
  const typed = parseAddress(address)
  if (!typed.ok) return typed
  const deadline = AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS)
  const signal = AbortSignal.any([options.signal, deadline])
  const found = await find(typed.value, openRequests(typed.value, signal), { ...options, signal })
  // An interrupted request fails as if the server could not be reached.
  if (options.signal.aborted) return importCancelled()
  if (!found.ok && deadline.aborted) return fail('programme.fetch-too-slow', { host: typed.value.host })
  return found
}

async function find<T>(typed: URL, requests: Requests, options: FetchOptions<T>): Promise<Result<FetchedProgramme<T>>> {
  const { reportProgress, signal } = options
  const answer = await requests.get(typed, (done) => reportProgress(done, 'fetching-programme'))
  if (!answer.ok) return answer
  const page = pageIn(answer.value)
  if (page === null) return await readAt(answer.value, requests, options, [])
  const tried = [typed.href]
  for (const place of usualPlaces(answer.value.url, page)) {
    if (signal.aborted) break
    reportProgress(Math.min(0.9, tried.length / 16), 'fetching-programme')
    const found = await tryPlace(place, requests, options, tried)
    if (found.ok || wasCancelled(found.error)) return found
    tried.push(place.href)
  }
  const { origin } = answer.value.url
  const places = tried.slice(1).map((place) => (place.startsWith(`${origin}/`) ? place.slice(origin.length) : place))
  return fail('programme.page-without-programme', {
    host: typed.host,
    count: places.length,
    places: places.join(', '),
  })
}

async function tryPlace<T>(place: URL, requests: Requests, options: FetchOptions<T>, tried: readonly string[]) {
  const answer = await requests.get(place)
  if (!answer.ok) return answer
  if (pageIn(answer.value) !== null) return fail('programme.unknown-format')
  return await readAt(answer.value, requests, options, tried)
}

/** The text of a web page; `null` if the answer is not a page. */
function pageIn({ data, mediaType }: Answer): string | null {
  if (!/html|^$|^text\/plain$/.test(mediaType)) return null
  const text = decodeProgramme(data)?.text ?? ''
  return isPage(text) ? text : null
}

async function readAt<T>(
  answer: Answer,
  requests: Requests,
  { read }: FetchOptions<T>,
  tried: readonly string[],
): Promise<Result<FetchedProgramme<T>>> {
  const { url } = answer
  const whole = await withFurtherPages(answer, requests)
  if (!whole.ok) return whole
  const name = lastPart(url)
  const value = await read({ data: whole.value, name })
  return value.ok ? ok({ address: url.href, name, value: value.value, tried: [...tried] }) : value
}

function lastPart({ pathname, hostname }: URL): string {
  const part = pathname.split('/').findLast((one) => one !== '') ?? hostname
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The results of all pages as those of one: pretalx gives some at a time, and the address of the next. */
async function withFurtherPages(first: Answer, requests: Requests): Promise<Result<Uint8Array>> {
  let page = resultsIn(first.data)
  if (page === null || page.next === null) return ok(first.data)
  const results = [...page.results]
  let bytes = first.data.length
  const visited = new Set([first.url.href])
  for (let count = 1; page.next !== null && count < MAX_PAGES; count++) {
    const next = URL.parse(page.next, first.url.href)
    // Behind a proxy, servers write their own address without encryption. Another server has no part in this programme.
    if (next === null || next.host !== first.url.host) break
    next.protocol = first.url.protocol
    if (visited.has(next.href)) break
    visited.add(next.href)
    const answer = await requests.get(next)
    if (!answer.ok) return answer
    bytes += answer.value.data.length
    if (bytes > MAX_PROGRAMME_BYTES) return fail('programme.too-large', { limit: inMegabytes(MAX_PROGRAMME_BYTES) })
    page = resultsIn(answer.value.data)
    if (page === null) return fail('programme.json-damaged')
    results.push(...page.results)
  }
  const whole = { ...page?.fields, next: null, previous: null, results }
  return ok(new TextEncoder().encode(JSON.stringify(whole)))
}

interface ResultPage {
  readonly fields: object
  readonly results: readonly unknown[]
  readonly next: string | null
}

function resultsIn(data: Uint8Array): ResultPage | null {
  const text = new TextDecoder().decode(data.subarray(0, 300))
  // Most programmes have no pages, and are parsed only once, where they can do no harm.
  if (!/^\s*\{[\s\S]*"next"/.test(text)) return null
  try {
    const fields: unknown = JSON.parse(new TextDecoder().decode(data))
    if (typeof fields !== 'object' || fields === null || !('results' in fields) || !Array.isArray(fields.results))
      return null
    const next = 'next' in fields && typeof fields.next === 'string' ? fields.next : null
    return { fields, results: fields.results, next }
  } catch {
    return null
  }
}
