import { EditorView } from '@codemirror/view'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { commandName } from '../../../renderer/commands/command-entries.tsx'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { App } from '../../../renderer/frame/app.tsx'
import { start } from '../../../renderer/frame/start.ts'
import { forgetChosen } from '../../../renderer/palette/chosen.ts'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { connectPage, type PageBridge, valueOf } from '../../support/page-bridge.ts'
import { someTrip } from '../../support/trips.ts'

let page: PageBridge
let user: UserEvent
let tripId: string

beforeEach(async () => {
  forgetDocuments()
  forgetChosen()
  user = userEvent.setup()
  page = await connectPage()
  const { trip } = valueOf(await page.bridge.call('trips.create', someTrip()))
  tripId = trip.id
  valueOf(await page.bridge.call('trips.create', { ...someTrip(), title: 'Harbour Days' }))
  for (const [day, title] of [
    ['2026-04-14', 'Opening'],
    ['2026-04-15', 'Heat pumps at sea'],
  ] as const) {
    const fields = { kind: 'talk' as const, title, text: 'It was good.' }
    valueOf(await page.bridge.call('entries.add', { tripId, kind: 'talk', day, start: null, fields }))
  }
  page.onEnd(await start())
  render(<App />)
})

const open = async () => {
  await user.keyboard('{Control>}k{/Control}')
  return screen.findByRole('combobox')
}

const openTrip = async () => {
  act(() => useApp.getState().goToTrip(tripId))
  await screen.findByRole('row', { name: /Opening/ })
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('row'))
}

const options = () => screen.queryAllByRole('option').map((option) => option.textContent)
const marked = () => screen.getByRole('option', { selected: true }).textContent

describe('the palette in the library', () => {
  test('finds a trip by the beginnings of its words, and Enter opens it', async () => {
    await open()
    await user.keyboard('hd')
    expect(marked()).toContain('Harbour Days')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(useTrip.getState().trip?.title).toBe('Harbour Days'))
    expect(screen.queryByRole('combobox', { name: 'Go to anything' })).toBeNull()
  })

  test('shows each command that is available, with its keys, and none of a trip', async () => {
    await open()
    await user.keyboard('settings')
    expect(options()).toContain('Settings…Ctrl ,')
    await user.clear(screen.getByRole('combobox'))
    await user.keyboard('export the report')
    expect(options()).toEqual([])
    expect(screen.getByText('Nothing by that name')).toBeTruthy()
  })

  test('has no accessibility problems, with results and without', async () => {
    await open()
    expect(await axeFindings()).toEqual([])
    await user.keyboard('zzzz')
    expect(await axeFindings()).toEqual([])
  })
})

describe('what is in trips that are not open', () => {
  beforeEach(async () => {
    const [entryId] = valueOf(await page.bridge.call('trips.open', { tripId })).entries.map(({ id }) => id)
    const changes = { kind: 'talk' as const, speakers: [{ name: 'Zoë Ek', role: '', affiliation: '' }], tags: ['sea'] }
    valueOf(await page.bridge.call('entries.save', { tripId, entryId: entryId ?? '', changes }))
  })

  test.each([
    ['an entry', 'pumps', 'Heat pumps at sea', (): unknown => useTrip.getState().entryId !== null],
    ['a person', 'zoe', 'Zoë Ek', (): unknown => screen.queryByRole('region', { name: 'Zoë Ek' }) !== null],
    ['a tag', 'sea', 'sea', (): unknown => useTrip.getState().all?.tag === 'sea'],
  ])('%s is found, and opened in its trip', async (_, typed, label, isThere) => {
    await open()
    await user.keyboard(typed)
    const option = await screen.findByText(label, { selector: '.palette-label' })
    await user.click(option)
    await waitFor(() => expect(isThere()).toBe(true))
    expect(useTrip.getState().trip?.id).toBe(tripId)
  })
})

