import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { someSession } from '../../support/programmes.ts'
import { idOf, list, openProgramme, pane, row, sessions, titles } from './open-programme.tsx'

const chosen = () => list().querySelector('[aria-selected="true"] .session-row-title')?.textContent

test('an empty programme says what will be there, and offers to import one', async () => {
  const { user, container } = await openProgramme(null)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Import a programme' })))
  await expectNoViolations(container)
  await user.keyboard('{Enter}')
  expect(useApp.getState().dialog).toBe('import-programme')
})

describe('the list of sessions', () => {
  test('shows the sessions in the order of their times, with the days between them', async () => {
    const { container } = await openProgramme()
    expect(titles()).toEqual(['Mud and Maps', 'Boats', 'Crabs', 'Wind', 'Tides'])
    within(list()).getByRole('row', { name: 'Tuesday, 14 April, 10:00–10:30, Mud and Maps, Europium · Oleh Kostromin' })
    await expectNoViolations(container)
  })

  test('has the focus on its first session, and arrow keys, Home and End choose another', async () => {
    const { user } = await openProgramme()
    await waitFor(() => expect(document.activeElement).toBe(row('Mud and Maps')))
    await user.keyboard('{ArrowDown}')
    expect(chosen()).toBe('Mud and Maps')
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(row('Boats'))
    await user.keyboard('{End}')
    expect(document.activeElement).toBe(row('Tides'))
    await user.keyboard('{Home}')
    expect(document.activeElement).toBe(row('Mud and Maps'))
    within(pane()).getByRole('heading', { name: 'Mud and Maps' })
  })

  test('follows the search letter by letter, also into abstracts', async () => {
    const { user } = await openProgramme()
    await user.keyboard('/')
    await user.keyboard('sidew')
    expect(titles()).toEqual(['Crabs'])
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(row('Crabs'))
    await user.keyboard('/{Escape}')
    expect(titles()).toHaveLength(5)
  })

  test('says that nothing matches, and everything is shown again on request', async () => {
    const { user } = await openProgramme()
    await user.keyboard('/zeppelin')
    screen.getByText('No session matches')
    await user.click(screen.getByRole('button', { name: 'Show all sessions' }))
    expect(titles()).toHaveLength(5)
  })

  test('shows one day, and counts on each day what the filter lets through', async () => {
    const { user } = await openProgramme()
    await user.click(screen.getByRole('radio', { name: 'Wednesday, 15 April: 1 session' }))
    expect(titles()).toEqual(['Tides'])
    await user.keyboard('/wind')
    await screen.findByRole('radio', { name: 'Wednesday, 15 April: 0 sessions', checked: true })
    screen.getByRole('radio', { name: 'Tuesday, 14 April: 1 session', checked: false })
  })

  test('shows the sessions of one room', async () => {
    const { user } = await openProgramme()
    await user.click(screen.getByRole('button', { name: 'Filter by room, track, type or language' }))
    await user.click(screen.getByRole('button', { name: /Room/ }))
    await user.click(screen.getByRole('option', { name: 'Helium', hidden: false }))
    expect(titles()).toEqual(['Boats', 'Crabs'])
  })
})

describe('on a conference day', () => {
  test('the Programme opens on the day and at the session that is on', async () => {
    await openProgramme(sessions, {}, { now: '2026-04-14T10:40:00+02:00' })
    await waitFor(() => expect(document.activeElement).toBe(row('Crabs')))
    expect(titles()).toEqual(['Mud and Maps', 'Boats', 'Crabs', 'Wind'])
    within(pane()).getByRole('heading', { name: 'Crabs' })
  })

  test('in a break, the Programme opens at what comes next', async () => {
    await openProgramme(sessions, {}, { now: '2026-04-14T11:30:00+02:00' })
    await waitFor(() => expect(document.activeElement).toBe(row('Wind')))
  })

  test('a line in the grid shows what time it is', async () => {
    const { user } = await openProgramme(sessions, {}, { now: '2026-04-14T10:40:00+02:00' })
    await waitFor(() => expect(document.activeElement).toBe(row('Crabs')))
    await user.keyboard('g')
    const line = document.querySelector<HTMLElement>('.session-grid-now')
    expect(line?.style.top).toBe('80px')
  })
})

