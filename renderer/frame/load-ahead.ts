import { everyMessage, withMessages } from '../../electron/shared/messages/translate.ts'

/** Loads what surrounds every place of a trip. */
export const loadTripFrame = async () => ({
  default: (await withMessages(() => import('./trip-frame.tsx'))).TripFrame,
})

/** Loads the table of dialogs, which is long because it names the files of each. */
export const loadDialogs = () => import('./dialogs.ts')

/** Runs something as soon as the page has nothing else to do. Returns a function that calls it off. */
export function onIdle(run: () => void): () => void {
  // Where tests run, there is no such callback.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run)
    return () => clearTimeout(timer)
  }
  const request = window.requestIdleCallback(run)
  return () => window.cancelIdleCallback(request)
}

/**
 * Loads what is probably needed next, once the first screen has been painted and the page has nothing to do: a trip,
 * and menus open as fast as if they had been there from the beginning.
 */
export async function loadAhead(): Promise<void> {
  await everyMessage()
  onIdle(() => {
    void loadTripFrame()
    void import('./from-outside.ts')
    void import('../state/library-changes.ts')
    void import('../components/menu-popover.tsx')
    void import('../components/context-menu-view.tsx')
    void loadDialogs()
    void import('./keep-frame.ts').then(({ keepFrames }) => keepFrames())
    // So that the palette opens at once: what is typed right after its key is meant for it.
    void import('../palette/palette.tsx')
  })
}
