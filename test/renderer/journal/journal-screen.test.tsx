import { EditorView } from '@codemirror/view'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { Entry, Trip } from '../../../electron/shared/trip.ts'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { useWordCount } from '../../../renderer/journal/word-count.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { onePixel } from '../../support/trips.ts'
import { day, dayRow, entries, list, openDetails, openJournal, row, titles } from './open-journal.tsx'

afterEach(forgetDocuments)

function editor(): EditorView {
  const view = EditorView.findFromDOM(screen.getByRole('textbox', { name: /^Text of/ }))
  if (!view) throw new Error('There is no editor.')
  return view
}

function write(text: string): void {
  const view = editor()
  act(() => view.dispatch({ changes: { from: view.state.doc.length, insert: text }, userEvent: 'input.type' }))
}

/** Drops a file; returns whether the browser would navigate to it. */
async function drop(target: Element, file: File): Promise<boolean> {
  const event = new Event('drop', { bubbles: true, cancelable: true })
  Object.assign(event, { dataTransfer: { types: ['Files'], files: [file] } })
  return act(() => Promise.resolve(target.dispatchEvent(event)))
}

const entryOf = (trip: Trip, title: string): Entry => {
  const entry = trip.entries.find((one) => one.kind !== 'encounter' && one.title === title)
  if (!entry) throw new Error(`There is no entry ${title}.`)
  return entry
}

describe('the days', () => {
  test('the rail has the days with the number of their entries, including travel days', async () => {
    await openJournal()
    expect(dayRow(/^Monday, 13 April, before the conference, no entries/)).toBeTruthy()
    expect(dayRow(/^Tuesday, 14 April, 3 entries/).getAttribute('aria-selected')).toBe('true')
    expect(dayRow(/^Friday, 17 April, after it/)).toBeTruthy()
  })

  test('further days can be added to the rail', async () => {
    const { user } = await openJournal()
    await user.click(screen.getByRole('button', { name: 'Travel day' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Sunday, 12 April' }))
    expect(dayRow(/^Sunday, 12 April/).getAttribute('aria-selected')).toBe('true')
    expect(screen.getByRole('heading', { name: 'Sunday, 12 April' })).toBeTruthy()
  })

  test('a day without entries says what will be there and offers to add one', async () => {
    const { user, saved } = await openJournal()
    await user.click(dayRow(/^Wednesday/))
    expect(screen.getByText('Nothing from this day yet')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Write a note' }))
    await waitFor(() => expect(document.activeElement).toBe(editor().contentDOM))
    expect((await saved()).entries.at(-1)).toMatchObject({ kind: 'note', day: '2026-04-15' })
  })
})

describe('the list', () => {
  test('the list shows when each entry was, who spoke, and its marks', async () => {
    await openJournal()
    expect(titles()).toEqual(['Opening', 'State of ML', 'Lunch'])
    expect(row('State of ML').textContent).toContain('10:45')
    expect(row('State of ML').textContent).toContain('Oleh K. · Europium')
    expect(within(row('State of ML')).getByText('Highlight')).toBeTruthy()
    expect(within(row('Lunch')).getByText('Private')).toBeTruthy()
  })

  test('the arrow keys move through the list, Enter goes into the text and Esc comes back', async () => {
    const { user } = await openJournal()
    await user.click(row('Opening'))
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(row('State of ML').getAttribute('aria-selected')).toBe('true'))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(editor().contentDOM))
    expect(editor().state.doc.toString()).toBe('A **summary**.')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(row('State of ML')))
  })

  test('Alt with an arrow key moves an entry in the list, which is announced', async () => {
    const { user, saved, container } = await openJournal()
    await user.click(row('Lunch'))
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => expect(titles()).toEqual(['Opening', 'Lunch', 'State of ML']))
    await waitFor(() =>
      expect(container.querySelector('output')?.textContent).toBe('“Lunch” is now number 2 of 3 on Tuesday, 14 April.'),
    )
    expect(entryOf(await saved(), 'Lunch')).toEqual((await saved()).entries[1])
    expect(document.activeElement).toBe(row('Lunch'))
  })

  test('Delete removes an entry from the list, and Undo restores it', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('Lunch'))
    await user.keyboard('{Delete}')
    await waitFor(() => expect(titles()).toEqual(['Opening', 'State of ML']))
    const message = screen.getByRole('region', { name: 'Messages' })
    await user.click(await within(message).findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(titles()).toEqual(['Opening', 'State of ML', 'Lunch']))
    expect(entryOf(await saved(), 'Lunch').text).toBe('Noodles.')
  })

  test('T adds a talk with the focus on its title, and Enter moves on to its text', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('Opening'))
    await user.keyboard('t')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Title' })))
    await user.keyboard('Tales of the deep{Enter}')
    expect(document.activeElement?.getAttribute('aria-label') ?? '').not.toBe('Title')
    await waitFor(() => expect(document.activeElement).toBe(editor().contentDOM))
    expect(entryOf(await saved(), 'Tales of the deep').kind).toBe('talk')
  })

  test('the list is not rendered again during typing, as long as it shows the same', async () => {
    const { user } = await openJournal()
    await user.click(row('State of ML'))
    let changes = 0
    const observer = new MutationObserver((records) => (changes += records.length))
    observer.observe(list(), { subtree: true, childList: true, attributes: true, characterData: true })
    write(' And more words.')
    await act(() => useTrip.getState().flush())
    observer.disconnect()
    expect(changes).toBe(0)
  })
})

