import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEngine, type Engine } from '../../electron/journal/engine.ts'
import { startWebServer, type WebServer } from '../../electron/web/server.ts'
import { onePixel, someTrip } from '../support/trips.ts'

let folder: string
let engine: Engine
let server: WebServer
let token: string
let pictures: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanyard-web-'))
  await mkdir(join(folder, 'page', 'assets'), { recursive: true })
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html><html><head><title>Lanyard</title></head></html>')
  await writeFile(join(folder, 'page', 'assets', 'index-1.js'), 'export {}')
  await writeFile(join(folder, 'secret.js'), 'secret')
  engine = await createEngine({
    settingsFile: join(folder, 'settings.json'),
    documents: folder,
    version: '0.0.0',
    shell: { kind: 'browser', chooseFolder: null, showInFolder: null, openLink: null },
  })
  server = await startWebServer({ engine, page: join(folder, 'page'), port: 0, onError: () => {} })
  const keys = JSON.parse((await enter(ticketOf(server.invite(() => {})))).text) as { value: typeof pageKeys }
  ;({ token, pictures } = keys.value)
})

const pageKeys = { token: '', pictures: '' }

afterAll(async () => {
  await server.close()
  await engine.close()
  await rm(folder, { recursive: true })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string
  port?: number
}

/** Sends requests as any program could: header names are not checked, and dots in the path are kept. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body = '', port = server.port }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const ticketOf = (address: string) => new URL(address).hash.slice(1)

/** Exchanges a ticket for the page's keys. */
const enter = (ticket: string, headers: Record<string, string> = {}) =>
  ask('/enter', {
    method: 'POST',
    headers: { origin: `http://127.0.0.1:${server.port}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(ticket),
  })

const bearer = () => ({ authorization: `Bearer ${token}` })

const ours = () => ({ ...bearer(), origin: `http://127.0.0.1:${server.port}`, 'content-type': 'application/json' })

const call = (channel: string, input: unknown, headers: Record<string, string> = {}) =>
  ask(`/call/${channel}`, { method: 'POST', headers: { ...ours(), ...headers }, body: JSON.stringify(input) })

test('an address with a ticket opens the page, and the ticket is worth the page’s keys once', async () => {
  let used = 0
  const address = server.invite(() => used++)
  expect(address).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${server.port}/#[\\w-]{32}$`))
  expect(address).not.toContain(token)
  const { status, headers, text } = await ask(new URL(address).pathname)
  expect(status).toBe(200)
  expect(headers['set-cookie']).toBe(undefined)
  const nonce = /content="([^"]+)"/.exec(text)?.[1] ?? ''
  expect(nonce).toMatch(/^[\w-]{20,}$/)
  expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
  expect(headers['content-security-policy']).toContain(`img-src 'self' blob:`)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(text).not.toContain(token)

  expect(used).toBe(0)
  const first = await enter(ticketOf(address))
  expect(JSON.parse(first.text)).toEqual({ ok: true, value: { token, pictures } })
  const second = await enter(ticketOf(address))
  expect([second.status, used]).toEqual([403, 1])
  expect(second.text).not.toContain(token)
})

test('a ticket is taken only from the page itself', async () => {
  const ticket = ticketOf(server.invite(() => {}))
  const answers = await Promise.all([
    enter(ticket, { origin: 'null' }),
    enter(ticket, { origin: 'https://evil.example' }),
    enter(ticket, { 'sec-fetch-site': 'cross-site' }),
    enter(ticket, { 'content-type': 'text/plain' }),
    enter(ticket, { host: 'evil.example' }),
    enter(`${ticket}x`),
    enter(ticket.slice(1)),
    enter(''),
    enter('__proto__'),
    ask(`/enter?ticket=${ticket}`),
    ask(`/?token=${ticket}`).then((answer) => ({ ...answer, status: answer.text.includes(token) ? 200 : 403 })),
  ])
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 415, 403, 403, 403, 403, 403, 404, 403])
  expect((await enter(ticket)).status).toBe(200)
})

