import type { Random } from '../torture/random.ts'

/** A random selection without repetition, in random order; all of the list if it is not longer than the selection. */
export function draw<T>(list: readonly T[], length: number, random: Random): T[] {
  const rest = [...list]
  for (let index = rest.length - 1; index > 0; index--) {
    const other = random.below(index + 1)
    const [here, there] = [rest[index], rest[other]]
    if (here !== undefined && there !== undefined) [rest[index], rest[other]] = [there, here]
  }
  return rest.slice(0, length)
}
