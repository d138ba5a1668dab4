import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { reportIdOf } from '../../../electron/shared/report/in-report.ts'
import { makeReport } from '../../../electron/shared/report/report-kinds.ts'
import type { EntryChanges, ReportChanges } from '../../../electron/shared/trip.ts'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { App } from '../../../renderer/frame/app.tsx'
import { start } from '../../../renderer/frame/start.ts'
import { forgetSearch } from '../../../renderer/search/search-state.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge
let user: UserEvent
let tripId: string

async function addTrip(title: string, entries: readonly EntryChanges[]): Promise<string> {
  const { trip } = valueOf(await page.bridge.call('trips.create', { ...someTrip(), title }))
  for (const fields of entries) {
    const entry = { tripId: trip.id, kind: fields.kind, day: '2026-04-15', start: null, fields }
    valueOf(await page.bridge.call('entries.add', entry))
  }
  return trip.id
}

beforeEach(async () => {
  forgetDocuments()
  forgetSearch()
  user = userEvent.setup()
  page = await connectPage()
  tripId = await addTrip('Harbour Days', [
    { kind: 'note', title: 'Lunch', text: 'Soup.\n\nWe took the *night* train home.' },
    {
      kind: 'talk',
      title: 'Heat pumps at sea',
      speakers: [
        { name: 'Ada Lind', role: '', affiliation: '' },
        { name: 'Zoë Ek', role: 'host', affiliation: '' },
      ],
    },
  ])
  await addTrip('PyCon DE', [{ kind: 'note', title: 'Arrival', text: 'A train, late.', highlight: true }])
  page.onEnd(await start())
  render(<App />)
})

/** Adds a memo to the trip, and resolves to its id. */
async function addMemo(changes: ReportChanges): Promise<string> {
  const trip = valueOf(await page.bridge.call('trips.open', { tripId }))
  const source = { trip, plan: null, day: trip.firstDay, newId: () => crypto.randomUUID() }
  const report = { ...makeReport('memo', '', source), ...changes }
  valueOf(await page.bridge.call('report.put', { tripId, report, at: null }))
  return report.id
}

const sectionWith = (text: string) => ({ id: crypto.randomUUID(), heading: 'Findings', text, entryIds: [] })

async function open(): Promise<HTMLElement> {
  await user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}')
  const field = await screen.findByRole('combobox', { name: 'Search all trips' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  return field
}

const questions = () => page.calls.filter((channel) => channel === 'search.find').length
const options = () => screen.queryAllByRole('option')
const marks = () => Array.from(document.querySelectorAll('.hit mark'), (mark) => mark.textContent)

async function search(words: string, hits: number): Promise<void> {
  await user.keyboard(words)
  await waitFor(() => expect(options()).toHaveLength(hits), { timeout: 10_000 })
}

test('a search shows the sentences with its words, and Enter opens the entry with the word selected', async () => {
  await open()
  await search('train', 2)
  expect(options().map((option) => option.textContent)).toEqual([
    expect.stringContaining('A train, late.'),
    expect.stringContaining('We took the night train home.'),
  ])
  expect(marks()).toEqual(['train', 'train'])
  await user.keyboard('{ArrowDown}{Enter}')
  const text = await screen.findByRole('textbox', { name: 'Text of Lunch' })
  await waitFor(() => expect(document.activeElement).toBe(text))
  await waitFor(() => expect(window.getSelection()?.toString()).toBe('train'))
  expect(useTrip.getState().trip?.id).toBe(tripId)
})

const addFerries = (count = 20) =>
  addTrip(
    'Long days',
    Array.from({ length: count }, (_, index) => ({
      kind: 'note' as const,
      title: `Ferry ${index + 1}`,
      text: 'A ferry.',
    })),
  )

test('hits that do not fit are drawn once somebody goes down to them', async () => {
  await addFerries()
  await open()
  await search('ferry', 12)
  await user.keyboard('{ArrowDown>7/}')
  await waitFor(() => expect(options()).toHaveLength(20))
  expect(document.querySelector('[aria-selected="true"]')).toBe(options()[7])
  await user.keyboard(' a')
  await waitFor(() => expect(options()).toHaveLength(12))
})

test('hits that do not fit are asked for once somebody goes down, and forgotten with the next letter', async () => {
  await addFerries(60)
  await open()
  await search('ferry', 12)
  await screen.findByText(/10 more/)
  const before = questions()
  await user.keyboard('{ArrowDown>5/}')
  expect(questions()).toBe(before)
  await user.keyboard('{ArrowDown>5/}')
  await waitFor(() => expect(options()).toHaveLength(50))
  expect(questions()).toBe(before + 1)
  expect(document.querySelector('[aria-selected="true"]')).toBe(options()[10])
  screen.getByText(/10 more/)
  await user.keyboard(' a')
  await waitFor(() => expect(options()).toHaveLength(12))
  await user.keyboard('{ArrowDown>7/}')
  await waitFor(() => expect(options()).toHaveLength(50))
  await user.keyboard('{Escape}')
  await open()
  expect(options()).toHaveLength(12)
})

test('typing scrolls the list only if somebody had gone down in it, and then to its first hit', async () => {
  const scrolled: string[] = []
  const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function note(this: Element) {
    scrolled.push(this.id.replace(/^.*-/, ''))
  })
  onTestFinished(() => scroll.mockRestore())
  await addFerries()
  await open()
  await search('ferry', 12)
  expect(scrolled).toEqual([])
  await user.keyboard('{ArrowDown>7/}')
  expect(scrolled.at(-1)).toBe('7')
  await user.keyboard(' a')
  await waitFor(() => expect(options()).toHaveLength(12))
  expect(scrolled.at(-1)).toBe('0')
})