describe('the list during typing', () => {
  test('the list shows a new title once typing pauses, or at once when the field is left', async () => {
    const { user } = await openJournal()
    await user.click(row('State of ML'))
    const title = screen.getByRole('textbox', { name: 'Title' })
    act(() => title.focus())
    let changes = 0
    const observer = new MutationObserver((records) => (changes += records.length))
    observer.observe(list(), { subtree: true, childList: true, characterData: true })
    fireEvent.change(title, { target: { value: 'State of models' } })
    await act(() => useTrip.getState().flush())
    expect(changes).toBe(0)
    observer.disconnect()
    await waitFor(() => expect(row('State of models')).toBeTruthy())
    fireEvent.change(title, { target: { value: 'State of all models' } })
    await act(() => useTrip.getState().flush())
    act(() => title.blur())
    expect(row('State of all models')).toBeTruthy()
  })
})

describe('the entry', () => {
  test('the entry keeps what is typed into it, and counts its words', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('Lunch'))
    write(' And tea.')
    expect(entryOf(await saved(), 'Lunch').text).toBe('Noodles. And tea.')
    await waitFor(() => expect(useWordCount.getState().words).toBe(3))
  })

  test('the entry accepts times as they are typed, in the trip’s zone', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('State of ML'))
    await openDetails(user)
    const end = screen.getByRole('textbox', { name: 'End' })
    await user.clear(end)
    await user.type(end, '10.15{Enter}')
    expect(screen.getByText('The end is before the start.')).toBeTruthy()
    await user.clear(end)
    await user.type(end, '1130')
    await user.tab()
    expect(screen.queryByText('The end is before the start.')).toBeNull()
    expect(entryOf(await saved(), 'State of ML')).toMatchObject({ end: `${day}T11:30:00+02:00` })
  })

  test('the entry has rows for speakers, and drops those that stay empty', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('Opening'))
    await openDetails(user)
    await user.click(screen.getByRole('button', { name: 'Add speaker' }))
    await user.keyboard('Ada{Tab}host{Enter}')
    await user.click(screen.getByRole('textbox', { name: 'Title' }))
    expect(entryOf(await saved(), 'Opening')).toMatchObject({
      speakers: [{ name: 'Ada', role: 'host', affiliation: '' }],
    })
    await user.click(screen.getByRole('button', { name: 'Remove speaker' }))
    expect(entryOf(await saved(), 'Opening')).toMatchObject({ speakers: [] })
  })

  test('the entry can be marked as a highlight and as private', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('Opening'))
    await user.click(screen.getByRole('button', { name: 'Mark as a highlight' }))
    await user.click(screen.getByRole('button', { name: 'Keep private' }))
    expect(entryOf(await saved(), 'Opening')).toMatchObject({ highlight: true, private: true })
  })

  test('the entry can be moved to another day with its menu', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('Lunch'))
    await user.click(screen.getByRole('button', { name: 'More for this entry' }))
    await user.click(screen.getByRole('menuitem', { name: /Move to day/ }))
    await user.click(await screen.findByRole('option', { name: /Thursday, 16 April/ }))
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Thursday, 16 April' })).toBeTruthy())
    expect(entryOf(await saved(), 'Lunch')).toMatchObject({ day: '2026-04-16', start: '2026-04-16T12:20:00+02:00' })
  })

  test('the entry keeps its text on the screen while the disk is full', async () => {
    const { user, fillDisk, saved } = await openJournal()
    await user.click(row('Lunch'))
    fillDisk('ENOSPC')
    write(' And tea.')
    await act(() => useTrip.getState().flush())
    expect(useTrip.getState().save.state).toBe('failed')
    await user.click(row('Opening'))
    await user.click(row('Lunch'))
    expect(editor().state.doc.toString()).toBe('Noodles. And tea.')
    fillDisk(null)
    expect(entryOf(await saved(), 'Lunch').text).toBe('Noodles. And tea.')
  })
})

