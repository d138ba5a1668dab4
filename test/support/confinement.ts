import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { mustCall } from './call.ts'
import { dropOn } from './drop-on.ts'
import { inPage, type ShutDoor } from './shut-door.ts'
import { onePixel, someTrip } from './trips.ts'

const nodeNames = ['require', 'process', 'module', 'global', 'Buffer', 'setImmediate']

/** A trip with a picture, as long as a function runs. */
async function withPicture(page: Page, run: (address: string) => Promise<void>): Promise<void> {
  const { trip } = await mustCall(page, 'trips.create', someTrip({ title: 'Behind doors' }))
  const data = { $bytes: onePixel.toString('base64') }
  const { photo } = await mustCall(page, 'photos.add', { tripId: trip.id, name: 'dot.png', data })
  try {
    await run(`trip://${trip.id}/${photo.id}`)
  } finally {
    await mustCall(page, 'trips.delete', { tripId: trip.id })
    await mustCall(page, 'library.emptyTrash', {})
  }
}

/** What confines the page by the preferences of its window and the protocols of the program, by what can be seen of it. */
export const confinement: readonly ShutDoor[] = [
  {
    name: 'the preload has a world of its own, in which nothing that the page has changed takes effect',
    async expectShut(page) {
      const answers = await inPage(
        page,
        `
        const { lanyard } = window
        const originals = [Set.prototype.has, Array.prototype.includes, Object.hasOwn]
        const seen = []
        Set.prototype.has = function () { seen.push('has'); return true }
        Array.prototype.includes = function () { seen.push('includes'); return true }
        Object.hasOwn = () => { seen.push('hasOwn'); return true }
        const answer = await lanyard.call('shell.openExternal', {}).then(() => 'answered', (error) => error.message)
        ;[Set.prototype.has, Array.prototype.includes, Object.hasOwn] = originals
        return { answer, seen }`,
      )
      expect(answers).toEqual({ answer: expect.stringContaining('Unknown channel'), seen: [] })
    },
  },
  {
    name: 'a worker of the page knows nothing of Node',
    async expectShut(page) {
      const starting = page.waitForEvent('worker')
      await inPage(
        page,
        `const policy = trustedTypes.createPolicy('doors', { createScriptURL: (url) => url })
         const own = document.querySelector('script[type=module]').src
         window.doorWorker = new Worker(policy.createScriptURL(own), { type: 'module' })`,
      )
      const worker = await starting
      const found = await worker.evaluate((all) => all.filter((name) => name in globalThis), nodeNames)
      await inPage(page, 'window.doorWorker.terminate(); delete window.doorWorker')
      expect(found).toEqual([])
    },
  },
  {
    name: 'a frame in the page has neither Node nor what the page is given of the program',
    async expectShut(page) {
      const found = await inPage(
        page,
        `const frame = document.body.appendChild(document.createElement('iframe'))
         await new Promise((resolve) => setTimeout(resolve, 100))
         const names = ${JSON.stringify([...nodeNames, 'lanyard', 'electron'])}
         const found = names.filter((name) => name in frame.contentWindow)
         frame.remove()
         return found`,
      )
      expect(found).toEqual([])
    },
  },
  {
    name: 'the page cannot reach into a page of another origin',
    async expectShut(page) {
      const reached = await inPage(
        page,
        `const frame = document.createElement('iframe')
         frame.sandbox = ''
         document.body.append(frame)
         await new Promise((resolve) => setTimeout(resolve, 100))
         try { return String(frame.contentWindow.document.body) } catch (error) { return error.name }
         finally { frame.remove() }`,
      )
      expect(reached).toBe('SecurityError')
    },
  },
  {
    name: 'a picture can only be shown by its ids, and nothing else of a trip at all',
    async expectShut(page) {
      await withPicture(page, async (address) => {
        const [trip] = address.split(/(?<=\w)\/(?=\w)/)
        const others = ['trip.json', '..%2ftrip.json', '%2e%2e/trip.json', 'photos/dot.png', '/etc/passwd', '.']
        const shown = await inPage(
          page,
          `const addresses = ${JSON.stringify([...others.map((path) => `${trip}/${path}`), `${address}/x`, `${address}%00`])}
           const shows = (src) => Object.assign(new Image(), { src }).decode().then(() => [src], () => [])
           return (await Promise.all(addresses.map(shows))).flat()`,
        )
        expect(shown).toEqual([])
      })
    },
  },
  {
    name: 'the program serves the page nothing of itself but the bundle, and only when it is asked with GET',
    async expectShut(page) {
      const served = await inPage(
        page,
        `
        const paths = ['../main/index.js', '..%2fmain%2findex.js', '%2e%2e/main/index.js', 'assets/..%5c..%5cmain%5cindex.js',
          'assets/%252e%252e/main/index.js', '/etc/passwd', '.hidden', 'package.json', 'out/main/index.js', 'assets/']
        const asked = [...paths.map((path) => [path, 'GET']), ['', 'POST'], ['', 'PUT'], ['', 'DELETE']]
        const answers = await Promise.all(asked.map(([path, method]) =>
          fetch('app://lanyard/' + path, { method }).then(async (response) => (await response.arrayBuffer()).byteLength, () => 0)))
        return answers.filter((size) => size > 0).length`,
      )
      expect(served).toBe(0)
    },
  },
  {
    name: 'what is dropped onto the window does not take the place of the page',
    async expectShut(page) {
      const here = page.url()
      await page.evaluate('window.isTheSamePage = true')
      await dropOn(page, 'h1', { items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }] })
      await dropOn(page, 'h1', { items: [{ mimeType: 'text/plain', data: 'file:///etc/hostname' }] })
      await dropOn(page, 'h1', { items: [], files: [import.meta.filename] })
      await page.waitForTimeout(200)
      expect(page.url()).toBe(here)
      expect(await page.evaluate('delete window.isTheSamePage && document.querySelector("h1") !== null')).toBe(true)
    },
  },
  {
    name: 'no download of the page ends with a file',
    async expectShut(page) {
      const session = await page.context().newCDPSession(page)
      await session.send('Page.enable')
      const states: string[] = []
      session.on('Page.downloadProgress', ({ state }) => void states.push(state))
      await inPage(
        page,
        `const link = document.createElement('a')
         link.href = URL.createObjectURL(new Blob(['text']))
         link.download = 'text.txt'
         link.click()`,
      )
      await page.waitForTimeout(300)
      await session.detach()
      expect(states).not.toContain('completed')
    },
  },
  {
    name: 'no dangerous address is opened for the page',
    async expectShut(page) {
      const addresses = [
        'javascript:alert(1)',
        'java\nscript:alert(1)',
        'file:///etc/passwd',
        'smb://host/share',
        '\\\\host\\share',
        '//host/share',
        'data:text/html,x',
        'ms-msdt:/id x',
        'vbscript:x',
        ' file:///etc/passwd',
        'https+x://host/',
        '',
      ]
      const codes = await inPage(
        page,
        `const ask = (url) => window.lanyard.call('links.open', { url }).then(({ ok, error }) => ok ? 'opened' : error.code)
         return await Promise.all(${JSON.stringify(addresses)}.map(ask))`,
      )
      expect(codes).toEqual(addresses.map(() => 'link.refused'))
    },
  },
]