test('the languages of sessions are named, not abbreviated', async () => {
  const languages = ['de', 'pt-BR', 'English'].map((language) => ({ ...someSession({ source: language }), language }))
  const { user } = await openProgramme(languages)
  await user.click(screen.getByRole('button', { name: 'Filter by room, track, type or language' }))
  await user.click(screen.getByRole('button', { name: /Language/ }))
  const names = within(screen.getByRole('listbox'))
    .getAllByRole('option')
    .map(({ textContent }) => textContent)
  expect(names).toEqual(['All languages', 'German', 'English', 'Brazilian Portuguese'])
})

test('a session that was asked for elsewhere is shown, whatever the filter', async () => {
  const { user } = await openProgramme()
  await user.keyboard('/crabs')
  act(() => useTrip.getState().selectSession(idOf('Tides')))
  await waitFor(() => expect(titles()).toEqual(['Tides']))
})

test('a speaker leads to what is known about them', async () => {
  const { user } = await openProgramme()
  await user.click(row('Mud and Maps'))
  await user.click(within(pane()).getByRole('button', { name: 'Oleh Kostromin' }))
  const card = await screen.findByRole('region', { name: 'Oleh Kostromin' })
  await user.click(within(card).getByRole('button', { name: /Wind/ }))
  await waitFor(() => expect(chosen()).toBe('Wind'))
})

describe('stars', () => {
  test('S stars a session, which is saved, and Ctrl Z takes it back by its name', async () => {
    const { user, saved } = await openProgramme()
    await user.click(row('Boats'))
    await user.keyboard('s')
    expect(document.activeElement).toBe(row('Boats, Helium, Go'))
    expect((await saved()).plan.marks[idOf('Boats')]?.star).toBe('go')
    await act(() => useTrip.getState().undo())
    await screen.findByText('Undone: star of “Boats”.')
    expect((await saved()).plan.marks[idOf('Boats')]?.star).toBeNull()
  })

  test.each([
    ['m', 'maybe'],
    ['w', 'later'],
  ])('%s gives another kind of star, and takes it away again', async (key, star) => {
    const { user, saved } = await openProgramme()
    await user.click(row('Boats'))
    await user.keyboard(key)
    expect((await saved()).plan.marks[idOf('Boats')]?.star).toBe(star)
    await user.keyboard(key)
    expect((await saved()).plan.marks[idOf('Boats')]?.star).toBeNull()
  })

  test('a letter in the search is a letter', async () => {
    const { user, saved } = await openProgramme()
    await user.click(row('Boats'))
    await user.keyboard('/s')
    expect((await saved()).plan.marks).toEqual({})
  })

  test('starred sessions that overlap are shown as clashes, each with the other', async () => {
    const { user } = await openProgramme()
    await user.click(row('Mud and Maps'))
    await user.keyboard('s{ArrowDown}s')
    await user.click(screen.getByRole('button', { name: 'Clashes: 2 sessions' }))
    expect(titles()).toEqual(['Mud and Maps', 'Boats'])
    within(pane()).getByText('Clashes with')
    await user.click(within(pane()).getByRole('button', { name: '10:00–10:30 Mud and Maps' }))
    expect(document.activeElement).toBe(row('Mud and Maps'))
  })

  test('a short way from another room is named', async () => {
    const { user } = await openProgramme()
    await user.click(row('Mud and Maps'))
    await user.keyboard('s{ArrowDown}{ArrowDown}s')
    expect(pane().textContent).toContain('Begins 2 minutes after “Mud and Maps” ends in another room: Europium')
  })

  test('A notes that one was there', async () => {
    const { user, saved } = await openProgramme()
    await user.click(row('Crabs'))
    await user.keyboard('a')
    expect((await saved()).plan.marks[idOf('Crabs')]?.attendance).toBe('attended')
    expect(document.activeElement).toBe(row('Crabs, Helium · Oleh Kostromin, Attended'))
  })
})