describe('the palette in a trip', () => {
  beforeEach(openTrip)

  test('opens an entry of another day for writing', async () => {
    await open()
    await user.keyboard('pumps{Enter}')
    const text = await screen.findByRole('textbox', { name: 'Text of Heat pumps at sea' })
    await waitFor(() => expect(document.activeElement).toBe(text))
    expect(useTrip.getState().day).toBe('2026-04-15')
  })

  test('shows what is known about a person', async () => {
    const { entries } = useTrip.getState().trip ?? { entries: [] }
    act(() => {
      for (const { id } of entries)
        useTrip.getState().editEntry(id, { speakers: [{ name: 'Zoë Ek', role: '', affiliation: '' }] })
    })
    await open()
    await user.keyboard('zoe ek person{Enter}')
    const card = await screen.findByRole('region', { name: 'Zoë Ek' })
    expect(within(card).getByRole('button', { name: /Heat pumps at sea/ })).toBeTruthy()
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Zoë Ek'))
  })

  test('shows a day, with the focus among its entries', async () => {
    await open()
    await user.keyboard('15 april{Enter}')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Heat pumps at sea'))
  })

  test('runs a command where the focus was', async () => {
    await open()
    await user.keyboard('new note{Enter}')
    await waitFor(() => expect(useTrip.getState().trip?.entries).toHaveLength(3))
    await waitFor(() => expect(document.activeElement?.getAttribute('contenteditable')).toBe('true'))
  })

  test('opens a dialog, which takes the focus', async () => {
    await open()
    await user.keyboard('trip details{Enter}')
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
  })

  test('leads to one part of the settings', async () => {
    await open()
    await user.keyboard('your name{Enter}')
    await waitFor(() =>
      expect(document.activeElement?.closest('[data-setting]')?.getAttribute('data-setting')).toBe('name'),
    )
  })

  test('changes the theme without opening the settings', async () => {
    await open()
    await user.keyboard('venue{Enter}')
    await waitFor(() => expect(useApp.getState().start.settings.theme).toBe('venue'))
    expect(useApp.getState().dialog).toBeNull()
  })

  test('gives the focus back on Escape, and on its own key', async () => {
    const row = document.activeElement
    for (const keys of ['{Escape}', '{Control>}k{/Control}']) {
      await open()
      await user.keyboard('heat')
      await user.keyboard(keys)
      expect(screen.queryByRole('combobox', { name: 'Go to anything' })).toBeNull()
      expect(document.activeElement).toBe(row)
    }
  })

  test('moves the mark with the arrows, round both ends, and with the pointer', async () => {
    await open()
    const all = screen.getAllByRole('option')
    await user.keyboard('{ArrowUp}')
    expect(all.at(-1)?.getAttribute('aria-selected')).toBe('true')
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(all[1]?.getAttribute('aria-selected')).toBe('true')
    expect(screen.getByRole('combobox').getAttribute('aria-activedescendant')).toBe(all[1]?.id)
    await user.pointer({ target: all[3] as HTMLElement })
    expect(all[3]?.getAttribute('aria-selected')).toBe('true')
  })

  test('begins with what was chosen last', async () => {
    await open()
    await user.keyboard('harbour')
    expect(options()).toHaveLength(1)
    await user.keyboard('{Escape}')
    await open()
    await user.keyboard('opening{Enter}')
    await waitFor(() => expect(document.activeElement?.getAttribute('contenteditable')).toBe('true'))
    await open()
    expect(marked()).toContain('Opening')
  })

  test.each(['write', 'leave-entry', 'palette', 'open-trip', 'bold'] as const)(
    'does not offer "%s", which means something elsewhere only',
    async (id) => {
      await open()
      await user.keyboard(commandName(id))
      const names = screen.queryAllByRole('option').map((option) => option.querySelector('.palette-label')?.textContent)
      expect(names).not.toContain(commandName(id))
    },
  )

  test('leaves its key to the selected words of a text, and opens from a text without a selection', async () => {
    await open()
    await user.keyboard('opening{Enter}')
    const text = await screen.findByRole('textbox', { name: 'Text of Opening' })
    await waitFor(() => expect(document.activeElement).toBe(text))
    await open()
    expect(document.activeElement).toBe(screen.getByRole('combobox'))
    await user.keyboard('{Escape}')
    expect(document.activeElement).toBe(text)
    act(() => EditorView.findFromDOM(text)?.dispatch({ selection: { anchor: 0, head: 'It was good.'.length } }))
    await user.keyboard('{Control>}k{/Control}')
    expect(screen.queryByRole('combobox', { name: 'Go to anything' })).toBeNull()
    expect(await screen.findByRole('dialog', { name: 'Link' })).toBeTruthy()
  })
})
