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
let cookie: string
let token: string

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
  token = new URL(server.address).searchParams.get('token') ?? ''
  cookie = `lanyard-${server.port}=${token}`
})

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
}

/** Sends requests as any program could: header names are not checked, and dots in the path are kept. */
function ask(path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const ours = () => ({ cookie, origin: `http://127.0.0.1:${server.port}`, 'content-type': 'application/json' })

const call = (channel: string, input: unknown, headers: Record<string, string> = {}) =>
  ask(`/call/${channel}`, { method: 'POST', headers: { ...ours(), ...headers }, body: JSON.stringify(input) })

test('the printed address shows the page and sets a cookie that scripts and other sites cannot use', async () => {
  const { status, headers, text } = await ask(`/?token=${token}`)
  expect(status).toBe(200)
  expect(headers['set-cookie']).toEqual([`${cookie}; Path=/; HttpOnly; SameSite=Strict`])
  const nonce = /content="([^"]+)"/.exec(text)?.[1] ?? ''
  expect(nonce).toMatch(/^[\w-]{20,}$/)
  expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
  expect(headers['content-security-policy']).toContain(`img-src 'self' blob:`)
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('the cookie alone shows the page too, so that it can be reloaded', async () => {
  expect((await ask('/', { headers: { cookie } })).status).toBe(200)
})

test('without the token nothing is served: no page, no file, no picture, no event, no call', async () => {
  const wrong = `lanyard-${server.port}=${'x'.repeat(token.length)}`
  const paths = ['/', '/?token=', `/?token=${token.slice(1)}`, '/assets/index-1.js', '/events', '/photo/a/b']
  const answers = await Promise.all(
    paths
      .flatMap((path) => [ask(path), ask(path, { headers: { cookie: wrong } })])
      .concat(call('app.start', {}, { cookie: wrong })),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
})

test('a page that reaches the port by another host name is refused', async () => {
  const names = ['evil.example', `evil.example:${server.port}`, '127.0.0.1', `127.0.0.1.evil.example:${server.port}`]
  const answers = await Promise.all(names.map((host) => call('app.start', {}, { host })))
  expect(answers.map(({ status }) => status)).toEqual(names.map(() => 403))
  expect((await ask(`/?token=${token}`, { headers: { host: 'evil.example' } })).status).toBe(403)
  expect(
    (await call('app.start', {}, { host: `localhost:${server.port}`, origin: `http://localhost:${server.port}` }))
      .status,
  ).toBe(200)
})

test('a page of another origin is refused, even with the cookie', async () => {
  const origins = [
    'https://evil.example',
    'null',
    `http://127.0.0.1:${server.port + 1}`,
    `https://127.0.0.1:${server.port}`,
  ]
  const answers = await Promise.all(origins.map((origin) => call('app.start', {}, { origin })))
  expect(answers.map(({ status }) => status)).toEqual(origins.map(() => 403))
  expect((await call('app.start', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await ask('/assets/index-1.js', { headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  expect(
    (
      await ask('/call/app.start', {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
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
  const served = await ask(`/photo/${tripId}/${id}`, { headers: { cookie } })
  expect(served.status).toBe(200)
  expect(served.headers).toMatchObject({ 'content-type': 'image/png', 'content-length': String(onePixel.byteLength) })
  const others = [
    `/photo/${tripId}/${file}`,
    `/photo/${tripId}/..%2f..%2ftrip.json`,
    `/photo/${tripId}/../trip.json`,
    '/photo',
  ]
  const answers = await Promise.all(others.map((path) => ask(path, { headers: { cookie } })))
  expect(answers.map(({ status }) => status)).toEqual(others.map(() => 404))
})

test('files of the page are served, and no others', async () => {
  expect(await ask('/assets/index-1.js', { headers: { cookie } })).toMatchObject({ status: 200, text: 'export {}' })
  const others = [
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/assets/../../secret.js',
    '/assets/..%2f..%2fsecret.js',
    '//etc/passwd',
    '/.hidden.js',
    '/assets/',
  ]
  const answers = await Promise.all(others.map((path) => ask(path, { headers: { cookie } })))
  expect(answers.map(({ status }) => status)).toEqual(others.map(() => 404))
})

test('only GET and calls are accepted', async () => {
  const answers = await Promise.all(
    ['PUT', 'DELETE', 'OPTIONS', 'POST'].map((method) => ask('/assets/index-1.js', { method, headers: ours() })),
  )
  expect(answers.map(({ status }) => status)).toEqual([405, 405, 405, 405])
})

test('events reach an open page as they happen, and a closed page is forgotten', async () => {
  const heard = await new Promise<string>((resolve, reject) => {
    const stream = request(
      { host: '127.0.0.1', port: server.port, path: '/events', headers: { cookie } },
      (response) => {
        expect(response.headers['content-type']).toBe('text/event-stream')
        response.setEncoding('utf8')
        response.once('data', (text: string) => {
          stream.destroy()
          resolve(text)
        })
        expect(server.streams.size()).toBe(1)
        engine.context.emit('job.progress', { jobId: 'x', kind: 'verify', done: 0.5, step: 'verifying', place: 'a\nb' })
      },
    )
    stream.on('error', reject)
    stream.end()
  })
  expect(heard).toBe(
    'event: job.progress\ndata: {"jobId":"x","kind":"verify","done":0.5,"step":"verifying","place":"a\\nb"}\n\n',
  )
  await expect.poll(() => server.streams.size()).toBe(0)
})
