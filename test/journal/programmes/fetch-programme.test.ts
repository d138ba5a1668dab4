import { readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isPrivate, parseAddress } from '../../../electron/journal/programmes/fetch/addresses.ts'
import { fetchProgramme } from '../../../electron/journal/programmes/fetch/fetch-programme.ts'
import { usualPlaces } from '../../../electron/journal/programmes/fetch/usual-places.ts'
import { readProgrammeText } from '../../../electron/journal/programmes/read-programme-text.ts'
import { render } from '../../../electron/shared/messages/translate.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { root } from '../../support/programs.ts'
import { programmeFixture } from '../../support/read-programmes.ts'

/*
 * A server on this computer, which is the only place where Lanyard speaks without encryption. Nothing is asked of any
 * other computer.
 */

const MEBIBYTE = 1024 * 1024
const calendar = programmeFixture('indico.ics')
let places: Record<string, RequestListener> = {}
let asked: { path: string; headers: IncomingHttpHeaders }[] = []
const server = createServer((request, response) => {
  const path = request.url ?? ''
  asked.push({ path, headers: request.headers })
  const place = places[path]
  if (place === undefined) response.writeHead(404).end('Not here')
  else place(request, response)
})
let base = ''
let port = 0

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port
  base = `http://127.0.0.1:${port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  places = {}
  asked = []
})

const send =
  (content: string | Uint8Array, type = 'text/plain', headers = {}): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'Content-Type': type, ...headers }).end(content)
const redirect =
  (location: string): RequestListener =>
  (_, response) =>
    response.writeHead(302, { Location: location }).end()

function fetchAt(address: string, { signal = new AbortController().signal, deadlineMs = 20_000 } = {}) {
  return fetchProgramme(address, {
    signal,
    deadlineMs,
    reportProgress: () => {},
    read: async (input) => readProgrammeText(input),
  })
}

test('a programme is fetched from its address, and the request says nothing about the user', async () => {
  places['/my/schedule.ics'] = send(calendar, 'application/octet-stream')
  const fetched = valueOf(await fetchAt(`${base}/my/schedule.ics#part`))
  expect(fetched).toMatchObject({ address: `${base}/my/schedule.ics`, name: 'schedule.ics', tried: [] })
  expect(fetched.value.read.sessions).toHaveLength(2)
  expect(asked).toHaveLength(1)
  expect(asked[0]?.headers).toEqual({
    host: `127.0.0.1:${port}`,
    connection: 'close',
    'user-agent': 'Lanyard',
    accept: expect.any(String),
    'accept-encoding': 'gzip, deflate, br',
  })
})

test('a compressed programme is decompressed', async () => {
  places['/a'] = send(gzipSync(calendar), 'text/calendar', { 'Content-Encoding': 'gzip' })
  expect(valueOf(await fetchAt(`${base}/a`)).value.format).toBe('icalendar')
})

test('five redirects are followed, and not a sixth', async () => {
  for (let step = 1; step <= 6; step++) places[`/${step}`] = redirect(`/${step - 1}`)
  places['/0'] = send(calendar)
  expect(valueOf(await fetchAt(`${base}/5`)).address).toBe(`${base}/0`)
  expect(codeOf(await fetchAt(`${base}/6`))).toBe('programme.too-many-redirects')
  places['/loop'] = redirect('/loop')
  expect(codeOf(await fetchAt(`${base}/loop`))).toBe('programme.too-many-redirects')
})

test.each([
  'https://example.invalid/',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'data:text/plain,x',
  'http://example.invalid/',
  'http://a:b@127.0.0.1/',
])('a redirect to another scheme, or to an unencrypted page elsewhere, is refused: %s', async (location) => {
  places['/a'] = redirect(location)
  expect(codeOf(await fetchAt(`${base}/a`))).toBe('programme.redirect-refused')
})

test.each(['localhost', '[::1]', '127.0.0.2'])(
  'a redirect to another name of a private network is refused: %s',
  async (host) => {
    places['/a'] = redirect(`http://${host}:${port}/b`)
    places['/b'] = send(calendar)
    expect(codeOf(await fetchAt(`${base}/a`))).toBe('programme.address-private')
    expect(asked.map(({ path }) => path)).toEqual(['/a'])
  },
)

function endless(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/plain' })
  const block = Buffer.alloc(MEBIBYTE, 'x')
  const more = () => {
    while (!response.destroyed && response.write(block));
  }
  response.on('drain', more)
  more()
}

test.each<[string, RequestListener]>([
  ['an endless answer', (_, response) => endless(response)],
  [
    'one that announces too much',
    (_, response) => void response.writeHead(200, { 'Content-Length': 21 * MEBIBYTE }).write('x'),
  ],
  [
    'one that is small until it is decompressed',
    send(gzipSync(Buffer.alloc(100 * MEBIBYTE)), 'text/plain', { 'Content-Encoding': 'gzip' }),
  ],
])('an answer of more than 20 MB is given up: %s', async (_, place) => {
  places['/a'] = place
  expect(codeOf(await fetchAt(`${base}/a`))).toBe('programme.too-large')
})

test('an answer that comes too slowly is given up', async () => {
  places['/a'] = (_, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(timer))
  }
  expect(codeOf(await fetchAt(`${base}/a`, { deadlineMs: 300 }))).toBe('programme.fetch-too-slow')
})

test('fetching can be cancelled', async () => {
  const controller = new AbortController()
  places['/a'] = () => controller.abort()
  expect(codeOf(await fetchAt(`${base}/a`, { signal: controller.signal }))).toBe('cancelled.import')
})

