import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningBrowser } from '../support/browser.ts'
import type { Home } from '../support/home.ts'
import { browserShell, inShell } from '../support/shells.ts'
import { makeTrip, waitUntilSaved, writeText } from '../support/steps.ts'

const trip = { title: 'Lantern Conf 2026', firstDay: '2026-04-14', lastDay: '2026-04-14', city: 'Darmstadt' }

/* What another program, another page or another user of the computer could find of a page in a browser. */
inShell('the page in a browser', browserShell, (shell) => {
  let home: Home
  let lanyard: RunningBrowser

  beforeAll(async () => {
    home = await shell.makeHome()
    lanyard = await shell.open({ home })
  })

  afterAll(async () => {
    await lanyard?.quit()
    await home?.remove()
  })

  const origin = () => new URL(lanyard.address).origin

  test('neither the address bar nor the history nor a cookie has what opens the journal', async () => {
    const { page } = lanyard
    await makeTrip(page, trip)
    expect(page.url()).toBe(`${origin()}/`)
    expect(await page.context().cookies()).toEqual([])
    const entries = await page.evaluate('navigation.entries().map(({ url }) => url)')
    expect(entries).toEqual([`${origin()}/`])
  })

  test('the page can be reloaded and goes on, with its pictures', async () => {
    const { page } = lanyard
    await writeText(page, 'Written before.')
    await waitUntilSaved(page)
    await page.reload()
    await page.getByText('Written before.').first().waitFor()
    const listed = (await call(page, 'library.list', {})) as { trips: { id: string }[] }
    const added = await call(page, 'photos.add', {
      tripId: listed.trips[0]?.id,
      name: 'dot.png',
      data: { $bytes: dot },
    })
    const { photo } = added as { photo: { id: string } }
    const requested = page.waitForRequest(/\/photo\//)
    await writeText(page, `\n\n![A dot](photo:${photo.id})\n\nWritten after.`)
    await waitUntilSaved(page)
    expect((await (await requested).response())?.status()).toBe(200)
    expect(lanyard.complaints).toEqual([])
  })

  test('the address that opened the page opens no other one, and the page that did goes on', async () => {
    const other = (await lanyard.page.context().browser()?.newPage()) ?? lanyard.page
    await other.goto(lanyard.address)
    await other.getByText('Lanyard does not know this page.').first().waitFor()
    await other.close()
    expect(await call(lanyard.page, 'library.list', {})).toMatchObject({ trips: [{ title: trip.title }] })
  })
})

/** Asks the engine as the page does. */
async function call(page: Page, channel: string, input: unknown): Promise<unknown> {
  const answer = await page.evaluate(
    async (asked) => {
      const { token } = JSON.parse(sessionStorage.getItem('page-keys') ?? '{}') as { token?: string }
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
      const response = await fetch(`/call/${asked.channel}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(asked.input),
      })
      return (await response.json()) as { ok: boolean; value: unknown }
    },
    { channel, input },
  )
  expect(answer.ok).toBe(true)
  return answer.value
}

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
