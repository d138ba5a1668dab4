import { act, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { detailParts } from '../../../renderer/journal/detail-parts.ts'
import { headOf } from '../../../renderer/journal/entry-head.ts'
import { LookUpDialog } from '../../../renderer/journal/look-up-dialog.tsx'
import { goToHit } from '../../../renderer/search/go-to-hit.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { valueOf } from '../../support/page-bridge.ts'
import { day, entries, openJournal, row } from './open-journal.tsx'

afterEach(forgetDocuments)

const line = () => screen.getByRole('button', { name: /^Details/ })
const lineText = () => line().textContent
const undo = () => act(() => useTrip.getState().undo())

const Dialogs = () => useApp(({ dialog }) => dialog === 'to-look-up') && <LookUpDialog />

async function openTalk() {
  const journal = await openJournal()
  await journal.user.click(row('State of ML'))
  return journal
}

describe('the line of details', () => {
  test('a talk has one line with its times, room, speakers, links and tags', async () => {
    await openTalk()
    expect(lineText()).toMatch(/^10:45–11:15(?: Berlin time)? · Europium · Oleh K\. · 1 link · #wasm$/)
    expect(line().getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryByRole('combobox')).toBeNull()
  })

  test('a new talk has a line that names what could be filled in', async () => {
    const { saved } = await openJournal([])
    await act(async () => void (await useTrip.getState().addEntry('talk', day)))
    expect(lineText()).toBe('When · Room · Speakers')
    expect(line().getAttribute('aria-label')).toBe('Details')
    expect((await saved()).entries).toHaveLength(1)
  })

  test('the line of a note names its tags, and that of a person the role and the context', async () => {
    const { saved } = await openJournal([
      { kind: 'note', title: 'Lunch' },
      { kind: 'encounter', who: 'Iqbal', role: 'CEO' },
    ])
    const words = (await saved()).entries.map((entry) =>
      detailParts(headOf(entry), 'Europe/Berlin', 'Europe/Berlin').map((part) => part.words),
    )
    expect(words).toEqual([
      ['When', 'Tags'],
      ['When', 'CEO', 'Context'],
    ])
  })

  test('times are said to be those of the venue where this computer’s clock shows others', async () => {
    const { saved } = await openJournal([entries[1] ?? { kind: 'talk' }])
    const [talk] = (await saved()).entries
    if (!talk) throw new Error('There is no talk.')
    expect(detailParts(headOf(talk), 'Europe/Berlin', 'America/Denver')[0]?.words).toBe('10:45–11:15 Berlin time')
  })
})

describe('opening the details', () => {
  test('a click on a part of the line opens the fields, with the focus in that one', async () => {
    const { user } = await openTalk()
    await user.click(screen.getByText('Europium', { selector: '[data-part]' }))
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Room' }))
    await user.click(line())
    expect(screen.queryByRole('combobox', { name: 'Room' })).toBeNull()
  })

  test('a click on the missing speakers of a talk begins the first one', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('Opening'))
    await user.click(screen.getByText('Speakers', { selector: '[data-part]' }))
    await user.keyboard('Ada{Enter}{Enter}')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Text of/ }))
    // Enter in the empty row is the end of the fields.
    expect(line().getAttribute('aria-expanded')).toBe('false')
    expect(lineText()).toContain('Ada')
    expect((await saved()).entries[0]).toMatchObject({ speakers: [{ name: 'Ada' }] })
  })

  test('F2 opens the details from the list, and goes on from them to the text', async () => {
    const { user } = await openTalk()
    await user.keyboard('{F2}')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Start' }))
    await user.keyboard('{F2}')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Text of/ }))
    expect(screen.queryByRole('textbox', { name: 'Start' })).toBeNull()
  })

  test('details with a time that cannot be read stay open', async () => {
    const { user } = await openTalk()
    await user.click(screen.getByText(/^10:45–11:15/, { selector: '[data-part]' }))
    await user.keyboard('soon')
    await user.click(line())
    const start = screen.getByRole('textbox', { name: 'Start' })
    expect(document.activeElement).toBe(start)
    await user.clear(start)
    await user.keyboard('11')
    await user.click(line())
    expect(lineText()).toMatch(/^11:00–/)
  })

  test('an undone field opens the details, with the focus in it', async () => {
    const { user } = await openTalk()
    act(() => useTrip.getState().editEntry(useTrip.getState().entryId ?? '', { room: 'Helium' }))
    await user.click(row('Lunch'))
    await undo()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Room' })))
    expect(screen.getByRole('combobox', { name: 'Room' })).toHaveProperty('value', 'Europium')
  })

  test('a speaker that was found by a search is shown and selected', async () => {
    const { bridge, tripId } = await openJournal()
    const query = { query: 'Oleh', mode: 'words' as const, tripId, filter: {}, limit: 5, waits: true }
    const [hit] = valueOf(await bridge.call('search.find', query)).hits
    if (!hit) throw new Error('Nothing was found.')
    expect(hit.field).toBe('person')
    await act(() => goToHit(hit))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Speaker: Name' })))
  })

  test('a link of a talk that is still without an address is shown by the list of what is to look up', async () => {
    await openJournal([{ kind: 'talk', title: 'Heat', links: [{ label: 'slides', url: '' }] }])
    render(<Dialogs />)
    act(() => useApp.getState().openDialog('to-look-up'))
    act(() => screen.getByText('slides').click())
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Link: What it is' })))
  })
})

describe('the kind of an entry', () => {
  test('Shift T in the list makes a note a talk', async () => {
    const { user, saved } = await openJournal()
    await user.click(row('Lunch'))
    await user.keyboard('{Shift>}T{/Shift}')
    await screen.findByRole('button', { name: 'Talk', pressed: true })
    expect((await saved()).entries.at(-1)).toMatchObject({ kind: 'talk', title: 'Lunch' })
  })
})
