import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail } from '../../../electron/shared/result.ts'
import type { Trip } from '../../../electron/shared/trip.ts'
import { SafePart } from '../../../renderer/components/safe-part.tsx'
import { SaveState } from '../../../renderer/status/save-state.tsx'
import { Toasts } from '../../../renderer/status/toasts.tsx'
import { useApp } from '../../../renderer/state/app-state.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { axeFindings } from '../../support/page-axe.ts'

afterEach(() => {
  vi.useRealTimers()
  useApp.setState({ toasts: [] })
  useTrip.setState(useTrip.getInitialState(), true)
})

describe('the save state', () => {
  it('the save state is empty without a trip, and otherwise shows when the trip was last saved', () => {
    const { container } = render(<SaveState />)
    expect(container.textContent).toBe('')
    const trip = { updatedAt: new Date(2026, 3, 14, 12, 4, 31).toISOString() } as Trip
    act(() => useTrip.setState({ trip }))
    expect(container.textContent).toBe('Saved on 14 April 2026')
    const at = new Date()
    at.setHours(0, 4, 31)
    act(() => useTrip.setState({ save: { state: 'saved', at: at.toISOString() } }))
    expect(container.textContent).toBe('Saved 00:04:31')
  })

  it('the save state shows that a save is in progress', () => {
    const { container } = render(<SaveState />)
    for (const state of ['waiting', 'saving'] as const) {
      act(() => useTrip.setState({ save: { state } }))
      expect(container.textContent).toBe('Writing…')
    }
  })

  it('a failed save is shown prominently: why, that the text is kept, when it is retried, and a button to retry now', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const tryNow = vi.fn<() => void>()
    useTrip.setState({
      tryNow,
      save: {
        state: 'failed',
        failure: fail('trash.missing').error,
        retryAt: Date.now() + 5_000,
      },
    })
    render(<SaveState />)
    expect(screen.getByRole('alert').textContent).toBe(
      'This trip is no longer in the trash. Your text is kept here, and saving is tried again.',
    )
    expect(screen.getByText('Again in 5 s')).toBeTruthy()
    act(() => {
      vi.advanceTimersByTime(3_000)
    })
    expect(screen.getByText('Again in 2 s')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Try now' }))
    expect(tryNow).toHaveBeenCalledOnce()
    vi.useRealTimers()
    expect(await axeFindings()).toEqual([])
  })
})

describe('short messages', () => {
  it('short messages offer their action once, and disappear', async () => {
    const undo = vi.fn<() => void>()
    render(<Toasts />)
    act(() => useApp.getState().notify('The entry was deleted.', { label: 'Undo', run: undo }))
    expect(await axeFindings()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(undo).toHaveBeenCalledOnce()
    expect(screen.queryByText('The entry was deleted.')).toBeNull()
  })

  it('short messages disappear after a while, but not while the user reads them', () => {
    vi.useFakeTimers()
    render(<Toasts />)
    act(() => useApp.getState().notify('Done.'))
    fireEvent.mouseEnter(screen.getByText('Done.').parentElement ?? document.body)
    act(() => {
      vi.advanceTimersByTime(60_000)
    })
    expect(screen.queryByText('Done.')).not.toBeNull()
    fireEvent.mouseLeave(screen.getByText('Done.').parentElement ?? document.body)
    act(() => {
      vi.advanceTimersByTime(60_000)
    })
    expect(screen.queryByText('Done.')).toBeNull()
  })

  it('messages about failures stay until they are dismissed', async () => {
    vi.useFakeTimers()
    render(<Toasts />)
    act(() => useApp.getState().showFailure(fail('trash.missing').error))
    act(() => {
      vi.advanceTimersByTime(600_000)
    })
    vi.useRealTimers()
    expect(screen.getByRole('alert').textContent).toBe('This trip is no longer in the trash.')
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('a passing message takes the place of the one before, and of no other', () => {
    render(<Toasts />)
    act(() => {
      useApp.getState().notifyLasting('The page stopped responding.')
      for (let count = 1; count <= 9; count++) useApp.getState().notify(`Message ${count}`)
    })
    expect(screen.queryByText('Message 8')).toBeNull()
    expect(screen.queryByText('Message 9')).not.toBeNull()
    expect(screen.queryByText('The page stopped responding.')).not.toBeNull()
  })

  it('the number of messages that stay is limited', () => {
    render(<Toasts />)
    act(() => {
      for (let count = 1; count <= 9; count++) useApp.getState().notifyLasting(`Message ${count}`)
    })
    expect(screen.getAllByRole('button', { name: 'Dismiss' })).toHaveLength(3)
    expect(screen.queryByText('Message 9')).not.toBeNull()
  })
})

describe('a part of the window that fails', () => {
  it('a part of the window that fails does not affect the rest, and can be shown again', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
    let isBroken = true
    const Part = () => {
      if (isBroken) throw new Error('Broken.')
      return <p>The text</p>
    }
    render(
      <main>
        <h1>Lanyard</h1>
        <SafePart failed="frame.failed.journal">
          <Part />
        </SafePart>
      </main>,
    )
    expect(screen.getByRole('heading', { name: 'Lanyard' })).toBeTruthy()
    expect(screen.getByText('The journal cannot be shown just now.')).toBeTruthy()
    isBroken = false
    await userEvent.click(screen.getByRole('button', { name: 'Show it again' }))
    expect(screen.getByText('The text')).toBeTruthy()
    quiet.mockRestore()
  })
})
