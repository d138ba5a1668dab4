import { expect } from 'vitest'
import { confinement } from './confinement.ts'
import { inPage, type ShutDoor } from './shut-door.ts'

/** Every door of the page. */
export const shutDoors: readonly ShutDoor[] = [
  {
    name: 'the page knows nothing of Node or of Electron',
    async expectShut(page) {
      const names = ['require', 'process', 'module', 'exports', 'global', 'Buffer', 'setImmediate', '__dirname']
      const found = await page.evaluate((all) => all.filter((name) => name in globalThis), [...names, 'electron'])
      expect(found).toEqual([])
    },
  },
  {
    name: 'what the page is given of the program is three functions, and none of them can be put in another’s place',
    async expectShut(page) {
      const found = await inPage(
        page,
        `
        const { lanyard } = window
        const keys = Object.keys(lanyard)
        const before = keys.map((key) => lanyard[key])
        const attempts = [
          () => { window.lanyard = {} },
          () => { delete window.lanyard },
          () => Object.defineProperty(window, 'lanyard', { value: {} }),
          ...keys.map((key) => () => { lanyard[key] = () => 'mine' }),
          () => { lanyard.more = 1 },
        ]
        for (const attempt of attempts) { try { attempt() } catch {} }
        return { keys: Object.keys(window.lanyard), same: keys.every((key, at) => window.lanyard[key] === before[at]) }`,
      )
      expect(found).toEqual({ keys: ['call', 'on', 'photoAddress'], same: true })
    },
  },
  {
    name: 'the policy stands in the header, as it was agreed on, with a nonce that is new each time',
    async expectShut(page) {
      const read = () =>
        page.evaluate(async () => {
          const { headers } = await fetch(location.href)
          return { policy: headers.get('content-security-policy') ?? '', sniff: headers.get('x-content-type-options') }
        })
      const [first, second] = [await read(), await read()]
      const nonce = /'nonce-([\w-]+)'/.exec(first.policy)?.[1] ?? ''
      expect(nonce.length).toBeGreaterThan(16)
      expect(first.policy).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' trip: blob:; ` +
          `font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; ` +
          `form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`,
      )
      expect(first.sniff).toBe('nosniff')
      expect(second.policy).not.toContain(nonce)
    },
  },
  {
    name: 'the policy stops scripts, evaluation, markup, frames, objects, bases, workers and requests',
    async expectShut(page) {
      const stopped = await inPage(
        page,
        `
        const throws = (attempt) => { try { attempt(); return false } catch { return true } }
        const blocked = new Set()
        const note = (event) => blocked.add(event.effectiveDirective)
        document.addEventListener('securitypolicyviolation', note)
        const made = [
          ['iframe', { src: 'data:text/html,hello' }],
          ['style', { textContent: 'body { outline: 1px solid red }' }],
          ['base', { href: 'https://example.com/' }],
          ['link', { rel: 'stylesheet', href: 'app://elsewhere/x.css' }],
          ['img', { src: 'app://elsewhere/x.png' }],
        ].map(([name, fields]) => Object.assign(document.createElement(name), fields))
        document.body.append(...made)
        const request = await fetch('https://example.com/').catch(() => 'refused')
        const local = await fetch('file:///etc/hostname').catch(() => 'refused')
        await new Promise((resolve) => setTimeout(resolve, 150))
        for (const element of made) element.remove()
        document.removeEventListener('securitypolicyviolation', note)
        return {
          evaluation: throws(() => (0, eval)('1')) && throws(() => new Function('return 1')),
          markup: throws(() => document.createElement('p').insertAdjacentHTML('beforeend', '<b>bold</b>')),
          object: throws(() => { document.createElement('object').data = 'data:text/html,hello' }),
          script: throws(() => { document.createElement('script').src = 'data:text/javascript,1' }),
          worker: throws(() => new Worker('data:text/javascript,1')),
          requests: request === 'refused' && local === 'refused',
          blocked: [...blocked].toSorted(),
        }`,
      )
      expect(stopped).toMatchObject({
        evaluation: true,
        markup: true,
        object: true,
        script: true,
        worker: true,
        requests: true,
      })
      const { blocked } = stopped as { blocked: string[] }
      const wanted = ['base-uri', 'connect-src', 'frame-src', 'img-src', 'style-src-elem']
      expect(wanted.filter((directive) => !blocked.includes(directive))).toEqual([])
    },
  },
  {
    name: 'the page opens no window, goes nowhere else, and holds no page inside itself',
    async expectShut(page) {
      expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
      const here = page.url()
      for (const address of ['https://example.com/', 'file:///etc/passwd', 'app://elsewhere/', 'data:text/html,x']) {
        await page.evaluate((url) => {
          const link = document.createElement('a')
          link.href = url
          document.body.append(link)
          link.click()
          link.target = '_blank'
          link.click()
          link.remove()
          window.location.assign(url)
        }, address)
        await page.waitForTimeout(100)
        expect(page.url()).toBe(here)
      }
      // A middle click requests a new window without any script.
      const windows = page.context().pages().length
      await page.evaluate(() => {
        const link = document.createElement('a')
        link.href = 'https://example.com/'
        link.id = 'middle-click'
        link.style.cssText = 'position: fixed; inset: 0; z-index: 9999'
        link.addEventListener('auxclick', () => (link.dataset['clicked'] = 'yes'))
        document.body.append(link)
      })
      await page.mouse.click(100, 100, { button: 'middle' })
      await page.waitForTimeout(100)
      const clicked = await page.evaluate(() => {
        const link = document.querySelector<HTMLElement>('#middle-click')
        link?.remove()
        return link?.dataset['clicked']
      })
      expect([clicked, page.url(), page.context().pages().length]).toEqual(['yes', here, windows])
      const webview = await inPage(
        page,
        `const view = document.createElement('webview')
         return 'loadURL' in view || 'getWebContentsId' in view`,
      )
      expect(webview).toBe(false)
    },
  },
  {
    name: 'a page that leaves for an address which nobody is asked about is brought back, and works',
    async expectShut(page) {
      const here = page.url()
      for (const leave of [
        `location.assign('about:blank')`,
        `location.replace('about:srcdoc')`,
        `location.href = 'about:blank#x'`,
        `open('about:blank', '_self')`,
        `document.body.append(Object.assign(document.createElement('a'), { href: 'about:blank', id: 'out' })); document.querySelector('#out').click()`,
      ]) {
        await page.evaluate('window.isTheOldPage = true')
        await page.evaluate(`setTimeout(() => { ${leave} }, 0)`)
        await expect
          .poll(() => page.evaluate(`location.href + ' ' + ('isTheOldPage' in window)`).catch(() => 'on its way'), {
            message: leave,
          })
          .toBe(`${here} false`)
        await page.locator('#root > *').first().waitFor()
        const answer = await inPage(page, `return (await window.lanyard.call('library.list', {})).ok`)
        expect(answer).toBe(true)
      }
    },
  },
  {
    name: 'the page has no WebRTC',
    async expectShut(page) {
      const names = ['RTCPeerConnection', 'webkitRTCPeerConnection']
      expect(await page.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([])
    },
  },
  {
    name: 'the page gets no permission but to put text on the clipboard, and no device',
    async expectShut(page) {
      const answers = await inPage(
        page,
        `
        const nameOf = (error) => (error instanceof Error || error instanceof DOMException ? error.name : String(error))
        const refused = (attempt) => Promise.resolve().then(attempt).then((value) => 'granted: ' + value, nameOf)
        const asked = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read',
          'persistent-storage', 'screen-wake-lock', 'storage-access']
        const states = {}
        for (const name of asked) {
          states[name] = await navigator.permissions.query({ name }).then(({ state }) => state, () => 'unknown')
        }
        const writing = await navigator.permissions.query({ name: 'clipboard-write' }).then(({ state }) => state)
        return {
          writing,
          granted: Object.entries(states).filter(([, state]) => state === 'granted').map(([name]) => name),
          notification: await Notification.requestPermission(),
          place: await new Promise((resolve) =>
            navigator.geolocation.getCurrentPosition(() => resolve(0), (error) => resolve(error.code))),
          camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
          screen: await refused(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
          midi: await refused(() => navigator.requestMIDIAccess({ sysex: true })),
          reading: await refused(() => navigator.clipboard.readText()),
          devices: [
            await refused(() => navigator.usb.requestDevice({ filters: [] })),
            await refused(() => navigator.serial.requestPort()),
            await refused(async () => ((await navigator.hid.requestDevice({ filters: [] })).length === 0 ? Promise.reject(new Error('none')) : 1)),
          ],
          known: (await Promise.all([navigator.usb.getDevices(), navigator.serial.getPorts(), navigator.hid.getDevices()]))
            .flat().length,
        }`,
      )
      expect(answers).toMatchObject({ writing: 'granted', granted: [], notification: 'denied', place: 1, known: 0 })
      const { camera, screen, midi, reading, devices } = answers as Record<
        'camera' | 'screen' | 'midi' | 'reading',
        string
      > & { devices: string[] }
      for (const answer of [camera, screen, midi, reading, ...devices]) expect(answer).not.toMatch(/^granted/)
    },
  },
  {
    name: 'a channel that is not in the list is not passed on, and what does not parse is refused',
    async expectShut(page) {
      const answers = await inPage(
        page,
        `
        const { lanyard } = window
        const refused = (attempt) => Promise.resolve().then(attempt).then(() => 'answered', (error) => error.message)
        return {
          channels: await Promise.all(['__proto__', 'constructor', 'toString', 'shell.openExternal', 'ELECTRON_BROWSER_REQUIRE']
            .map((channel) => refused(() => lanyard.call(channel, {})))),
          event: await refused(() => lanyard.on('__proto__', () => {})),
          inputs: await Promise.all([
            ['trips.open', { tripId: '../../etc' }],
            ['trips.open', { tripId: crypto.randomUUID(), extra: true }],
            ['settings.save', { library: '/etc' }],
            ['settings.save', JSON.parse('{"__proto__": {"library": "/etc"}, "theme": "pink"}')],
            ['app.problem', { kind: 'thrown', error: { name: 'My title' } }],
            ['links.open', { url: 'javascript:alert(1)' }],
          ].map(async ([channel, input]) => (await lanyard.call(channel, input)).error?.code)),
        }`,
      )
      const { channels, event, inputs } = answers as { channels: string[]; event: string; inputs: string[] }
      for (const answer of channels) expect(answer).toContain('Unknown channel')
      expect(event).toContain('Unknown event')
      for (const code of inputs.slice(0, 5)) expect(code).toMatch(/^input\./)
      expect(inputs[5]).toBe('link.refused')
    },
  },
  ...confinement,
]
