import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { line, openByTheme, openReport, outline, preview, row, typeText } from './open-report.tsx'

describe('the report by theme', () => {
  test('sections are added and named, and entries in no section are listed', async () => {
    const { user } = await openReport()
    await user.click(screen.getByRole('radio', { name: 'By theme' }))
    expect(outline()).toEqual(['no section: Opening, Keynote, In-Browser ML, Lightning talks'])
    await user.click(screen.getByRole('button', { name: 'Add a section' }))
    await user.keyboard('Talks & Tools')
    await user.click(screen.getByRole('switch', { name: 'Numbered sections' }))
    await within(preview()).findByRole('heading', { name: '1. Talks & Tools' })
    expect(screen.getByText('1.')).toBeTruthy()
  })

  test('written entries that are in no section are neither ticked nor denied', async () => {
    const { user } = await openReport()
    await user.click(screen.getByRole('radio', { name: 'By theme' }))
    await within(preview()).findByText('None of the 4 entries is in a section yet.')
    expect(preview().textContent).not.toContain('no text')
    expect(screen.queryAllByRole('checkbox', { name: /^Include/ })).toEqual([])
    await user.click(screen.getByRole('button', { name: /things? to look at/ }))
    screen.getByText('4 entries stand in no section and are left out.')
  })

  test('the keyboard moves an entry through the sections and keeps the focus on it', async () => {
    const { user } = await openByTheme()
    expect(outline()).toEqual(['Talks: Keynote, In-Browser ML', 'no section: Opening, Lightning talks'])
    row('Keynote').focus()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(outline()[0]).toBe('Talks: In-Browser ML, Keynote')
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(outline().slice(0, 2)).toEqual(['Talks: In-Browser ML', 'Evening: Keynote'])
    expect(document.activeElement).toBe(row('Keynote'))
    expect(screen.getByText('Keynote is number 1 of 1 in Evening now.')).toBeTruthy()
    await act(() => useTrip.getState().undo())
    expect(outline()[0]).toBe('Talks: In-Browser ML, Keynote')
  })

  test('a digit files the selected entry into the section with this number, and goes on with the next', async () => {
    const { user, saved } = await openByTheme()
    row('Opening').focus()
    await user.keyboard('2')
    expect(document.activeElement).toBe(row('Lightning talks'))
    await user.keyboard('1')
    expect(outline()).toEqual(['Talks: Keynote, In-Browser ML, Lightning talks', 'Evening: Opening'])
    expect(screen.getByText('Lightning talks is number 3 of 3 in Talks now.')).toBeTruthy()
    row('Keynote').focus()
    await user.keyboard('0')
    expect(document.activeElement).toBe(row('In-Browser ML'))
    // There are only two sections.
    await user.keyboard('7')
    expect((await saved()).report.sections.map(({ entryIds }) => entryIds.length)).toEqual([2, 1])
    await act(() => useTrip.getState().undo())
    expect(outline()[0]).toBe('Talks: Keynote, In-Browser ML, Lightning talks')
  })

  test('filing an entry includes it where only chosen entries are, unless it was left out', async () => {
    const { user, ids, saved } = await openByTheme()
    const [opening = '', , , lightning = ''] = ids
    const leftOut = { include: false, heading: null, excerpt: null, talk: null }
    act(() => useTrip.getState().editReport({ includesNew: false, entries: { [lightning]: leftOut } }))
    row('Opening').focus()
    await user.keyboard('2')
    row('Lightning talks').focus()
    await user.keyboard('2')
    const { report } = await saved()
    expect(report.sections[1]?.entryIds).toEqual([opening, lightning])
    expect([report.entries[opening]?.include, report.entries[lightning]?.include]).toEqual([true, false])
    // Both changes are one step.
    await act(() => useTrip.getState().undo())
    await act(() => useTrip.getState().undo())
    expect((await saved()).report.entries[opening]).toBeUndefined()
  })

  test('sections are made of the days in one step', async () => {
    const { user } = await openReport({ arrangement: 'theme' })
    await user.click(screen.getByRole('button', { name: 'Begin with…' }))
    await user.click(await screen.findByRole('menuitem', { name: 'The days' }))
    expect(outline()).toEqual(['1st Day: Opening, Keynote', '2nd Day: In-Browser ML', '3rd Day: Lightning talks'])
    await act(() => useTrip.getState().undo())
    expect(outline()).toEqual(['no section: Opening, Keynote, In-Browser ML, Lightning talks'])
  })

  test('a section has a text of its own, and its entries are numbered', async () => {
    const { user, saved } = await openByTheme()
    await user.click(screen.getByRole('button', { name: 'More about Talks' }))
    await user.click(screen.getByRole('menuitem', { name: 'Write a text for the section' }))
    // The menu gives the focus back to its button first.
    const label = 'Text of the section “Talks”'
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe(label))
    typeText('In short.')
    await user.click(screen.getByRole('button', { name: 'More about Talks' }))
    await user.click(screen.getByRole('menuitem', { name: 'Number its entries' }))
    await within(preview()).findByRole('heading', { name: '2. In-Browser ML' })
    expect(row('1.Keynote')).toBeTruthy()
    expect((await saved()).report.sections[0]).toMatchObject({ text: 'In short.', numberedEntries: true })
  })

  test('a menu moves an entry into any section, or out of all', async () => {
    const { user, saved } = await openByTheme()
    await user.click(screen.getByRole('button', { name: 'More about “Opening”' }))
    await user.click(screen.getByRole('menuitem', { name: 'Evening' }))
    expect(outline()).toContain('Evening: Opening')
    await user.click(screen.getByRole('button', { name: 'More about “Keynote”' }))
    await user.click(screen.getByRole('menuitem', { name: 'In no section' }))
    expect(outline()).toEqual(['Talks: In-Browser ML', 'Evening: Opening', 'no section: Keynote, Lightning talks'])
    expect((await saved()).report.sections.map(({ entryIds }) => entryIds.length)).toEqual([1, 1])
  })

  test('an entry is dragged before another one in another section', async () => {
    await openByTheme()
    const data = { setData: () => undefined, setDragImage: () => undefined, effectAllowed: '' }
    fireEvent.dragStart(line('Lightning talks'), { dataTransfer: data })
    // Elements have no height here, so every point counts as the lower half: after the row.
    fireEvent.dragOver(line('Keynote'), { dataTransfer: data })
    fireEvent.drop(line('Keynote'), { dataTransfer: data })
    expect(outline()[0]).toBe('Talks: Keynote, Lightning talks, In-Browser ML')
  })

  test('the entries of a deleted section are in no section, and undo restores it', async () => {
    const { user } = await openByTheme()
    await user.click(screen.getByRole('button', { name: 'More about Talks' }))
    await user.click(screen.getByRole('menuitem', { name: /^Delete the section/ }))
    expect(outline()).toEqual(['no section: Opening, Keynote, In-Browser ML, Lightning talks'])
    await act(() => useTrip.getState().undo())
    expect(outline()[0]).toBe('Talks: Keynote, In-Browser ML')
  })

  test('sections are moved by keyboard from their headings', async () => {
    const { user, saved } = await openByTheme()
    screen.getByRole('textbox', { name: 'Heading of Evening' }).focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect((await saved()).report.sections.map(({ heading }) => heading)).toEqual(['Evening', 'Talks'])
  })
})
