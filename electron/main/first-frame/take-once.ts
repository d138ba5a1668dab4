import { setTimeout as pause } from 'node:timers/promises'
import type { FoundFrame } from './find-frame.ts'
import type { FramePage } from '../../shared/first-frame/frame-page.ts'

/** How long the page waits for a frame, in milliseconds. It has usually been found before the page asks. */
const PATIENCE_MS = 100

export type ThemedFrame = FoundFrame & Pick<FramePage, 'theme'>

/**
 * Returns a function that resolves with the frame when it is called for the first time, unless the disk takes too long,
 * and later with `null`: a page that is loaded again, or in another window, begins empty.
 */
export function takeOnce(
  finding: Promise<FoundFrame | null>,
  theme: () => FramePage['theme'],
): () => Promise<ThemedFrame | null> {
  let isTaken = false
  return async () => {
    if (isTaken) return null
    isTaken = true
    const frame = await Promise.race([finding, pause(PATIENCE_MS, null, { ref: false })])
    return frame && { ...frame, theme: theme() }
  }
}
