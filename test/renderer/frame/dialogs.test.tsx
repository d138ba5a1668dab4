import { act, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test, vi } from 'vitest'
import type * as known from '../../../electron/shared/messages/languages.ts'
import { dialogs } from '../../../renderer/frame/dialogs.ts'

const { messages, deliverMessages } = vi.hoisted(() => {
  const waiting: (() => void)[] = []
  return {
    messages: new Promise<void>((resolve) => void waiting.push(resolve)),
    deliverMessages: () => waiting.pop()?.(),
  }
})

vi.mock('../../../electron/shared/messages/languages.ts', async (load) => {
  const { languages, ...others } = await load<typeof known>()
  const english = async () => {
    await messages
    return languages.en.load()
  }
  return { ...others, languages: { ...languages, en: { ...languages.en, load: english } } }
})

test('a dialog is not shown before its messages are loaded', async () => {
  render(<Suspense fallback="not yet">{dialogs.keys}</Suspense>)
  await act(async () => void (await import('../../../renderer/help/keys-dialog.tsx')))
  expect(screen.queryByRole('dialog')).toBeNull()
  await act(async () => deliverMessages())
  await screen.findByRole('dialog', { name: 'Keys' })
})
