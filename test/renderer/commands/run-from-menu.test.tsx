import { EditorView } from '@codemirror/view'
import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listenToKeys } from '../../../renderer/commands/listen-to-keys.ts'
import { runFromMenu } from '../../../renderer/commands/run-from-menu.ts'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { prepareFlush } from '../../../renderer/state/before-flush.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { openJournal, row } from '../journal/open-journal.tsx'

let stop = () => {}

beforeEach(() => {
  stop = listenToKeys()
})

afterEach(() => {
  stop()
  forgetDocuments()
  Reflect.deleteProperty(document, 'execCommand')
})

const choose = (way: 'undo' | 'redo') =>
  act(async () => {
    runFromMenu(way)
    await useTrip.getState().flush()
  })

const entry = (title: string) => useTrip.getState().trip?.entries.find((one) => 'title' in one && one.title === title)

test('Undo in the menu bar takes back the last change of the trip, and Redo makes it again', async () => {
  const { user } = await openJournal()
  await user.click(row('Lunch'))
  await user.keyboard('s')
  expect(entry('Lunch')?.highlight).toBe(true)
  await choose('undo')
  expect(entry('Lunch')?.highlight).toBe(false)
  await choose('redo')
  expect(entry('Lunch')?.highlight).toBe(true)
})

test('Undo in the menu bar takes back a title as a step of the trip', async () => {
  const { user } = await openJournal()
  await user.click(row('Lunch'))
  const field = await screen.findByDisplayValue('Lunch')
  await user.clear(field)
  await user.type(field, 'Supper')
  act(prepareFlush)
  expect(entry('Supper')).toBeDefined()
  await choose('undo')
  expect(entry('Supper')).toBeUndefined()
  expect(entry('Lunch')).toBeDefined()
})

test('Undo in the menu bar takes back what was typed last in a text', async () => {
  const { user } = await openJournal()
  await user.click(row('Lunch'))
  await user.keyboard('s{Enter}')
  const view = EditorView.findFromDOM(document.body.querySelector<HTMLElement>('.cm-editor') ?? document.body)
  if (view === null) throw new Error('There is no editor.')
  act(() => view.dispatch({ changes: { from: 0, insert: 'Two ' }, userEvent: 'input.type' }))
  act(() => view.focus())
  await choose('undo')
  expect(view.state.doc.toString()).toBe('Noodles.')
  expect(entry('Lunch')?.highlight).toBe(true)
  await choose('redo')
  expect(view.state.doc.toString()).toBe('Two Noodles.')
})

test.for(['undo', 'redo'] as const)(
  '%s in the menu bar is left to a field that the trip knows nothing of',
  async (way) => {
    const asked: string[] = []
    document.execCommand = (command: string) => asked.push(command) > 0
    await openJournal()
    render(<input aria-label="Name of a folder" />)
    screen.getByRole('textbox', { name: 'Name of a folder' }).focus()
    await choose(way)
    expect(asked).toEqual([way])
  },
)
