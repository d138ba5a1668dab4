import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { App } from '../../../renderer/frame/app.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { start } from '../../../renderer/frame/start.ts'
import { keptVersion, withText } from '../../support/kept-version.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge
let tripId: string
let noteId: string
let folder: string

/** A library with two trips, one of which has two versions. */
beforeEach(async () => {
  page = await connectPage()
  await page.bridge.call('trips.create', someTrip({ title: 'Beacon Conf' }))
  tripId = valueOf(await page.bridge.call('trips.create', someTrip())).trip.id
  const fields = { kind: 'note' as const, title: 'Lunch', text: 'The newest words.' }
  const input = { tripId, kind: 'note' as const, day: '2026-04-14', start: null, fields }
  noteId = valueOf(await page.bridge.call('entries.add', input)).entryId
  for (const [at, text] of [
    ['2026-04-14T08:00:00.000Z', 'The oldest words.'],
    ['2026-04-14T09:00:00.000Z', 'The words of eleven.'],
  ] as const) {
    await keptVersion(page, tripId, at, (trip) => withText(trip, noteId, text))
  }
  await page.engine.context.library.history.settled()
  folder = valueOf(await page.engine.context.library.placeOf(tripId))
})

const file = () => join(folder, 'trip.json')

async function change(from: string, to: string): Promise<void> {
  await writeFile(file(), (await readFile(file(), 'utf8')).replace(from, to))
}

async function openWindow(): Promise<void> {
  page.onEnd(await start())
  render(<App />)
  await screen.findByRole('heading', { level: 1 })
}

async function openRecovery(button = 'Recover Lantern Conf 2026'): Promise<HTMLElement> {
  await openWindow()
  await userEvent.click(screen.getByRole('button', { name: button }))
  return screen.findByRole('article', { name: /Lantern Conf 2026/ })
}

const textOnDisk = async () => {
  const trip = valueOf(await page.bridge.call('trips.open', { tripId }))
  return trip.entries.find(({ id }) => id === noteId)?.text
}

describe('a damaged trip', () => {
  beforeEach(() => writeFile(file(), '{ "checksum": '))

  it('a damaged trip does not block the others, and is listed by its title', async () => {
    await openWindow()
    expect(screen.getByRole('row', { name: /Beacon Conf/ })).toBeTruthy()
    const lost = await screen.findByRole('region', { name: 'Trips that cannot be read' })
    expect(within(lost).getByRole('heading').textContent).toBe('Lantern Conf 2026')
    expect(await axeFindings()).toEqual([])
  })

  it('a damaged trip opens with what is wrong, what is safe, and its versions, the newest of them selected', async () => {
    const article = await openRecovery()
    expect(within(article).getByRole('heading', { name: '“Lantern Conf 2026” is damaged.' })).toBeTruthy()
    expect(article.textContent).toContain(
      'Nothing was changed or deleted. Its pictures and all other trips are untouched',
    )
    const options = await within(article).findAllByRole('option')
    expect(options.length).toBeGreaterThanOrEqual(2)
    expect(options[0]?.getAttribute('aria-selected')).toBe('true')
    expect(within(article).queryByRole('button', { name: 'Keep it as it is' })).toBeNull()
    expect(await axeFindings()).toEqual([])
    expect(await readFile(file(), 'utf8')).toBe('{ "checksum": ')
  })

  it('a damaged trip is restored to the chosen version, and the damaged file is kept', async () => {
    const article = await openRecovery()
    await userEvent.click(await within(article).findByRole('option', { name: /1 entry changed: Lunch/ }))
    await userEvent.click(within(article).getByRole('button', { name: /^Restore/ }))
    await screen.findByText(/^The trip is restored to how it was .* is kept at .*trip\.json\.corrupt-/)
    await screen.findByRole('navigation', { name: 'Days' })
    expect(useTrip.getState().trip?.title).toBe('Lantern Conf 2026')
    expect(await textOnDisk()).toMatch(/words/)
    const kept = (await readdir(folder)).find((name) => name.includes('.corrupt-')) ?? ''
    expect(await readFile(join(folder, kept), 'utf8')).toBe('{ "checksum": ')
  })

  it('opening a damaged trip leads to the recovery screen, and never shows a blank trip', async () => {
    await openWindow()
    act(() => useApp.getState().go({ name: 'trip', tripId, tab: 'journal' }))
    await screen.findByRole('heading', { name: '“Lantern Conf 2026” is damaged.' })
    expect(useTrip.getState().trip).toBeNull()
  })

  it('a failed recovery says why, and can be tried again', async () => {
    const article = await openRecovery()
    page.fillDisk('ENOSPC')
    const restore = within(article).getByRole('button', { name: /^Restore/ })
    await userEvent.click(restore)
    expect((await within(article).findByRole('alert')).textContent).not.toBe('')
    page.fillDisk(null)
    await userEvent.click(restore)
    await screen.findByRole('navigation', { name: 'Days' })
  })
})

