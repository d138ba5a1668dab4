import { afterAll, beforeAll, expect, test, vi } from 'vitest'

beforeAll(() => {
  // Other files have loaded the code of trips in the same worker.
  vi.resetModules()
})

afterAll(() => {
  vi.resetModules()
})

/** Presses Ctrl E, and returns whether the page makes something of it. */
function press(): boolean {
  const event = new KeyboardEvent('keydown', { key: 'e', ctrlKey: true, bubbles: true, cancelable: true })
  document.body.dispatchEvent(event)
  return event.defaultPrevented
}

test('a key of a trip that is pressed before the code of trips has been loaded is answered once it has', async () => {
  const { listenToKeys } = await import('../../../renderer/commands/listen-to-keys.ts')
  const { loadedTrip } = await import('../../../renderer/state/trip-status.ts')
  const { useApp } = await import('../../../renderer/state/app-state.ts')
  const stop = listenToKeys()
  expect(press()).toBe(false)

  useApp.getState().goToTrip('lantern-conf')
  expect(loadedTrip()).toBeNull()
  expect(press()).toBe(true)
  await vi.waitFor(() => expect(useApp.getState().dialog).toBe('export'))
  expect(loadedTrip()).not.toBeNull()
  stop()
})
