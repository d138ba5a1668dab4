import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { day, dayRow, openDetails, openJournal, row, titles } from './open-journal.tsx'

afterEach(forgetDocuments)

const talks = ['Opening', 'State of ML', 'Tests', 'Types', 'Heat', 'Closing'].map((title, index) => ({
  kind: 'talk' as const,
  title,
  start: `${day}T1${index}:00:00+02:00`,
}))

const openTalks = () => openJournal([...talks, { kind: 'note', title: 'Dinner', start: `${day}T19:00:00+02:00` }])

const selected = () => titles().filter((title) => row(`${title}`).getAttribute('aria-selected') === 'true')
const message = () => screen.getByRole('region', { name: 'Messages' })
const undo = () => act(() => useTrip.getState().undo())

/** Selects the six talks with the keyboard. */
async function selectTalks(user: Awaited<ReturnType<typeof openTalks>>['user']) {
  await user.click(row('Opening'))
  await user.keyboard('{Shift>}{ArrowDown>5/}{/Shift}')
  await waitFor(() => expect(selected()).toHaveLength(6))
}

describe('selecting several entries', () => {
  test('Shift with the arrow keys selects several entries, and Esc goes back to the open one', async () => {
    const { user } = await openTalks()
    await selectTalks(user)
    expect(screen.getByText('6 selected')).toBeTruthy()
    expect(document.activeElement).toBe(row('Closing'))
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}')
    await waitFor(() => expect(selected()).toHaveLength(5))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(selected()).toHaveLength(1))
    expect(screen.queryByText('5 selected')).toBeNull()
  })

  test('the open entry has a mark only among several that are selected, as the only selected one is open', async () => {
    const { user } = await openTalks()
    await user.click(row('Opening'))
    expect(screen.queryByTitle('Being edited')).toBeNull()
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await waitFor(() => expect(screen.getAllByTitle('Being edited')).toHaveLength(1))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByTitle('Being edited')).toBeNull())
  })

  test('a click with Shift selects from the entry that was opened elsewhere', async () => {
    const { user } = await openTalks()
    const second = useTrip.getState().trip?.entries[1]
    act(() => useTrip.getState().selectEntry(second?.id ?? null))
    await user.keyboard('{Shift>}')
    await user.click(row('Heat'))
    await user.keyboard('{/Shift}')
    await waitFor(() => expect(selected()).toEqual(['State of ML', 'Tests', 'Types', 'Heat']))
  })

  test('Shift with an arrow key selects no words of the page at the end of the list', async () => {
    const { user } = await openTalks()
    await user.click(row('Dinner'))
    expect(fireEvent.keyDown(row('Dinner'), { key: 'ArrowDown', shiftKey: true })).toBe(false)
    expect(selected()).toEqual(['Dinner'])
  })

  test('a click with Ctrl adds an entry or takes it away, and Ctrl A selects the whole day', async () => {
    const { user } = await openTalks()
    await user.click(row('Opening'))
    await user.keyboard('{Control>}')
    await user.click(row('Tests'))
    await user.click(row('Heat'))
    await user.click(row('Tests'))
    await user.keyboard('{/Control}')
    await waitFor(() => expect(selected()).toEqual(['Opening', 'Heat']))
    await user.keyboard('{Control>}a{/Control}')
    await waitFor(() => expect(selected()).toHaveLength(7))
    expect(screen.getByText('7 selected')).toBeTruthy()
  })
})

describe('what the keys do to several entries', () => {
  test('S stars all selected entries in one step, and once all have a star, takes it away', async () => {
    const { user, saved } = await openTalks()
    await selectTalks(user)
    await user.keyboard('s')
    await waitFor(() => expect(within(row('Heat')).getByText('Highlight')).toBeTruthy())
    expect((await saved()).entries.filter(({ highlight }) => highlight)).toHaveLength(6)
    await undo()
    expect(await within(message()).findByText('Undone: star of 6 entries.')).toBeTruthy()
    expect((await saved()).entries.filter(({ highlight }) => highlight)).toHaveLength(0)
    await waitFor(() => expect(selected()).toHaveLength(6))
    await user.keyboard('s')
    await user.keyboard('s')
    expect((await saved()).entries.filter(({ highlight }) => highlight)).toHaveLength(0)
  })

  test('L keeps one entry private and lets it go again', async () => {
    const { user, saved } = await openTalks()
    await user.click(row('Heat'))
    await user.keyboard('l')
    expect((await saved()).entries.filter((entry) => entry.private)).toHaveLength(1)
    await undo()
    expect(await within(message()).findByText('Undone: privacy of “Heat”.')).toBeTruthy()
  })

  test('# asks for tags; Enter gives them to all selected entries and keeps the tags that each has', async () => {
    const { user, saved } = await openJournal([
      { kind: 'talk', title: 'One', tags: ['python', 'own'] },
      { kind: 'talk', title: 'Two', tags: ['python'] },
    ])
    await user.click(row('One'))
    await user.keyboard('{Control>}a{/Control}#')
    const dialog = await screen.findByRole('dialog', { name: 'Tags of 2 entries' })
    expect(within(dialog).getByText('python')).toBeTruthy()
    expect(within(dialog).queryByText('own')).toBeNull()
    expect(await axeFindings(dialog)).toEqual([])
    await user.keyboard('wasm, ml{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const tagsOf = async () => (await saved()).entries.map(({ tags }) => tags)
    expect(await tagsOf()).toEqual([
      ['python', 'own', 'wasm', 'ml'],
      ['python', 'wasm', 'ml'],
    ])
    await undo()
    expect(await tagsOf()).toEqual([['python', 'own'], ['python']])
  })

  test('Delete removes all selected entries, opens the one after them, and Undo brings all back', async () => {
    const { user, saved } = await openTalks()
    await selectTalks(user)
    await user.keyboard('{Delete}')
    await waitFor(() => expect(titles()).toEqual(['Dinner']))
    await waitFor(() => expect(document.activeElement).toBe(row('Dinner')))
    await user.click(await within(message()).findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(titles()).toHaveLength(7))
    expect((await saved()).entries.map((entry) => ('title' in entry ? entry.title : ''))).toEqual([
      ...talks.map(({ title }) => title),
      'Dinner',
    ])
  })

  test('Alt with an arrow key moves all selected entries as a block', async () => {
    const { user } = await openTalks()
    await user.click(row('Tests'))
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await waitFor(() => expect(selected()).toEqual(['Tests', 'Types']))
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => expect(titles().slice(0, 4)).toEqual(['Opening', 'Tests', 'Types', 'State of ML']))
    expect(selected()).toEqual(['Tests', 'Types'])
    await undo()
    await waitFor(() => expect(titles().slice(0, 4)).toEqual(['Opening', 'State of ML', 'Tests', 'Types']))
  })
})

