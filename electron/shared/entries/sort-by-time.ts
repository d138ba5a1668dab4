import { compareInstants } from '../time.ts'
import type { Entry } from '../trip.ts'

/** The entries of a day by their start. An entry without one stays behind the entry that it follows. */
export function sortByTime(ofDay: readonly Entry[]): Entry[] {
  const groups: Entry[][] = [[]]
  for (const entry of ofDay) {
    if (entry.start === null) groups.at(-1)?.push(entry)
    else groups.push([entry])
  }
  const [untimed = [], ...timed] = groups
  return [untimed, ...timed.toSorted((a, b) => compareInstants(startOf(a), startOf(b)))].flat()
}

/** Whether an entry of a day stands after one that began later. */
export function isOutOfOrder(ofDay: readonly Pick<Entry, 'start'>[]): boolean {
  let last: string | null = null
  for (const { start } of ofDay) {
    if (start === null) continue
    if (last !== null && compareInstants(last, start) > 0) return true
    last = start
  }
  return false
}

const startOf = ([first]: readonly Entry[]) => first?.start ?? ''