test('Enter leads to the name of a speaker, selected in its field', async () => {
  await open()
  await search('zoe', 1)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toHaveProperty('value', 'Zoë Ek'))
  const field = document.activeElement as HTMLInputElement
  expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe('Zoë')
})

test('Enter leads to the word in a title', async () => {
  await open()
  await search('pumps', 1)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toHaveProperty('value', 'Heat pumps at sea'))
  const field = document.activeElement as HTMLTextAreaElement
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('pumps')
})

test('Enter leads to the word in the text of a report, be it the first one or another', async () => {
  valueOf(await page.bridge.call('report.save', { tripId, changes: { lead: 'Before the storm.' } }))
  const memo = await addMemo({ lead: 'Why we went: *gulls*.', sections: [sectionWith('A lighthouse text.')] })
  for (const [word, label, reportId] of [
    ['storm', 'Lead', tripId],
    ['gulls', 'Lead', memo],
    ['lighthouse', 'Text of the section “Findings”', memo],
  ] as const) {
    await open()
    await search(word, 1)
    await user.keyboard('{Enter}')
    const text = await screen.findByRole('textbox', { name: label })
    await waitFor(() => expect(document.activeElement).toBe(text))
    await waitFor(() => expect(window.getSelection()?.toString()).toBe(word))
    const { trip } = useTrip.getState()
    expect(trip && reportIdOf(trip)).toBe(reportId)
  }
})

test('Esc gives the focus back, and the next search begins with the last query and its hits', async () => {
  act(() => useApp.getState().goToTrip(tripId))
  await screen.findByRole('row', { name: /Lunch/ })
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('row'))
  const before = document.activeElement
  await open()
  await search('train', 2)
  await user.keyboard('{ArrowDown}')
  expect(screen.getByRole('option', { selected: true }).textContent).toContain('Lunch')
  await user.keyboard('{Escape}')
  expect(document.activeElement).toBe(before)
  const field = (await open()) as HTMLInputElement
  expect(field.value).toBe('train')
  expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe('train')
  expect(options()).toHaveLength(2)
})

test('filters narrow the hits, and closing them takes them away', async () => {
  act(() => useApp.getState().goToTrip(tripId))
  await screen.findByRole('row', { name: /Lunch/ })
  await open()
  await search('train', 2)
  await user.click(screen.getByRole('button', { name: 'Filters' }))
  await user.click(screen.getByRole('button', { name: 'Starred entries only' }))
  await waitFor(() => expect(options()).toHaveLength(1))
  expect(options()[0]?.textContent).toContain('Arrival')
  await user.click(screen.getByRole('button', { name: 'Starred entries only' }))
  await user.click(screen.getByRole('button', { name: /Where/ }))
  await user.click(await screen.findByRole('option', { name: 'This trip' }))
  await waitFor(() => expect(document.querySelectorAll('.hit')).toHaveLength(1))
  expect(document.querySelector('.hit')?.textContent).toContain('Lunch')
  expect(await axeFindings()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Filters' }))
  await waitFor(() => expect(document.querySelectorAll('.hit')).toHaveLength(2))
})

test('a search without hits says so, and has no accessibility problems, nor has one with hits', async () => {
  await open()
  await search('train', 2)
  expect(await axeFindings()).toEqual([])
  await search(' qqqq', 0)
  await screen.findAllByText('Nothing found')
  expect(await axeFindings()).toEqual([])
})

test('a search asks again when more trips have been read', async () => {
  await open()
  await search('train', 2)
  const before = questions()
  act(() => page.send('search.progress', { read: 1, trips: 2 }))
  await waitFor(() => expect(questions()).toBe(before + 1))
})
