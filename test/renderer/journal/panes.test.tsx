import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { runCommand } from '../../../renderer/commands/run-command.ts'
import { usePanes } from '../../../renderer/state/panes-state.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { list, openJournal, row } from './open-journal.tsx'

const usual = usePanes.getState()

afterEach(() => {
  usePanes.setState(usual, true)
  localStorage.clear()
  forgetDocuments()
})

const edge = (name: string) => screen.getByRole('separator', { name })
const days = () => edge('Width of the days')
const entryList = () => edge('Width of the list of entries')
const widthOf = (divider: HTMLElement) => Number(divider.getAttribute('aria-valuenow'))
const isAlone = (container: HTMLElement) => container.querySelector('.journal-alone') !== null

/** What a window that is opened now would show. */
async function keptPanes() {
  vi.resetModules()
  const { usePanes: next } = await import('../../../renderer/state/panes-state.ts')
  return next.getState()
}

test('the keys move the edge of a pane within its limits, and the width is remembered', async () => {
  const { user, container } = await openJournal()
  expect([widthOf(days()), widthOf(entryList())]).toEqual([176, 320])
  act(() => entryList().focus())
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
  expect(widthOf(entryList())).toBe(336)
  expect(container.querySelector<HTMLElement>('.journal')?.style.getPropertyValue('--list')).toBe('336px')
  expect((await keptPanes()).widths).toEqual({ rail: 176, list: 336 })
  await user.keyboard('{End}{ArrowRight}')
  expect(widthOf(entryList())).toBe(Number(entryList().getAttribute('aria-valuemax')))
  await user.keyboard('{Home}{ArrowLeft}')
  expect(widthOf(entryList())).toBe(Number(entryList().getAttribute('aria-valuemin')))
  await user.keyboard('{Enter}')
  expect(widthOf(entryList())).toBe(320)
  expect(await axeFindings()).toEqual([])
})

test('dragging moves the edge of a pane, and a double click puts it back', async () => {
  await openJournal()
  fireEvent.pointerDown(days(), { button: 0, clientX: 176 })
  fireEvent.pointerMove(days(), { clientX: 200 })
  fireEvent.pointerMove(days(), { clientX: 206 })
  fireEvent.pointerUp(days())
  fireEvent.pointerMove(days(), { clientX: 250 })
  expect(widthOf(days())).toBe(206)
  fireEvent.doubleClick(days())
  expect(widthOf(days())).toBe(176)
})

test('kept widths that make no sense are not used', async () => {
  localStorage.setItem('panes', JSON.stringify({ widths: { rail: 9_000, list: 'wide' }, areHidden: 'yes' }))
  expect(await keptPanes()).toMatchObject({ widths: { rail: 280, list: 320 }, areHidden: false, isCompact: false })
  localStorage.setItem('panes', '{"widths"')
  expect(await keptPanes()).toMatchObject({ widths: { rail: 176, list: 320 } })
})

test('the days and the list can be hidden, with the focus in the text, and Esc brings them back', async () => {
  const { user, container } = await openJournal()
  await user.click(row('State of ML'))
  expect(document.activeElement).toBe(row('State of ML'))
  await user.keyboard('{Control>}\\{/Control}')
  expect(isAlone(container)).toBe(true)
  expect(document.activeElement?.textContent).toContain('summary')
  expect((await keptPanes()).areHidden).toBe(true)
  await user.keyboard('{Escape}')
  expect(isAlone(container)).toBe(false)
  await waitFor(() => expect(document.activeElement).toBe(row('State of ML')))
})

test('the key shows the days and the list again without leaving the text, and so does the button', async () => {
  const { user, container } = await openJournal()
  await user.click(row('State of ML'))
  await user.keyboard('{Control>}\\{/Control}')
  const text = document.activeElement
  await user.keyboard('{Control>}\\{/Control}')
  expect(isAlone(container)).toBe(false)
  expect(document.activeElement).toBe(text)
  await user.keyboard('{Control>}\\{/Control}')
  await user.click(screen.getByRole('button', { name: 'Show days and entries' }))
  expect(isAlone(container)).toBe(false)
  expect(document.activeElement).toBe(row('State of ML'))
})

test('compact rows keep the focus on the row, and are remembered', async () => {
  const { user, container } = await openJournal()
  await user.click(row('Lunch'))
  act(() => void runCommand('compact-rows'))
  expect(container.querySelector('.entry-list-compact')).not.toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(row('Lunch')))
  expect(list().querySelectorAll('[role="row"]')).toHaveLength(3)
  expect((await keptPanes()).isCompact).toBe(true)
})
