import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { day, openJournal, row } from './open-journal.tsx'

afterEach(forgetDocuments)

const speaker = (name: string) => ({ name, role: '', affiliation: '' })
const talk = (title: string, ...names: string[]) =>
  ({ kind: 'talk', title, start: `${day}T10:00:00+02:00`, speakers: names.map(speaker) }) as const

test('a new quote in a talk names its speaker', async () => {
  const { user, saved } = await openJournal([talk('Heat', 'Oleh Kostromin')])
  await user.click(row('Heat'))
  await user.keyboard('{Control>}{Shift>}Q{/Shift}{/Control}')
  await waitFor(async () => expect((await saved()).entries).toMatchObject([{ text: '> \n>\n> — Oleh Kostromin' }]))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Text of/ }))
})

test('if a talk has several speakers, the one who is chosen is named', async () => {
  const { user, saved } = await openJournal([talk('Heat', 'Ada', 'Grace')])
  await user.click(row('Heat'))
  await user.keyboard('{Control>}{Shift>}Q{/Shift}{/Control}')
  await screen.findByRole('menuitem', { name: 'Ada' })
  await user.keyboard('{ArrowDown}{Enter}')
  await waitFor(async () => expect((await saved()).entries).toMatchObject([{ text: '> \n>\n> — Grace' }]))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^Text of/ })))
})