describe('leaving and dropping', () => {
  test('Esc returns to the list from every field, and keeps what was typed in it', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('State of ML'))
    await openDetails(user)
    await user.click(screen.getByRole('combobox', { name: 'Room' }))
    await user.keyboard('{Escape}')
    expect(document.activeElement).toBe(row('State of ML'))
    const end = screen.getByRole('textbox', { name: 'End' })
    await user.clear(end)
    await user.type(end, '1130{Escape}')
    expect(document.activeElement).toBe(row('State of ML'))
    expect(entryOf(await saved(), 'State of ML')).toMatchObject({ end: '2026-04-14T11:30:00+02:00' })
  })

  test('the spelling of a title is checked, and that of a name is not', async () => {
    const { user } = await openJournal()
    await user.click(row('Lunch'))
    expect(screen.getByRole('textbox', { name: 'Title' }).getAttribute('spellcheck')).toBe('true')
    await act(() => useTrip.getState().addEntry('encounter', day))
    expect((await screen.findByRole('textbox', { name: 'Who' })).getAttribute('spellcheck')).toBe('false')
  })

  test('a picture that is dropped beside the text is added to it', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('Lunch'))
    await drop(document.body, new File([onePixel], 'hall.png', { type: 'image/png' }))
    await waitFor(() => expect(editor().state.doc.toString()).toMatch(/^Noodles\.\n\n!\[\]\(photo:[\w-]+\)/))
    expect((await saved()).photos).toHaveLength(1)
  })

  test('a picture becomes the cover of the trip and gives that up again, and both can be undone', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('Lunch'))
    await drop(document.body, new File([onePixel], 'hall.png', { type: 'image/png' }))
    await user.click(await screen.findByRole('button', { name: 'Use as cover' }))
    const [photo] = (await saved()).photos
    expect((await saved()).cover).toBe(photo?.id)
    await user.click(await screen.findByRole('button', { name: 'Not as cover' }))
    expect((await saved()).cover).toBeNull()
    await act(() => useTrip.getState().undo())
    expect((await saved()).cover).toBe(photo?.id)
    await act(() => useTrip.getState().undo())
    expect((await saved()).cover).toBeNull()
  })

  test('the Undo of the notice about a cover takes that back, and not what was done since', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('Lunch'))
    await drop(document.body, new File([onePixel], 'hall.png', { type: 'image/png' }))
    await user.click(await screen.findByRole('button', { name: 'Use as cover' }))
    const [notice] = useApp.getState().toasts
    const lunch = useTrip.getState().entryId ?? ''
    act(() => useTrip.getState().editEntry(lunch, { highlight: true }))
    await act(async () => notice?.action?.run())
    const trip = await saved()
    expect(trip.cover).toBeNull()
    expect(entryOf(trip, 'Lunch')).toMatchObject({ highlight: true })
  })

  test('dropping a file that is not a picture shows a message, and the page stays', async () => {
    const { user } = await openJournal()
    await user.click(row('Lunch'))
    expect(await drop(document.body, new File(['x'], 'notes.txt', { type: 'text/plain' }))).toBe(false)
    expect(await screen.findByText(/Only pictures can be put into the text/)).toBeTruthy()
    expect(editor().state.doc.toString()).toBe('Noodles.')
  })
})

describe('for screen readers', () => {
  test('axe finds no violations with no entry open, with each kind, and in the dialog', async () => {
    const { user, container } = await openJournal([
      ...entries,
      { kind: 'encounter', who: 'Iqbal', role: 'CEO', start: `${day}T13:00:00+02:00` },
    ])
    expect(await axeFindings(container)).toEqual([])
    for (const title of ['State of ML', 'Lunch', 'Iqbal']) {
      await user.click(row(title))
      expect(await axeFindings(container)).toEqual([])
      await openDetails(user)
      expect(await axeFindings(container)).toEqual([])
    }
    await user.click(screen.getByRole('button', { name: 'More for this entry' }))
    await user.click(screen.getByRole('menuitem', { name: /Move to day/ }))
    expect(await axeFindings()).toEqual([])
  })
})