test('a server that says no, or does not answer, is named', async () => {
  expect(await fetchAt(`${base}/nothing`)).toMatchObject({
    error: { code: 'programme.fetch-status', params: { status: 404 } },
  })
  places['/cut'] = (_, response) => {
    response.writeHead(200, { 'Content-Length': 1000 }).write('x')
    setTimeout(() => response.destroy(), 20)
  }
  expect(codeOf(await fetchAt(`${base}/cut`))).toBe('programme.unreachable')
  expect(codeOf(await fetchAt('http://127.0.0.1:1/'))).toBe('programme.unreachable')
})

test('something that is no programme is refused as a file would be', async () => {
  places['/a'] = send(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'image/png')
  expect(codeOf(await fetchAt(`${base}/a`))).toBe('programme.not-text')
})

/** A page of pretalx's REST API. */
const pageOf = (codes: readonly string[], next: string | null) =>
  JSON.stringify({
    count: 3,
    next,
    previous: null,
    results: codes.map((code) => ({ code, title: code, speakers: [], slots: [] })),
  })

test('all pages of a programme are fetched, from its own server only', async () => {
  places['/api/'] = send(pageOf(['a'], `https://127.0.0.1:${port}/api/?page=2`), 'application/json')
  places['/api/?page=2'] = send(pageOf(['b'], '/api/?page=3'), 'application/json')
  places['/api/?page=3'] = send(pageOf(['c'], 'https://example.invalid/api/'), 'application/json')
  const fetched = valueOf(await fetchAt(`${base}/api/`))
  expect(fetched.value.read.sessions.map(({ title }) => title)).toEqual(['a', 'b', 'c'])
  expect(asked).toHaveLength(3)
})

test('the programme of a conference is found from its page, by its links first', async () => {
  places['/conf/'] = send('<!doctype html><a href="feed/conf.ics?a=1&amp;b=2">Calendar</a>', 'text/html')
  places['/conf/feed/conf.ics?a=1&b=2'] = send(calendar)
  const fetched = valueOf(await fetchAt(`${base}/conf/`))
  expect(fetched.address).toBe(`${base}/conf/feed/conf.ics?a=1&b=2`)
  expect(fetched.tried).toEqual([`${base}/conf/`])
})

test('the programme of a conference is found from its page where pretalx puts it', async () => {
  places['/conf/talk/ABCDEF/'] = send('<html></html>', 'text/html; charset=utf-8')
  places['/conf/schedule/export/schedule.json'] = send(programmeFixture('frab.json'), 'application/json')
  expect(valueOf(await fetchAt(`${base}/conf/talk/ABCDEF/`)).value.format).toBe('frab')
})

test('a server whose certificate is not valid is sent nothing, and the answer says so', async () => {
  const pem = readFileSync(join(root, 'test', 'fixtures', 'certificates', 'self-signed.pem'))
  const requests: string[] = []
  const secure = createSecureServer({ key: pem, cert: pem }, ({ url = '' }) => requests.push(url))
  await new Promise<void>((resolve) => {
    secure.listen(0, '127.0.0.1', resolve)
  })
  const answer = await fetchAt(`https://127.0.0.1:${(secure.address() as AddressInfo).port}/schedule.json`)
  secure.close()
  expect(codeOf(answer)).toBe('programme.certificate-refused')
  expect(requests).toEqual([])
})

test('a page without a programme says which places were tried', async () => {
  places['/'] = send('<html></html>', 'text/html')
  const answer = await fetchAt(base)
  expect(codeOf(answer)).toBe('programme.page-without-programme')
  expect(answer.ok ? '' : render(answer.error)).toContain('/schedule/export/schedule.json, ')
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.length).toBeLessThan(20)
})

const at = (page: string, html = '') => usualPlaces(new URL(page), html).map(({ href }) => href)

test('the usual places of Indico, Sched and Sessionize are among those that are tried', () => {
  expect(at('https://indico.example.org/event/42/timetable/')).toContain(
    'https://indico.example.org/event/42/event.ics?scope=contribution',
  )
  expect(at('https://conf.sched.com/')).toContain('https://conf.sched.com/all.ics')
  expect(
    at('https://conf.example.org/', '<script src="https://sessionize.com/api/v2/abc123/view/GridSmart"></script>'),
  ).toContain('https://sessionize.com/api/v2/abc123/view/All')
})

test.each([
  ['https://example.org/a#b', 'https://example.org/a'],
  ['example.org/schedule', 'https://example.org/schedule'],
  ['webcal://example.org/a.ics', 'https://example.org/a.ics'],
  ['http://localhost:8080/', 'http://localhost:8080/'],
  ['http://[::1]/', 'http://[::1]/'],
])('%s is an address that can be asked', (text, href) => {
  expect(valueOf(parseAddress(text)).href).toBe(href)
})

test.each([
  ['', 'programme.address-invalid'],
  ['a conference', 'programme.address-invalid'],
  ['file:///etc/passwd', 'programme.address-invalid'],
  ['ftp://example.org/', 'programme.address-insecure'],
  ['http://example.org/', 'programme.address-insecure'],
  ['http://192.168.1.1/', 'programme.address-insecure'],
  ['https://ada:secret@example.org/', 'programme.address-insecure'],
])('%j is refused', async (text, code) => {
  expect(codeOf(await fetchAt(text))).toBe(code)
})

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['192.168.0.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['::1', true],
  ['::', true],
  ['fe80::1', true],
  ['fd00::1', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:10.0.0.1', true],
  ['64:ff9b::a00:1', true],
  ['93.184.216.34', false],
  ['172.32.0.1', false],
  ['2606:2800:220:1::1', false],
])('%s is in a private network: %s', (address, isInside) => {
  expect(isPrivate(address)).toBe(isInside)
})
