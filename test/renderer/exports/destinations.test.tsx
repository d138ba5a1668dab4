import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ExportDialog } from '../../../renderer/exports/export-dialog.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { expectNoViolations } from '../../support/page-axe.ts'
import { connectPage, valueOf } from '../../support/page-bridge.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { someTrip } from '../../support/trips.ts'

/** Connects the page to a journal with an open trip, beside a folder with a small Hugo site. */
async function openTripBesideSite() {
  const site = join(await temporaryFolder(), 'site')
  await mkdir(site)
  await writeFile(join(site, 'hugo.toml'), 'title = "A site"\n')
  const { bridge } = await connectPage({ chooseFolder: async () => site })
  useApp.getState().setStart(valueOf(await bridge.call('app.start', {})))
  const { trip } = valueOf(await bridge.call('trips.create', someTrip()))
  useApp.getState().go({ name: 'trip', tripId: trip.id, tab: 'report' })
  await act(() => useTrip.getState().open(trip.id))
  act(() => useTrip.getState().editReport({ lead: 'Hello.' }))
  useApp.getState().openDialog('export')
  return { site, bridge, user: userEvent.setup() }
}

test('a destination is entered in the export dialog, chosen, changed and removed', async () => {
  const { bridge, user } = await openTripBesideSite()
  render(<ExportDialog />)
  await user.click(await screen.findByRole('button', { name: 'New destination…' }))
  const name = await screen.findByRole('textbox', { name: 'Name' })
  expect(name).toHaveProperty('value', 'site')
  expect(screen.getByRole('button', { name: /Kind of site$/ }).textContent).toContain('Hugo')
  await user.click(screen.getByRole('checkbox', { name: 'Draft' }))
  await user.click(screen.getByRole('button', { name: 'Add a key' }))
  const key = within(screen.getByRole('group', { name: 'Key' }))
  await user.type(key.getByRole('textbox', { name: 'Key' }), 'toc')
  await user.click(key.getByRole('button', { name: /Kind$/ }))
  await user.click(await screen.findByRole('option', { name: 'Number' }))
  await user.type(key.getByRole('textbox', { name: 'Value' }), 'x')
  expect(screen.getByText('This has to be a number.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(true)
  await expectNoViolations()
  await user.type(key.getByRole('textbox', { name: 'Value' }), '{Backspace}7{Enter}')

  const radio = await screen.findByRole('radio', { name: 'site' })
  expect(radio).toHaveProperty('checked', true)
  expect(screen.getByRole('group', { name: 'Destinations' }).contains(radio)).toBe(true)
  const saved = valueOf(await bridge.call('destinations.list', {}))
  expect(saved).toMatchObject([{ options: { draft: true }, keys: { rename: {}, add: { toc: 7 }, omit: [] } }])

  await user.click(screen.getByRole('button', { name: 'Edit the destination site' }))
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), '2')
  await user.click(screen.getByRole('button', { name: 'Remove the key toc' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await user.click(await screen.findByRole('button', { name: 'Remove the destination site2' }))
  await waitFor(() => expect(screen.queryByRole('radio', { name: 'site2' })).toBeNull())
  expect(valueOf(await bridge.call('destinations.list', {}))).toEqual([])
})

/** Exports once, and then changes two paragraphs on both sides, and a key. */
async function openConflicts() {
  const opened = await openTripBesideSite()
  const { site, bridge, user } = opened
  const destination = { id: crypto.randomUUID(), name: 'Blog', folder: site, target: 'hugo' }
  expect(await bridge.call('destinations.save', { destination })).toMatchObject({
    error: { code: 'destination.folder-not-chosen' },
  })
  valueOf(await bridge.call('destinations.chooseFolder', { startAt: null }))
  valueOf(await bridge.call('destinations.save', { destination }))
  act(() =>
    useTrip.getState().editReport({ lead: 'Hello.\n\nWe met.\n\nIt rained.', title: 'Lanterns', slug: 'lanterns' }),
  )
  const { unmount } = render(<ExportDialog />)
  await user.click(await screen.findByRole('radio', { name: 'Blog' }))
  await user.keyboard('{Enter}')
  await screen.findByText(/all there\.$/)
  const path = join(site, 'content', 'posts', 'lanterns', 'index.md')
  expect(screen.getByText(path)).toBeTruthy()
  unmount()
  const read = () => readFile(path, 'utf8')
  const edit = async (change: (text: string) => string) => writeFile(path, change(await read()))

  await edit((text) =>
    text.replace('Hello.', 'Hello, all.').replace('rained.', 'poured.').replace('"Lanterns"', 'Lights'),
  )
  act(() => useTrip.getState().editReport({ lead: 'Hello, you.\n\nWe met.\n\nIt drizzled.', title: 'Lamps' }))
  render(<ExportDialog />)
  // It was used last, so Enter is enough.
  await screen.findByRole('group', { name: 'Last used' })
  await user.keyboard('{Enter}')
  const heading = await screen.findByText(/^These 3 things were changed both in the site and in the report/)
  expect(document.activeElement).toBe(heading)
  return { ...opened, read, edit }
}

const ofConflict = (name: string) => within(screen.getByRole('radiogroup', { name }))
const writeButton = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Write to the site' })
const said = () => screen.getByRole('status').textContent

test('each conflict is decided with the keyboard, and written as it was chosen', async () => {
  const { user, read } = await openConflicts()
  const before = await read()
  expect(screen.getAllByRole('radiogroup')).toHaveLength(3)
  // Nothing is chosen for the user, and Enter decides nothing.
  expect(screen.queryByRole('radio', { checked: true })).toBeNull()
  expect(said()).toBe('3 of 3 still to be decided')
  expect(writeButton().disabled).toBe(true)
  await user.keyboard('{Enter}')
  await expectNoViolations()

  // Past the two buttons for all of them, Tab goes from one conflict to the next.
  await user.tab()
  await user.tab()
  await user.tab()
  expect(document.activeElement?.closest('[role=radiogroup]')?.textContent).toContain('1. Front matter key “title”')
  await user.keyboard(' ')
  expect(ofConflict('1. Front matter key “title”').getByRole('radio', { checked: true })).toBe(document.activeElement)
  expect(said()).toBe('2 of 3 still to be decided')
  await user.tab()
  await user.keyboard('{ArrowRight}')
  const passage = ofConflict('2. Passage of the text')
  const ours = passage.getByRole<HTMLInputElement>('radio', { name: 'Write what is in the report' })
  expect(ours.checked).toBe(true)
  const described = document.getElementById(ours.getAttribute('aria-describedby') ?? '')
  expect(described?.textContent).toBe('Hello, you.')
  expect(described?.querySelector('mark')?.textContent).toBe('you')
  await user.tab()
  await user.keyboard(' ')
  expect(said()).toBe('Everything is decided.')
  await expectNoViolations()
  expect(await read()).toBe(before)
  await user.keyboard('{Enter}')
  await screen.findByText('What was edited in the site is still there.')
  expect(await read()).toContain('title: Lights\n')
  expect(await read()).toContain('\n\nHello, you.\n\nWe met.\n\nIt poured.\n')
})

test('one side can be chosen for all conflicts, and another one for some of them afterwards', async () => {
  const { user, read } = await openConflicts()
  const all = within(screen.getByRole('group', { name: 'For all 3:' }))
  await user.click(all.getByRole('button', { name: 'Keep what is in the site' }))
  expect(screen.getAllByRole('radio', { name: 'Keep what is in the site', checked: true })).toHaveLength(3)
  await user.click(all.getByRole('button', { name: 'Write what is in the report' }))
  expect(screen.getAllByRole('radio', { name: 'Write what is in the report', checked: true })).toHaveLength(3)
  await user.click(ofConflict('3. Passage of the text').getByRole('radio', { name: 'Keep what is in the site' }))
  await user.click(writeButton())
  await screen.findByText('What was edited in the site is still there.')
  expect(await read()).toMatch(/title: "Lamps"[^]*\n\nHello, you\.\n\nWe met\.\n\nIt poured\.\n/)
})

test('conflicts are shown again if the site has changed since, with what still applies', async () => {
  const { user, read, edit } = await openConflicts()
  await user.click(screen.getAllByRole('button', { name: 'Keep what is in the site' })[0] ?? document.body)
  await edit((text) => text.replace('Hello, all.', 'Hello, all of you.'))
  const before = await read()
  await user.click(writeButton())
  const heading = await screen.findByText(/^The site or the report has changed since these conflicts were shown/)
  expect(document.activeElement).toBe(heading)
  expect(await read()).toBe(before)
  expect(said()).toBe('1 of 3 still to be decided')
  const changed = ofConflict('2. Passage of the text')
  expect(changed.queryByRole('radio', { checked: true })).toBeNull()
  await expectNoViolations()
  await user.click(changed.getByRole('radio', { name: 'Keep what is in the site' }))
  await user.click(writeButton())
  await screen.findByText('What was edited in the site is still there.')
  expect(await read()).toBe(before)
})