test('the sessions of a hidden room are left out, the focus goes to another one, and Ctrl Z shows them again', async () => {
  const { user } = await openProgramme()
  await user.pointer({ target: row('Boats'), keys: '[MouseRight]' })
  await user.click(await screen.findByRole('menuitem', { name: 'Hide “Helium”' }))
  expect(titles()).toEqual(['Mud and Maps', 'Wind', 'Tides'])
  await user.click(screen.getByRole('button', { name: 'Hidden: 2 sessions' }))
  expect(titles()).toEqual(['Boats', 'Crabs'])
  await act(() => useTrip.getState().undo())
  await screen.findByText('Undone: hiding “Helium”.')
})

test('R leads to the next session in the same room', async () => {
  const { user } = await openProgramme()
  await user.click(row('Boats'))
  await user.keyboard('r')
  expect(document.activeElement).toBe(row('Crabs'))
})

test('Enter opens an entry that carries what the programme knows, and later the same one', async () => {
  const { user, tripId } = await openProgramme()
  await user.click(row('Mud and Maps'))
  await user.keyboard('{Enter}')
  expect(useApp.getState().place).toEqual({ name: 'trip', tripId, tab: 'journal' })
  const { trip, entryId } = useTrip.getState()
  const entry = trip?.entries.find(({ id }) => id === entryId)
  expect(entry).toMatchObject({
    kind: 'talk',
    title: 'Mud and Maps',
    room: 'Europium',
    sessionId: idOf('Mud and Maps'),
  })
  act(() => useApp.getState().goToTrip(tripId, 'programme'))
  await user.click(within(pane()).getByRole('button', { name: 'Open your entry' }))
  expect(useTrip.getState().entryId).toBe(entryId)
  expect(useTrip.getState().trip?.entries).toHaveLength(1)
})

describe('the grid of rooms', () => {
  test('shows one day by room, and arrow keys go through times and rooms', async () => {
    const { user, container } = await openProgramme()
    await user.click(row('Mud and Maps'))
    await user.keyboard('g')
    const grid = screen.getByRole('grid', { name: 'Sessions by room' })
    const cell = (title: string) => within(grid).getByRole('gridcell', { name: new RegExp(title) })
    expect(document.activeElement).toBe(cell('Mud and Maps'))
    expect(
      within(grid)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Europium', 'Helium'])
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(cell('Boats'))
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(cell('Crabs'))
    await user.keyboard('{ArrowLeft}')
    expect(document.activeElement).toBe(cell('Mud and Maps'))
    await user.keyboard('{End}')
    expect(document.activeElement).toBe(cell('Wind'))
    expect(within(grid).queryByRole('gridcell', { name: /Tides/ })).toBeNull()
    await expectNoViolations(container)
  })
})

test('changes from another computer are shown while the programme is on the screen', async () => {
  const { engine, tripId } = await openProgramme()
  const star = { edit: 'star', sessionId: idOf('Wind'), star: 'go' } as const
  await engine.handlers['programme.edit']({ tripId, edits: [star] })
  await act(() => useTrip.getState().readProgramme())
  expect(row('Wind.*Go')).toBeDefined()
})

test('what the latest import changed can be listed', async () => {
  const { user } = await openProgramme(undefined, { changed: { [idOf('Wind')]: ['moved'] } })
  await user.click(screen.getByRole('button', { name: 'Changed: 1 session' }))
  expect(titles()).toEqual(['Wind'])
  await user.click(row('Wind'))
  within(pane()).getByText('Moved in the latest programme')
})
