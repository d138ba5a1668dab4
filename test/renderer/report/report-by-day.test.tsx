import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { openReport, outline, preview, row } from './open-report.tsx'

describe('the report by day', () => {
  test('each day is shown with its heading and its entries', async () => {
    await openReport()
    expect(outline()).toEqual(['1st Day: Opening, Keynote', '2nd Day: In-Browser ML', '3rd Day: Lightning talks'])
  })

  test('the style of the headings is chosen by example, and a day can have its own', async () => {
    const { user, saved } = await openReport()
    await user.click(screen.getByRole('button', { name: /Headings:/ }))
    await user.click(screen.getByRole('option', { name: 'Tuesday, 14 April 2026', hidden: false }))
    expect(outline()[1]).toBe('Wednesday, 15 April 2026: In-Browser ML')
    const heading = screen.getByRole('textbox', { name: 'Heading of Wednesday, 15 April 2026' })
    await user.clear(heading)
    await user.type(heading, 'WebAssembly day')
    await within(preview()).findByRole('heading', { name: 'WebAssembly day' })
    await user.click(screen.getByRole('button', { name: 'Back to “Wednesday, 15 April 2026”' }))
    await within(preview()).findByRole('heading', { name: 'Wednesday, 15 April 2026' })
    expect((await saved()).report.dayHeadings).toEqual({ style: 'date', own: {} })
  })

  test('an entry is left out, and undo includes it again', async () => {
    const { user, ids, saved } = await openReport()
    await user.click(screen.getByRole('checkbox', { name: 'Include “Keynote”' }))
    await waitFor(() => expect(within(preview()).queryByText('About Keynote.')).toBeNull())
    expect((await saved()).report.entries[ids[1] ?? '']?.include).toBe(false)
    await act(() => useTrip.getState().undo())
    await within(preview()).findByText('About Keynote.')
  })

  test('a private entry is shown as never exported and cannot be included', async () => {
    const { ids } = await openReport()
    act(() => useTrip.getState().editEntry(ids[0] ?? '', { private: true }))
    expect(row('Opening').textContent).toContain('private, never exported')
    expect(screen.queryByRole('checkbox', { name: 'Include “Opening”' })).toBeNull()
    await waitFor(() => expect(within(preview()).queryByText('About Opening.')).toBeNull())
  })

  test('an entry can have its own heading and an excerpt', async () => {
    const { user } = await openReport()
    await user.click(screen.getByRole('button', { name: 'How “Keynote” appears' }))
    await user.click(screen.getByRole('button', { name: /Heading$/ }))
    await user.click(screen.getByRole('option', { name: 'Own text', hidden: false }))
    const heading = screen.getByRole('textbox', { name: 'Own heading' })
    await user.clear(heading)
    expect(document.activeElement).toBe(heading)
    await user.type(heading, 'A Keynote on Layers')
    await within(preview()).findByRole('heading', { name: 'A Keynote on Layers' })
    await user.click(screen.getByRole('button', { name: /Text$/ }))
    await user.click(screen.getByRole('option', { name: 'An excerpt', hidden: false }))
    await user.type(screen.getByRole('textbox', { name: 'Excerpt' }), ' In short.')
    await within(preview()).findByText('About Keynote. In short.')
  })

  test('the custom heading of an entry without a title starts empty, and not with the name in lists', async () => {
    const { user, ids, saved } = await openReport()
    act(() => useTrip.getState().editEntry(ids[0] ?? '', { title: '' }))
    await user.click(screen.getByRole('button', { name: 'How “About Opening.” appears' }))
    await user.click(screen.getByRole('button', { name: /Heading$/ }))
    await user.click(screen.getByRole('option', { name: 'Own text', hidden: false }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Own heading' }).value).toBe('')
    expect((await saved()).report.entries[ids[0] ?? '']?.heading).toBe('')
  })

  test('Alt and an arrow key move an entry within its day', async () => {
    const { user, ids, saved } = await openReport()
    row('Keynote').focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(() => expect(outline()[0]).toBe('1st Day: Keynote, Opening'))
    expect(document.activeElement).toBe(row('Keynote'))
    expect((await saved()).entries.slice(0, 2).map(({ id }) => id)).toEqual([ids[1], ids[0]])
  })
})
