import { afterAll, expect, test, vi } from 'vitest'
import type * as known from '../../../electron/shared/messages/languages.ts'

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

afterAll(() => {
  vi.resetModules()
})

test('a dialog is not shown before its messages are loaded', async () => {
  // Other files have loaded the page, with its messages, in the same worker.
  vi.resetModules()
  const { act, render, screen } = await import('@testing-library/react')
  const { Suspense } = await import('react')
  const { dialogs } = await import('../../../renderer/frame/dialogs.ts')
  render(<Suspense fallback="not yet">{dialogs.keys}</Suspense>)
  await act(async () => void (await import('../../../renderer/help/keys-dialog.tsx')))
  expect(screen.queryByRole('dialog')).toBeNull()
  await act(async () => deliverMessages())
  await screen.findByRole('dialog', { name: 'Keys' })
})
