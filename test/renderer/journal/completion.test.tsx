import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import type { EntryChanges } from '../../../electron/shared/trip.ts'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'
import { day, openDetails, openJournal, row } from './open-journal.tsx'

afterEach(forgetDocuments)

const speaker = (name: string, affiliation = '') => ({ name, role: '', affiliation })
const given: EntryChanges[] = [
  { kind: 'talk', title: 'Opening', room: 'Helium', start: `${day}T09:00:00+02:00` },
  {
    kind: 'talk',
    title: 'Keynote',
    room: 'Europium',
    start: `${day}T10:00:00+02:00`,
    speakers: [speaker('Oleh Kostromin', 'Uni Graz')],
    tags: ['wasm'],
  },
  { kind: 'encounter', who: 'Jane Doe', start: `${day}T10:30:00+02:00` },
  { kind: 'talk', title: 'Heat', start: `${day}T11:00:00+02:00` },
]

/** Other trips are read first. */
const asked = { timeout: 10_000 }
const options = async () => (await screen.findAllByRole('option')).map(({ textContent }) => textContent)
const heat = async (saved: () => Promise<{ entries: readonly object[] }>) => (await saved()).entries.at(-1)

describe('what completes a field', () => {
  test('the room of the entry before is offered first', async () => {
    const { user, saved } = await openJournal(given)
    await user.click(row('Heat'))
    await openDetails(user)
    await user.click(screen.getByRole('combobox', { name: 'Room' }))
    expect(await options()).toEqual(['Europium', 'Helium'])
    expect(await axeFindings(document.body)).toEqual([])
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(async () => expect(await heat(saved)).toMatchObject({ room: 'Europium' }))
  })

  test('a person met is offered as a speaker, and a known speaker comes with the affiliation', async () => {
    const { user, saved } = await openJournal(given)
    await user.click(row('Heat'))
    await openDetails(user)
    await user.click(screen.getByRole('button', { name: 'Add speaker' }))
    await user.keyboard('j')
    expect(await options()).toEqual(['Jane Doe'])
    await user.keyboard('{ArrowDown}{Enter}{Enter}kost')
    expect(await options()).toEqual(['Oleh Kostromin'])
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(async () =>
      expect(await heat(saved)).toMatchObject({
        speakers: [speaker('Jane Doe'), speaker('Oleh Kostromin', 'Uni Graz')],
      }),
    )
  })

  test('Esc closes the suggestions first, and what was typed stays', async () => {
    const { user, saved } = await openJournal(given)
    await user.click(row('Heat'))
    await openDetails(user)
    await user.type(screen.getByRole('combobox', { name: 'Room' }), 'Eu')
    await options()
    await user.keyboard('x')
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull())
    await user.keyboard('{Backspace}')
    await options()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull())
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Room' }))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(row('Heat')))
    expect(await heat(saved)).toMatchObject({ room: 'Eu' })
  })

  test('tags are completed from this trip and from the others', async () => {
    const { user, bridge, saved } = await openJournal(given)
    const { trip } = valueOf(await bridge.call('trips.create', someTrip({ title: 'Another' })))
    const fields: EntryChanges = { kind: 'note', tags: ['web', 'Python'] }
    valueOf(await bridge.call('entries.add', { tripId: trip.id, kind: 'note', day, start: null, fields }))
    await user.click(row('Heat'))
    await user.keyboard('#')
    const dialog = await screen.findByRole('dialog', { name: 'Tags' })
    await user.keyboard('w')
    await waitFor(async () => expect(await options()).toEqual(['wasm', 'web']), asked)
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(await within(dialog).findByText('web')).toBeTruthy()
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await heat(saved)).toMatchObject({ tags: ['web'] }))
  })
})

describe('what completes a field from other trips', () => {
  test('rooms and affiliations of other trips come after those of this one', async () => {
    const { user, bridge } = await openJournal(given)
    const { trip } = valueOf(await bridge.call('trips.create', someTrip({ title: 'Another' })))
    const fields: EntryChanges = { kind: 'talk', room: 'Hall H', speakers: [speaker('Ola', 'Uni Bergen')] }
    valueOf(await bridge.call('entries.add', { tripId: trip.id, kind: 'talk', day, start: null, fields }))
    await user.click(row('Heat'))
    await openDetails(user)
    await user.type(screen.getByRole('combobox', { name: 'Room' }), 'h')
    await waitFor(async () => expect(await options()).toEqual(['Helium', 'Hall H']), asked)
    await user.click(screen.getByRole('button', { name: 'Add speaker' }))
    await user.keyboard('{Tab}{Tab}uni')
    await waitFor(async () => expect(await options()).toEqual(['Uni Graz', 'Uni Bergen']), asked)
  })
})

describe('a title line', () => {
  test('speakers, room and time behind the title are offered below it, taken with Enter, and can be undone', async () => {
    const { user, saved } = await openJournal([])
    await act(async () => void (await useTrip.getState().addEntry('talk', day)))
    const title = await screen.findByRole('textbox', { name: 'Title' })
    await user.type(title, 'State of ML / Oleh Kostromin, Jane Doe @Europium 10:45')
    expect(screen.getByText('Enter fills in Oleh Kostromin, Jane Doe · Europium · 10:45')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(await heat(saved)).toMatchObject({
      title: 'State of ML',
      speakers: [speaker('Oleh Kostromin'), speaker('Jane Doe')],
      room: 'Europium',
      start: `${day}T10:45:00+02:00`,
    })
    await act(() => useTrip.getState().undo())
    expect(await heat(saved)).toMatchObject({
      title: 'State of ML / Oleh Kostromin, Jane Doe @Europium 10:45',
      speakers: [],
      room: '',
    })
  })

  test('a title is left as it is if the talk has speakers already', async () => {
    const { user } = await openJournal(given)
    await user.click(row('Keynote'))
    await user.type(screen.getByRole('textbox', { name: 'Title' }), ' / Someone Else')
    expect(screen.queryByText(/Enter fills in/)).toBeNull()
  })
})