test('without its keys a page has only the files of the program: no picture, no event, no call', async () => {
  const wrong: Record<string, string>[] = [
    {},
    { cookie: `lanyard-${server.port}=${token}` },
    { authorization: `Bearer ${'x'.repeat(token.length)}` },
    { authorization: token },
    { authorization: `Bearer ${pictures}` },
  ]
  const answers = await Promise.all(
    wrong.flatMap((headers) => [
      ask('/events', { headers }),
      ask(`/photo/${token}/a/b`, { headers }),
      ask('/photo/a/b', { headers }),
      ask(`/events?token=${token}`, { headers }),
      call('app.start', {}, { authorization: '', ...headers }),
    ]),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
})

test('a page that reaches the port by another host name is refused', async () => {
  const names = ['evil.example', `evil.example:${server.port}`, '127.0.0.1', `127.0.0.1.evil.example:${server.port}`]
  const answers = await Promise.all(names.map((host) => call('app.start', {}, { host })))
  expect(answers.map(({ status }) => status)).toEqual(names.map(() => 403))
  expect((await ask('/', { headers: { host: 'evil.example' } })).status).toBe(403)
  expect(
    (await call('app.start', {}, { host: `localhost:${server.port}`, origin: `http://localhost:${server.port}` }))
      .status,
  ).toBe(200)
})

test('a page of another origin is refused, even with the token', async () => {
  const origins = [
    'https://evil.example',
    'null',
    `http://127.0.0.1:${server.port + 1}`,
    `https://127.0.0.1:${server.port}`,
  ]
  const answers = await Promise.all(origins.map((origin) => call('app.start', {}, { origin })))
  expect(answers.map(({ status }) => status)).toEqual(origins.map(() => 403))
  expect((await call('app.start', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await ask('/assets/index-1.js', { headers: { ...bearer(), 'sec-fetch-site': 'cross-site' } })).status).toBe(
    403,
  )
  expect(
    (
      await ask('/call/app.start', {
        method: 'POST',
        headers: { ...bearer(), 'content-type': 'application/json' },
        body: '{}',
      })
    ).status,
  ).toBe(403)
})

test('a call that is not JSON is refused with a sentence', async () => {
  const answers = [
    await call('app.start', {}, { 'content-type': 'text/plain' }),
    await ask('/call/app.start', { method: 'POST', headers: ours(), body: '{' }),
    await ask('/call/app.start', { method: 'POST', headers: ours(), body: '' }),
  ]
  for (const { status, text } of answers) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'input.unreadable' } })
  }
})

test('a call returns the engine’s answer, including failures', async () => {
  const created = await call('trips.create', someTrip({ title: 'Grüße 🌙' }))
  expect(created.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(JSON.parse(created.text)).toMatchObject({ ok: true, value: { trip: { title: 'Grüße 🌙' } } })
  const refused = await call('trips.open', { tripId: '../..' })
  expect(JSON.parse(refused.text)).toMatchObject({ ok: false, error: { code: 'input.invalid-field' } })
  const unknown = await call('__proto__', {})
  expect(JSON.parse(unknown.text)).toMatchObject({ ok: false, error: { code: 'input.unknown-channel' } })
})

test('a call that is larger than its channel allows is refused and costs nothing', async () => {
  const { status, text } = await call('trips.open', { tripId: 'x'.repeat(65 * 1024 * 1024) })
  expect(status).toBe(400)
  expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'input.unreadable' } })
})

