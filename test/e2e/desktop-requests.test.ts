import { symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Photo } from '../../electron/shared/trip.ts'
import { askSession } from '../support/ask-session.ts'
import { mustCall } from '../support/call.ts'
import type { RunningDesktop } from '../support/desktop.ts'
import { findFile } from '../support/find-file.ts'
import type { Home } from '../support/home.ts'
import { desktopShell, inShell } from '../support/shells.ts'
import { onePixel, someTrip } from '../support/trips.ts'

/**
 * A session that is driven from outside stops answering in about one start in ten on a busy machine, requests of the
 * page included. Each attempt has a program of its own.
 */
const again = { retry: 2 }

inShell('requests from the session of the window', desktopShell, (desktop) => {
  let home: Home
  let lanyard: RunningDesktop
  let tripId: string
  let photo: Photo

  beforeEach(async () => {
    home = await desktop.makeHome()
    lanyard = await desktop.open({ home })
    const { trip } = await mustCall(lanyard.page, 'trips.create', someTrip())
    tripId = trip.id
    const added = await mustCall(lanyard.page, 'photos.add', {
      tripId,
      name: 'dot.png',
      data: { $bytes: onePixel.toString('base64') },
    })
    photo = added.photo
  })

  afterEach(async () => {
    await lanyard.kill()
    await home.remove()
  })

  /** The session's response to a request for an address. */
  const ask = (url: string, method?: string) => askSession(lanyard.app, url, method)

  /** The addresses that return anything at all. */
  const answered = async (urls: string[]) => {
    const sizes = await Promise.all(urls.map(async (url) => ({ url, size: (await ask(url)).size })))
    return sizes.filter(({ size }) => size > 0).map(({ url }) => url)
  }

  test('a picture can only be requested by its ids', again, async () => {
    const address = `trip://${tripId}/${photo.id}`
    const served = await ask(address)
    expect(served).toMatchObject({ status: 200, size: onePixel.byteLength })
    expect(served.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
    const others = [
      `trip://${tripId}/${photo.file}`,
      `trip://${tripId}/${crypto.randomUUID()}`,
      `trip://${crypto.randomUUID()}/${photo.id}`,
      `trip://${tripId}/..%2f..%2ftrip.json`,
      `trip://${tripId}/%2e%2e/trip.json`,
      `trip://${tripId}/%252e%252e%252ftrip.json`,
      `trip://${tripId}//etc/passwd`,
      `trip://${tripId}/${photo.id}%00`,
      `trip://${tripId}/${photo.id}/x`,
      `trip://etc/passwd`,
    ]
    expect(await answered(others)).toEqual([])
    const methods = await Promise.all(['POST', 'PUT', 'DELETE'].map((method) => ask(address, method)))
    expect(methods.map(({ size }) => size)).toEqual([0, 0, 0])
  })

  test('a file that is not a picture, or is outside the trip, is not served', again, async () => {
    const file = await findFile(home.library, photo.file)
    const address = `trip://${tripId}/${photo.id}`
    try {
      await writeFile(file, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
      expect(await ask(address)).toMatchObject({ status: 404, size: 0 })
      const outside = join(home.folder, 'outside.png')
      await writeFile(outside, onePixel)
      await unlink(file)
      await symlink(outside, file)
      expect(await ask(address)).toMatchObject({ status: 204, size: 0 })
    } finally {
      await unlink(file)
      await writeFile(file, onePixel)
    }
  })

  test('the program serves nothing of itself except the bundle', again, async () => {
    expect((await ask('app://lanyard/')).status).toBe(200)
    const others = [
      'app://lanyard/../main/index.js',
      'app://lanyard/..%2fmain%2findex.js',
      'app://lanyard/%2e%2e/main/index.js',
      'app://lanyard/assets/../../main/index.js',
      'app://lanyard/assets/..%5c..%5cmain%5cindex.js',
      'app://lanyard//etc/passwd',
      'app://lanyard/.hidden',
      'app://elsewhere/',
    ]
    expect(await answered(others)).toEqual([])
    expect(await ask('app://lanyard/', 'POST')).toMatchObject({ status: 404, size: 0 })
  })
})