describe('the context menu', () => {
  test('a right click on an entry selects it and offers what can be done with it', async () => {
    const { user, saved } = await openTalks()
    await user.click(row('Opening'))
    fireEvent.contextMenu(row('Heat'), { button: 2, clientX: 300, clientY: 200 })
    const menu = await screen.findByRole('menu', { name: 'This entry' })
    expect(await axeFindings(menu)).toEqual([])
    await user.click(within(menu).getByRole('menuitem', { name: 'Star' }))
    expect((await saved()).entries.find(({ highlight }) => highlight)).toMatchObject({ title: 'Heat' })
    await waitFor(() => expect(selected()).toEqual(['Heat']))
  })

  test('the context menu of several entries is about all of them', async () => {
    const { user } = await openTalks()
    await selectTalks(user)
    fireEvent.contextMenu(row('Heat'))
    const menu = await screen.findByRole('menu')
    expect(within(menu).getByRole('menuitem', { name: 'Star 6 entries' })).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(row('Closing')))
    expect(selected()).toHaveLength(6)
  })

  test('a right click on a day offers to add an entry to it', async () => {
    const { user, saved } = await openTalks()
    fireEvent.contextMenu(dayRow(/^Thursday, 16 April/), { button: 2, clientX: 60, clientY: 200 })
    const menu = await screen.findByRole('menu', { name: 'This day' })
    await user.click(within(menu).getByRole('menuitem', { name: 'New note' }))
    await waitFor(() => expect(useTrip.getState().day).toBe('2026-04-16'))
    expect((await saved()).entries.at(-1)).toMatchObject({ kind: 'note', day: '2026-04-16' })
  })
})

describe('the kind of an entry', () => {
  test('a note becomes a talk with a click on its kind, and Undo makes it a note again', async () => {
    const { user, saved } = await openJournal([{ kind: 'note', title: 'State of ML', text: 'A summary.' }])
    await user.click(row('State of ML'))
    await user.click(screen.getByRole('button', { name: 'Talk' }))
    await screen.findByRole('button', { name: 'Talk', pressed: true })
    await openDetails(user)
    await user.type(screen.getByRole('combobox', { name: 'Room' }), 'Europium')
    expect((await saved()).entries).toMatchObject([{ kind: 'talk', title: 'State of ML', room: 'Europium' }])
    await undo()
    await undo()
    expect(await within(message()).findByText('Undone: kind of “State of ML”.')).toBeTruthy()
    expect((await saved()).entries).toMatchObject([{ kind: 'note', title: 'State of ML', text: 'A summary.' }])
    await waitFor(() => expect(document.activeElement).toBe(row('State of ML')))
  })

  test('what is typed while the kind changes reaches the disk', async () => {
    const { user, saved } = await openJournal([{ kind: 'talk', title: 'Heat', room: 'Helium' }])
    await user.click(row('Heat'))
    const { id } = (await saved()).entries[0] ?? { id: '' }
    act(() => useTrip.getState().editEntry(id, { text: 'Before.' }))
    const change = useTrip.getState().changeKind([id], 'note')
    act(() => useTrip.getState().editEntry(id, { text: 'Before. After.' }))
    await act(() => change)
    act(() => useTrip.getState().editEntry(id, { title: 'Warm' }))
    expect((await saved()).entries).toMatchObject([
      { kind: 'note', title: 'Warm', text: 'Before. After.', kept: { room: 'Helium' } },
    ])
  })
})

describe('entries out of order', () => {
  test('entries that stand out of order can be sorted by time with one click, which can be undone', async () => {
    const { user } = await openTalks()
    expect(screen.queryByText('Not in the order of time')).toBeNull()
    await user.click(row('Heat'))
    await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}')
    const moved = ['Opening', 'State of ML', 'Heat', 'Tests', 'Types', 'Closing', 'Dinner']
    await waitFor(() => expect(titles()).toEqual(moved))
    await user.click(screen.getByRole('button', { name: 'Sort by time' }))
    await waitFor(() => expect(titles()).toEqual([...talks.map(({ title }) => title), 'Dinner']))
    expect(screen.queryByText('Not in the order of time')).toBeNull()
    await undo()
    expect(await within(message()).findByText('Undone: sorting Tuesday by time.')).toBeTruthy()
    await waitFor(() => expect(titles()).toEqual(moved))
  })
})
