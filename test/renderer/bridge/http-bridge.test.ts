import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { createHttpBridge, encodeCall } from '../../../renderer/bridge/http-bridge.ts'

it('bytes are sent as base64, even if they are too many for one call', () => {
  expect(encodeCall({ name: 'a', data: new Uint8Array([1, 2, 255]) })).toBe('{"name":"a","data":{"$bytes":"AQL/"}}')
  const large = new Uint8Array(300_000).map((_, index) => index % 251)
  const { $bytes } = JSON.parse(encodeCall(large)) as { $bytes: string }
  expect(Buffer.from($bytes, 'base64').equals(Buffer.from(large))).toBe(true)
})

it('a call is sent by POST, and its answer is returned unchanged', async () => {
  const asked: unknown[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { method, url, headers } = request
      asked.push([method, url, headers['content-type'], Buffer.concat(parts).toString()])
      response.setHeader('Access-Control-Allow-Origin', '*').end('{"ok":true,"value":[]}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : null
  const bridge = createHttpBridge(`http://127.0.0.1:${port}`)
  await expect(bridge.call('library.trash', {})).resolves.toEqual({ ok: true, value: [] })
  expect(asked).toEqual([['POST', '/call/library.trash', 'application/json', '{}']])
  server.close()
  server.closeAllConnections()
  const away = await bridge.call('library.trash', {})
  expect(away).toMatchObject({ ok: false, error: { code: 'shell.ended' } })
})
