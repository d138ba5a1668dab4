import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { App } from '../../../renderer/frame/app.tsx'
import { start } from '../../../renderer/frame/start.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge

beforeEach(async () => {
  forgetDocuments()
  page = await connectPage()
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  const { id: tripId } = trip
  for (const [day, title] of [
    ['2026-04-14', 'Opening'],
    ['2026-04-14', 'Lunch'],
    ['2026-04-15', 'Keynote'],
  ] as const) {
    const fields = { kind: 'talk' as const, title, text: 'It was good.' }
    valueOf(await page.bridge.call('entries.add', { tripId, kind: 'talk', day, start: null, fields }))
  }
  page.onEnd(await start())
  render(<App />)
})

/** What has the focus, in a few words: its role or tag, and the beginning of its name. */
function focused(): string {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return 'nothing'
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)
  const labelled = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null
  const name = element.getAttribute('aria-label') ?? (labelled || labels?.[0]?.textContent) ?? element.textContent
  return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name.trim()}`
}

type Step = [action: string, run: (user: UserEvent) => unknown, focus: RegExp]

const keys = (text: string) => (user: UserEvent) => user.keyboard(text)
const press = (name: string | RegExp) => async (user: UserEvent) =>
  user.click(await screen.findByRole('button', { name }))
const day = (name: RegExp) => async (user: UserEvent) => user.click(await screen.findByRole('row', { name }))

const journeys: Record<string, Step[]> = {
  'the library': [
    ['starting the program', () => undefined, /^row Lantern Conf/],
    ['opening the settings', keys('{Control>},{/Control}'), /^(dialog|button|input|switch)/],
    ['closing them', keys('{Escape}'), /^row Lantern Conf/],
    ['deleting the only trip', keys('{Delete}'), /^button Start from a programme/],
    ['undoing that', keys('{Control>}z{/Control}'), /^row Lantern Conf/],
    ['opening it', keys('{Enter}'), /^row Talk, Opening/],
    ['going back', press('Trips'), /^row Lantern Conf/],
  ],
  'the views of a trip': [
    ['opening the trip', keys('{Enter}'), /^row Talk, Opening/],
    ['going to the report', keys('{Control>}3{/Control}'), /Opening/],
    ['going back to the journal', keys('{Control>}1{/Control}'), /^row Talk, Opening/],
    ['opening the export', keys('{Control>}e{/Control}'), /^(dialog|input)/],
    ['leaving the dialog', keys('{Escape}'), /^row Talk, Opening/],
    ['opening the list of keys', keys('?'), /^(dialog|section|region)/],
    ['leaving that', keys('{Escape}'), /^row Talk, Opening/],
  ],
  'the journal': [
    ['opening the trip', keys('{Enter}'), /^row Talk, Opening/],
    ['going into the text', keys('{Enter}'), /^textbox Text of Opening/],
    ['leaving the text', keys('{Escape}'), /^row Talk, Opening/],
    ['going down', keys('{ArrowDown}'), /^row Talk, Lunch/],
    ['beginning a talk', keys('t'), /^textarea Title/],
    ['naming it', keys('Tales'), /^textarea Title/],
    ['going on to the text', keys('{Enter}'), /^textbox Text of Tales/],
    ['beginning a note in a text', keys('{Control>}{Shift>}N{/Shift}{/Control}'), /^textbox Text of/],
    ['leaving it', keys('{Escape}'), /^row Note/],
    ['deleting it', keys('{Delete}'), /^row Talk, Tales/],
    ['undoing that', keys('{Control>}z{/Control}'), /^row Note/],
    ['redoing it', keys('{Control>}{Shift>}z{/Shift}{/Control}'), /^row Talk, Tales/],
    ['going to another day', day(/^Wednesday, 15 April/), /^row Wednesday/],
    ['choosing its only entry', day(/Keynote/), /^row Talk, Keynote/],
    ['deleting it as the last of the day', keys('{Delete}'), /^button Write about a talk/],
    ['undoing the deletion', keys('{Control>}z{/Control}'), /^row Talk, Keynote/],
  ],
  'the fields of an entry': [
    ['opening the trip', keys('{Enter}'), /^row Talk, Opening/],
    ['opening its first entry', keys('{Enter}'), /^textbox Text of Opening/],
    ['opening its details', press(/^Details/), /^combobox Room|^input When|^textbox Start|^input Start/],
    ['adding a speaker', press('Add speaker'), /^combobox Speaker: Name/],
    ['Enter after a name', keys('Ada{Enter}'), /^combobox Speaker 2: Name/],
    ['Enter in an empty row', keys('{Enter}'), /^textbox Text of Opening/],
    ['folding out the details again', press(/^Details/), /Start$/],
    ['removing the only speaker', press('Remove speaker'), /^button Add speaker/],
    ['undoing that', keys('{Control>}z{/Control}'), /^combobox Speaker: Name/],
    ['adding a link', press('Add link'), /^combobox Link: What it is/],
    ['Enter in the empty link', keys('{Enter}'), /^textbox Text of Opening/],
    ['opening them for tags', press(/^Details/), /Start$/],
    ['adding tags', press('Add tags'), /^combobox Tags/],
    ['Enter after a tag', keys('python{Enter}'), /^combobox Tags/],
    ['Enter in the empty field', keys('{Enter}'), /^textbox Text of Opening/],
    ['undoing the tag', keys('{Control>}z{/Control}'), /(Tags|Add tags)$/],
    ['leaving a field with Esc', keys('{Escape}'), /^row Talk, Opening/],
  ],
}

test.each(Object.entries(journeys))('the focus is where a person would expect it, in %s', async (_, steps) => {
  const user = userEvent.setup()
  await screen.findByRole('row', { name: /Lantern Conf/ })
  for (const [action, run, focus] of steps) {
    await run(user)
    const expected = { action, focus: expect.stringMatching(focus) }
    await waitFor(() => expect({ action, focus: focused() }).toEqual(expected))
    await act(() => useTrip.getState().flush())
    // It stays there once everything is saved.
    expect({ action, focus: focused() }).toEqual(expected)
  }
})
