import { followPlace } from './last-place.ts'
import { keepPlace } from './kept-place.ts'

export { returnToPlace } from './kept-place.ts'
export { keepLastPlace, showPlace } from './last-place.ts'

/** Notes where the window is from now on. Returns a function that ends it. */
export function notePlaces(): () => void {
  const stops = [keepPlace(), followPlace()]
  return () => {
    for (const stop of stops) stop()
  }
}
