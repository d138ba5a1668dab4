import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Home } from '../support/home.ts'
import { inMain } from '../support/in-main.ts'
import { readWatch, watchesSockets } from '../support/network-watch.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { exportReport, goTo, makeTrip, waitUntilSaved, writeText } from '../support/steps.ts'

const trip = { title: 'Lantern Conf 2026', firstDay: '2026-04-14', lastDay: '2026-04-14', city: 'Darmstadt' }

/** How long the program is left idle, in milliseconds. Anything that waits for a quiet moment would happen then. */
const IDLE_MS = Number(process.env['LANYARD_IDLE_MS'] ?? 5_000)

/** Reserved for documentation, so nobody is there. */
const nobody = '192.0.2.7'

inShell('nothing is sent', desktopShell, (desktop) => {
  let home: Home
  let networkWatch: string

  beforeEach(async () => {
    home = await desktop.makeHome()
    networkWatch = await mkdtemp(join(tmpdir(), 'lanyard-silence-'))
  })

  afterEach(async () => {
    await home.remove()
    await rm(networkWatch, { recursive: true })
  })

  test('Lanyard sends nothing to a network in a session: start, writing, idling, export and quitting', async () => {
    const { page, quit } = await desktop.open({ home, networkWatch })
    await makeTrip(page, trip)
    await writeText(
      page,
      'A mispeled word, an address and a picture: https://example.com/ ![x](https://example.com/x.png)',
    )
    await waitUntilSaved(page)
    await page.waitForTimeout(IDLE_MS)
    await goTo(page, 'report')
    await exportReport(page, 'Markdown folder')
    await quit()
    expect(await readdir(home.exports)).not.toEqual([])
    expect(readWatch(networkWatch)).toEqual([])
  })

  test.skipIf(!watchesSockets)('the network watch detects a request from any part of Lanyard', async () => {
    const lanyard = await desktop.open({ home, networkWatch })
    const seen = () => readWatch(networkWatch).join('\n')
    try {
      expect(seen()).toBe('')
      // From Node, without Chromium.
      await inMain(lanyard.app, (_, host) => void fetch(`http://${host}:1001/`).catch(() => {}), nobody)
      await expect.poll(seen).toContain(`connect ${nobody}:1001`)
      // Without what keeps the session from every network, which would be seen instead.
      await inMain(lanyard.app, ({ session }) => session.defaultSession.setProxy({ mode: 'direct' }), null)
      // From Chromium, through a session.
      await inMain(
        lanyard.app,
        ({ session }, host) => void session.defaultSession.fetch(`http://${host}:1002/`).catch(() => {}),
        nobody,
      )
      await expect.poll(seen).toContain(`connect ${nobody}:1002`)
      // From a service of Chromium that bypasses every request filter.
      await inMain(
        lanyard.app,
        ({ session }, host) => {
          session.defaultSession.setSpellCheckerDictionaryDownloadURL(`http://${host}:1003/`)
          session.defaultSession.setSpellCheckerLanguages(['sv'])
        },
        nobody,
      )
      await expect.poll(seen).toContain(`connect ${nobody}:1003`)
      // A DNS lookup, which reveals as much.
      await inMain(lanyard.app, ({ net }) => void net.resolveHost('lanyard.invalid').catch(() => {}), null)
      await expect.poll(seen).toMatch(/:53$|lookup of a name/m)
      // From the page, which is also reported as a request.
      expect(seen()).not.toContain(': request ')
      await inMain(
        lanyard.app,
        ({ BrowserWindow }, host) => {
          const [window] = BrowserWindow.getAllWindows()
          void window?.loadURL(`http://${host}:1004/`).catch(() => {})
        },
        nobody,
      )
      await expect.poll(seen).toContain(`: request http://${nobody}:1004/`)
    } finally {
      await lanyard.kill()
    }
  })

  test.skipIf(!watchesSockets)('no name is looked up in advance, even if the page asks for it', async () => {
    const lanyard = await desktop.open({ home, networkWatch })
    try {
      await lanyard.page.evaluate((host) => {
        for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender']) {
          document.head.append(Object.assign(document.createElement('link'), { rel, href: `https://${host}/` }))
        }
      }, 'lanyard.invalid')
      await lanyard.page.waitForTimeout(1000)
      // The policy reports what it has stopped; it does not apply to lookups.
      expect(readWatch(networkWatch)).toEqual([])
    } finally {
      await lanyard.kill()
    }
  })

  test('WebRTC reaches neither a server over UDP nor one over TCP, even from a realm that still has it', async () => {
    const reached: string[] = []
    const overTcp = createServer((socket) => {
      reached.push('TCP')
      socket.destroy()
    }).listen(0, '127.0.0.1')
    const overUdp = createSocket('udp4', () => void reached.push('UDP')).bind(0, '127.0.0.1')
    await Promise.all([once(overTcp, 'listening'), once(overUdp, 'listening')])
    const tcp = overTcp.address()
    const [tcpPort, udpPort] = [typeof tcp === 'object' && tcp !== null ? tcp.port : 0, overUdp.address().port]
    const lanyard = await desktop.open({ home, networkWatch })
    try {
      // An empty frame has constructors of its own. A string, because the types know nothing of a frame's globals.
      const state = await lanyard.page.evaluate(`(async () => {
        const frame = document.createElement('iframe')
        document.body.append(frame)
        const connection = new frame.contentWindow.RTCPeerConnection({ iceServers: [
          { urls: 'turn:127.0.0.1:${tcpPort}?transport=tcp', username: 'a', credential: 'b' },
          { urls: 'stun:127.0.0.1:${udpPort}' },
        ] })
        connection.createDataChannel('x')
        await connection.setLocalDescription(await connection.createOffer())
        await new Promise((resolve) => setTimeout(resolve, 1500))
        const { iceGatheringState } = connection
        frame.remove()
        return iceGatheringState
      })()`)
      expect(state).not.toBe('new')
      expect(reached).toEqual([])
    } finally {
      await lanyard.kill()
      overTcp.close()
      overUdp.close()
    }
  })
})
