import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { App } from '../../../renderer/frame/app.tsx'
import { start } from '../../../renderer/frame/start.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useLibrary } from '../../../renderer/state/library-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { giveProgramme, someSession } from '../../support/programmes.ts'
import { someTrip } from '../../support/trips.ts'

const at = (clock: string) => `2026-04-15T${clock}:00+02:00`
const browser = someSession({ source: 'a' })
const pair = someSession({ source: 'b', title: 'Pair & Share', room: 'Helium', speakers: [], end: at('12:15') })
const polars = someSession({ source: 'c', title: 'Polars', start: at('11:25'), end: at('11:55') })

let page: PageBridge
let tripId: string
let stop: (() => void) | null

beforeEach(async () => {
  forgetDocuments()
  page = await connectPage({ now: at('10:52') })
  stop = null
  page.onEnd(() => stop?.())
  tripId = valueOf(await page.bridge.call('trips.create', someTrip())).trip.id
  await giveProgramme(page.engine.context.library, tripId, [browser, pair, polars])
  const star = { edit: 'star', sessionId: browser.id, star: 'go' } as const
  valueOf(await page.bridge.call('programme.edit', { tripId, edits: [star] }))
})

async function openWindow(): Promise<void> {
  const starting = start()
  render(<App />)
  stop = await starting
}

async function closeWindow(): Promise<void> {
  const before = page.flushed.length
  page.send('app.flush', {})
  await waitFor(() => expect(page.flushed.length).toBe(before + 1))
  stop?.()
  stop = null
  cleanup()
  sessionStorage.clear()
  useApp.setState(useApp.getInitialState(), true)
  useTrip.setState(useTrip.getInitialState(), true)
  useLibrary.setState(useLibrary.getInitialState(), true)
}

const tab = () => {
  const { place } = useApp.getState()
  return place.name === 'trip' ? place.tab : place.name
}
const rows = async () => within(await screen.findByRole('grid', { name: 'On now and next' })).getAllByRole('row')
const attendance = () => useTrip.getState().plan.marks[browser.id]?.attendance
const textOf = () => useTrip.getState().trip?.entries.map(({ text }) => text)

describe('on a conference day', () => {
  test('the window opens on what is on now and what is next, with the focus on what is starred', async () => {
    await openWindow()
    expect(tab()).toBe('now')
    const found = await rows()
    expect(found.map((row) => row.querySelector('.now-row-title')?.textContent)).toEqual([
      'State of In-Browser ML',
      'Pair & Share',
      'Polars',
    ])
    expect(found[0]?.textContent).toContain('23 min left')
    expect(found[2]?.textContent).toContain('in 33 min')
    await waitFor(() => expect(document.activeElement).toBe(found[0]))
    expect(screen.getByText('The clock is set')).toBeDefined()
  })

  test('Enter begins the entry about the talk, ready for words', async () => {
    const user = userEvent.setup()
    await openWindow()
    await waitFor(async () => expect(document.activeElement).toBe((await rows())[0]))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.className).toContain('cm-content'))
    expect(tab()).toBe('journal')
    expect(useTrip.getState().trip?.entries).toMatchObject([
      { title: browser.title, speakers: browser.speakers, room: 'Europium', start: browser.start, end: browser.end },
    ])
    const bar = await screen.findByRole('button', { name: /^On now: / })
    expect(bar.textContent).toContain('State of In-Browser ML · Europium · 23 min left · next 11:25 Polars · Europium')
  })

  test('one key notes that one was there, and takes it back', async () => {
    const user = userEvent.setup()
    await openWindow()
    await waitFor(async () => expect(document.activeElement).toBe((await rows())[0]))
    await user.keyboard('a')
    await waitFor(() => expect(attendance()).toBe('attended'))
    expect((await rows())[0]?.textContent).toContain('attended')
    await user.keyboard('a')
    await waitFor(() => expect(attendance()).toBeNull())
  })

  test('a starred talk waits in its day without being an entry, with its abstract folded once it is one', async () => {
    const user = userEvent.setup()
    await openWindow()
    await user.click(await screen.findByRole('button', { name: 'Journal' }))
    const waiting = await screen.findByRole('region', { name: 'Starred, and not written about yet' })
    expect(within(waiting).getAllByRole('button')).toHaveLength(1)
    await user.click(within(waiting).getByText(/^State of In-Browser ML/))
    await waitFor(() => expect(useTrip.getState().trip?.entries).toHaveLength(1))
    expect(screen.queryByRole('region', { name: 'Starred, and not written about yet' })).toBeNull()
    expect(screen.queryByText('What a browser can compute.')).toBeNull()
    await user.click(await screen.findByText('Abstract'))
    expect(await screen.findByText('What a browser can compute.')).toBeDefined()
    act(() => useTrip.getState().selectEntry(null))
    expect(useTrip.getState().trip?.entries).toEqual([])
    expect(await screen.findByRole('region', { name: 'Starred, and not written about yet' })).toBeDefined()
  })

  test('somebody who was in a text a moment ago is led back to it, and later to what is on', async () => {
    await openWindow()
    await act(() => useTrip.getState().writeAbout(browser.id))
    act(() => useTrip.getState().editEntry(useTrip.getState().entryId ?? '', { text: 'Fast.' }))
    act(() => useApp.getState().goToTrip(tripId, 'journal'))
    const { entryId } = useTrip.getState()
    await closeWindow()
    await openWindow()
    expect(tab()).toBe('journal')
    expect(useTrip.getState().entryId).toBe(entryId)
    await closeWindow()

    const file = join(page.folder, 'place.json')
    const kept = await readFile(file, 'utf8')
    await writeFile(file, kept.replace(/"keptAt":"[^"]+"/, `"keptAt":"${at('10:10')}"`))
    await openWindow()
    expect(tab()).toBe('now')
  })
})

describe('what is captured from another place of the trip', () => {
  test.each<[string, string, RegExp]>([
    ['a to-do', '{Control>}{Shift>}o{/Shift}{/Control}', /^- \[ \] Ask$/],
    ['words to look up', '{Control>}{Shift>}k{/Shift}{/Control}', /^\[Ask\]\(\)$/],
    ['a picture to come', '{Control>}{Shift>}m{/Shift}{/Control}', /^!\[Ask\]\(\)$/],
    ['a quote of the speaker', '{Control>}{Shift>}q{/Shift}{/Control}', /^> Ask\n>\n> — Oleh Kostromin$/],
  ])('%s goes to the talk that is on', async (_, keys, text) => {
    const user = userEvent.setup()
    await openWindow()
    await rows()
    await user.keyboard(keys)
    await waitFor(() => expect(document.activeElement?.className).toContain('cm-content'))
    await waitFor(() => expect(document.activeElement?.textContent).not.toContain('Write here'))
    await user.keyboard('Ask')
    await act(() => useTrip.getState().flush())
    expect(textOf()).toEqual([expect.stringMatching(text)])
    expect(useTrip.getState().trip?.entries[0]?.sessionId).toBe(browser.id)
  })

  test('an idea is a note of today with a tag, and goes if nothing is written in it', async () => {
    const user = userEvent.setup()
    await openWindow()
    await rows()
    await user.keyboard('{Control>}{Shift>}d{/Shift}{/Control}')
    await waitFor(() => expect(useTrip.getState().trip?.entries).toHaveLength(1))
    expect(useTrip.getState().trip?.entries[0]).toMatchObject({ kind: 'note', tags: ['idea'], day: '2026-04-15' })
    act(() => useTrip.getState().selectEntry(null))
    expect(useTrip.getState().trip?.entries).toEqual([])
  })
})
