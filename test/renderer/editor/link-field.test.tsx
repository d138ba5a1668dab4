import { EditorView } from '@codemirror/view'
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { axeFindings } from '../../support/page-axe.ts'
import { openJournal, row } from '../journal/open-journal.tsx'

afterEach(forgetDocuments)

const textbox = () => screen.getByRole('textbox', { name: /^Text of/ })

async function openText(text: string, from: number, to: number, copied = '') {
  const journal = await openJournal([{ kind: 'note', title: 'Lunch', text }], { copiedText: async () => copied })
  await journal.user.click(row('Lunch'))
  const view = EditorView.findFromDOM(textbox())
  act(() => {
    view?.focus()
    view?.dispatch({ selection: { anchor: from, head: to } })
  })
  return journal
}

test('Ctrl K with selected words asks for the address, and Enter writes the link', async () => {
  const { user, saved } = await openText('See the hall.', 8, 12)
  await user.keyboard('{Control>}k{/Control}')
  const dialog = await screen.findByRole('dialog', { name: 'Link' })
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Address' }))
  expect(await axeFindings(dialog)).toEqual([])
  await user.keyboard('on the website{Enter}')
  expect(screen.getByText('This is not an address.')).toBeTruthy()
  await user.clear(screen.getByRole('textbox', { name: 'Address' }))
  await user.keyboard('example.org/hall{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(textbox()))
  expect((await saved()).entries[0]?.text).toBe('See the [hall](https://example.org/hall).')
})

test('Esc in the field for the address of a link goes back to the text and leaves it as it is', async () => {
  const { user, saved } = await openText('See [the hall](https://example.org).', 5, 8)
  await user.keyboard('{Control>}k{/Control}')
  expect(await screen.findByRole('textbox', { name: 'Address' })).toHaveProperty('value', 'https://example.org')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(textbox()))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect((await saved()).entries[0]?.text).toBe('See [the hall](https://example.org).')
})

test('an address that was copied is already in the field, and typing replaces it', async () => {
  const copied = 'https://example.org/slides?page=1'
  const { user, saved } = await openText('See the hall and the stage.', 8, 12, ` ${copied}\n`)
  await user.keyboard('{Control>}k{/Control}')
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Address' })).toHaveProperty('value', copied))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(textbox()))
  expect((await saved()).entries[0]?.text).toBe(`See the [hall](${copied}) and the stage.`)
  act(() => {
    const view = EditorView.findFromDOM(textbox())
    const at = view?.state.doc.toString().indexOf('stage') ?? 0
    view?.dispatch({ selection: { anchor: at, head: at + 5 } })
  })
  await user.keyboard('{Control>}k{/Control}')
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Address' })).toHaveProperty('value', copied))
  await user.keyboard('example.org/stage{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(textbox()))
  expect((await saved()).entries[0]?.text).toContain('[stage](https://example.org/stage)')
})

test('words that were copied are not offered as the address of a link', async () => {
  const { user, bridge } = await openText('See the hall.', 8, 12, 'my password https://example.org')
  await user.keyboard('{Control>}k{/Control}')
  expect(await screen.findByRole('textbox', { name: 'Address' })).toHaveProperty('value', '')
  expect(await bridge.call('links.copied', {})).toEqual({ ok: true, value: null })
})
