import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { forgetDocuments } from '../../../renderer/editor/open-documents.ts'
import { openDetails, openJournal, row } from './open-journal.tsx'

afterEach(forgetDocuments)

async function typeLink(first: string, second: string) {
  const journal = await openJournal([{ kind: 'talk', title: 'Heat' }])
  const { user } = journal
  await user.click(row('Heat'))
  await openDetails(user)
  await user.click(screen.getByRole('button', { name: 'Add link' }))
  await user.keyboard(`${first}{Tab}${second}`)
  await user.click(screen.getByRole('textbox', { name: 'Title' }))
  return journal
}

test('a link whose address was typed into the field for its words is turned round', async () => {
  const { saved } = await typeLink('https://example.org/talk', 'slides')
  await waitFor(async () =>
    expect((await saved()).entries).toMatchObject([{ links: [{ label: 'slides', url: 'https://example.org/talk' }] }]),
  )
})

test('something that is no address is said to be none, and stays as it was typed', async () => {
  const { saved } = await typeLink('slides', 'on the website')
  expect(await screen.findByText('This is not an address.')).toBeTruthy()
  expect((await saved()).entries).toMatchObject([{ links: [{ label: 'slides', url: 'on the website' }] }])
})
