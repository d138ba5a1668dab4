import { compareTimes, stableJson } from '../trip-file/sides.ts'

/**
 * The later of two states of one thing; of two with the same time, the same one on every computer.
 *
 * @param timeOf when a state was made; `null` is earlier than any time
 */
export function laterOf<T>(one: T, other: T, timeOf: (state: T) => string | null): T {
  const [ofOne, ofOther] = [timeOf(one), timeOf(other)]
  const difference =
    ofOne === null || ofOther === null
      ? Number(ofOne !== null) - Number(ofOther !== null)
      : compareTimes(ofOne, ofOther)
  if (difference !== 0) return difference > 0 ? one : other
  return stableJson(one) >= stableJson(other) ? one : other
}
