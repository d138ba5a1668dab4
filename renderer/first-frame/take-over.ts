import { flushSync } from 'react-dom'
import { useApp } from '../state/app-state.ts'
import { useLibrary } from '../state/library-state.ts'
import type { StandingFrame } from './standing-frame.ts'

/**
 * Lets the page draw in place of a first frame as soon as it is known what the window shows.
 *
 * @param draw has React draw the page
 */
export async function takeOver(frame: StandingFrame, draw: () => void): Promise<void> {
  await whenKnown()
  await frame.takeOver(() => flushSync(draw))
}

async function whenKnown(): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => isKnown() && resolve()
    useApp.subscribe(look)
    useLibrary.subscribe(look)
    look()
  })
}

function isKnown(): boolean {
  const { trips, problem } = useLibrary.getState()
  return useApp.getState().started && (trips !== null || problem !== null)
}