describe('a trip that is damaged while it is open', () => {
  it('a trip that is damaged while it is open keeps unsaved text on the screen, and saves it once it is recovered', async () => {
    await openWindow()
    act(() => useApp.getState().go({ name: 'trip', tripId, tab: 'journal' }))
    await screen.findByRole('navigation', { name: 'Days' })
    await writeFile(file(), 'garbled')
    act(() => useTrip.getState().editEntry(noteId, { text: 'Typed while the file was broken.' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Recover…' }))
    const article = await screen.findByRole('article', { name: /Lantern Conf 2026/ })
    await userEvent.click(within(article).getByRole('button', { name: /^Restore/ }))
    await screen.findByRole('navigation', { name: 'Days' })
    expect(useTrip.getState().trip?.entries[0]?.text).toBe('Typed while the file was broken.')
    await waitFor(async () => expect(await textOnDisk()).toBe('Typed while the file was broken.'))
  })
})

describe('a trip without its file', () => {
  it('a trip without its file is restored from its versions', async () => {
    await rm(file())
    const article = await openRecovery()
    expect(article.textContent).toContain('The file of “Lantern Conf 2026” is missing.')
    expect(await axeFindings()).toEqual([])
    await userEvent.click(within(article).getByRole('button', { name: 'Restore the newest version' }))
    await screen.findByRole('navigation', { name: 'Days' })
    expect(await textOnDisk()).toMatch(/words/)
  })
})

describe('a trip that another program has edited', () => {
  it('a trip with a wrong checksum shows its content, which can be accepted', async () => {
    await change('The newest words.', 'Words by hand.')
    const article = await openRecovery()
    expect(article.textContent).toContain('Everything in it can be read.')
    expect(within(article).getByRole('region', { name: 'Content' }).textContent).toContain('Words by hand.')
    expect(await axeFindings()).toEqual([])
    await userEvent.click(within(article).getByRole('button', { name: 'Keep it as it is' }))
    await screen.findByRole('navigation', { name: 'Days' })
    expect(await textOnDisk()).toBe('Words by hand.')
  })
})

describe('a trip of a newer Lanyard', () => {
  it('a trip of a newer Lanyard in an unknown form is explained, and not changed', async () => {
    const trip = JSON.parse(await readFile(file(), 'utf8')) as object
    const before = JSON.stringify({
      ...trip,
      checksum: 'sha512:abc',
      schemaVersion: 99,
      entries: { of: 'another form' },
    })
    await writeFile(file(), before)
    const article = await openRecovery('More about Lantern Conf 2026')
    expect(article.textContent).toContain('“Lantern Conf 2026” was written by a newer version of Lanyard.')
    expect(article.textContent).toContain('in a form that this one does not know')
    expect(within(article).queryByRole('button')).toBeNull()
    expect(await axeFindings()).toEqual([])
    expect(await readFile(file(), 'utf8')).toBe(before)
  })
})