test('bytes are sent as base64 and come back as the picture they are, found by its ids alone', async () => {
  const created = JSON.parse((await call('trips.create', someTrip())).text) as { value: { trip: { id: string } } }
  const tripId = created.value.trip.id
  const data = { $bytes: onePixel.toString('base64') }
  const added = JSON.parse((await call('photos.add', { tripId, name: 'dot.png', data })).text) as {
    value: { photo: { id: string; file: string } }
  }
  const { id, file } = added.value.photo
  const served = await ask(`/photo/${pictures}/${tripId}/${id}`, { headers: bearer() })
  expect(served.status).toBe(200)
  const inTab = await ask(`/photo/${pictures}/${tripId}/${id}`, { headers: { 'sec-fetch-dest': 'document' } })
  expect(inTab.status).toBe(403)
  expect(served.headers).toMatchObject({ 'content-type': 'image/png', 'content-length': String(onePixel.byteLength) })
  const others = [
    `/photo/${pictures}/${tripId}/${file}`,
    `/photo/${pictures}/${tripId}/..%2f..%2ftrip.json`,
    `/photo/${pictures}/${tripId}/../trip.json`,
    `/photo/${pictures}`,
  ]
  const answers = await Promise.all(others.map((path) => ask(path, { headers: bearer() })))
  expect(answers.map(({ status }) => status)).toEqual(others.map(() => 404))
  const place = await engine.context.library.placeOf(tripId)
  await rm(join(place.ok ? place.value : '', 'photos', file))
  // An error would stand in the console of the page, which shows a drawing instead.
  const missing = await ask(`/photo/${pictures}/${tripId}/${id}`, { headers: bearer() })
  expect(missing).toMatchObject({ status: 204, text: '' })
})

test('files of the page are served, and no others', async () => {
  expect(await ask('/assets/index-1.js', { headers: bearer() })).toMatchObject({ status: 200, text: 'export {}' })
  const others = [
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/assets/../../secret.js',
    '/assets/..%2f..%2fsecret.js',
    '/.hidden.js',
    '/assets/',
  ]
  const answers = await Promise.all(others.map((path) => ask(path, { headers: bearer() })))
  expect(answers.map(({ status }) => status)).toEqual(others.map(() => 404))
})

test('an address that means another host or nothing is refused, with and without the token', async () => {
  const problems: unknown[] = []
  const noisy = await startWebServer({
    engine,
    page: join(folder, 'page'),
    port: 0,
    onError: (error) => problems.push(error),
  })
  const paths = ['//', '//etc/passwd', '///', '//a:b', 'http://127.0.0.1/', 'http://[', '*', '//%00', '//[']
  for (const port of [server.port, noisy.port]) {
    for (const headers of [{}, bearer()]) {
      const answers = await Promise.all(paths.map((path) => ask(path, { headers, port })))
      expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 400))
    }
  }
  await noisy.close()
  expect(problems).toEqual([])
})

test.each([
  ['lists', '['.repeat(2_000_000) + ']'.repeat(2_000_000)],
  ['objects', '{"a":'.repeat(700_000) + '1' + '}'.repeat(700_000)],
  ['lists that are never closed', '['.repeat(4_000_000)],
  ['a list of lists', `[${'[],'.repeat(1_300_000)}[]]`],
  ['deep lists behind four megabytes of text', `["${'x'.repeat(5_000_000)}",${'['.repeat(1_000_000)}`],
])('a call of %s is refused without being parsed', async (_, body) => {
  const { status, text } = await ask('/call/trips.open', { method: 'POST', headers: ours(), body })
  expect(status).toBe(400)
  expect(JSON.parse(text)).toMatchObject({ ok: false, error: { code: 'input.unreadable' } })
})

test('only GET and calls are accepted', async () => {
  const answers = await Promise.all(
    ['PUT', 'DELETE', 'OPTIONS', 'POST'].map((method) => ask('/assets/index-1.js', { method, headers: ours() })),
  )
  expect(answers.map(({ status }) => status)).toEqual([405, 405, 405, 405])
})

test('events reach an open page as they happen, and a closed page is forgotten', async () => {
  const heard = await new Promise<string>((resolve, reject) => {
    const stream = request({ host: '127.0.0.1', port: server.port, path: '/events', headers: bearer() }, (response) => {
      expect(response.headers['content-type']).toBe('text/event-stream')
      response.setEncoding('utf8')
      response.once('data', (text: string) => {
        stream.destroy()
        resolve(text)
      })
      expect(server.streams.size()).toBe(1)
      engine.context.emit('job.progress', { jobId: 'x', kind: 'verify', done: 0.5, step: 'verifying', place: 'a\nb' })
    })
    stream.on('error', reject)
    stream.end()
  })
  expect(heard).toBe(
    'event: job.progress\ndata: {"jobId":"x","kind":"verify","done":0.5,"step":"verifying","place":"a\\nb"}\n\n',
  )
  await expect.poll(() => server.streams.size()).toBe(0)
})
