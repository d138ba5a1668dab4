import { EditorView } from '@codemirror/view'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { LookUpDialog } from '../../../renderer/journal/look-up-dialog.tsx'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { openJournal, row } from './open-journal.tsx'

afterEach(forgetDocuments)

const text = 'See [Barrieria]().\n\n- [ ] ask Ada\n- [x] done'

function editor(): EditorView {
  const view = EditorView.findFromDOM(screen.getByRole('textbox', { name: /^Text of/ }))
  if (!view) throw new Error('There is no editor.')
  return view
}

test('the rail counts what is to look up, and the list ticks tasks and leads to the places', async () => {
  const { saved } = await openJournal([{ kind: 'note', title: 'Lunch', text }])
  expect(screen.getByRole('button', { name: /^To look up\s*2$/ })).toBeTruthy()
  render(<LookUpDialog />)
  const dialog = await screen.findByRole('dialog', { name: 'To look up' })
  expect(await axeFindings(dialog)).toEqual([])
  act(() => within(dialog).getByRole('button', { name: 'Done: ask Ada' }).click())
  await waitFor(() => expect(within(dialog).queryByText('ask Ada')).toBeNull())
  expect((await saved()).entries[0]?.text).toBe(text.replace('[ ]', '[x]'))
  await act(() => useTrip.getState().undo())
  expect((await saved()).entries[0]?.text).toBe(text)
  act(() => within(dialog).getByText('Barrieria').click())
  await waitFor(() => expect(useTrip.getState().entryId).not.toBeNull())
})

test('a task is drawn as a box that a click ticks, and Ctrl Enter opens it again', async () => {
  const { user, saved } = await openJournal([{ kind: 'note', title: 'Lunch', text: '- [ ] ask Ada\n- [x] done' }])
  await user.click(row('Lunch'))
  const [box] = await screen.findAllByRole('checkbox', { name: 'To do' })
  if (!box) throw new Error('There is no box.')
  act(() => void box.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true })))
  expect((await saved()).entries[0]?.text).toBe('- [x] ask Ada\n- [x] done')
  act(() => editor().dispatch({ selection: { anchor: 8 } }))
  act(() => editor().focus())
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect((await saved()).entries[0]?.text).toBe('- [ ] ask Ada\n- [x] done')
})
