import { isSame, type Merged, type Sides } from '../trip-file/sides.ts'

/**
 * Merges a value as a whole: the side that changed it is right, and the newer where both did. Without a base nobody
 * knows who changed it, and the newer is right.
 */
export function mergeValue<T>({ base, newer, older }: Sides<T>): Merged<T> {
  if (isSame(newer, older)) return { value: newer, clash: false }
  if (base === undefined || isSame(older, base)) return { value: newer, clash: false }
  if (isSame(newer, base)) return { value: older, clash: false }
  return { value: newer, clash: true }
}

/**
 * Merges something that somebody wrote: as {@link mergeValue}, but no word of the older side goes without a clash,
 * with or without a base.
 */
export function mergeWords<T extends string | null>(sides: Sides<T>): Merged<T> {
  const { value, clash } = mergeValue(sides)
  const isUnsure = clash || (sides.base === undefined && !isSame(value, sides.older))
  return { value, clash: isUnsure && !covers(sides.newer ?? '', sides.older ?? '') }
}

/** Whether every word of a text is in another, in the same order: then nothing is lost if the other stands for both. */
export function covers(text: string, other: string): boolean {
  if (text.includes(other)) return true
  const wanted = other.match(/\S+/g) ?? []
  let next = 0
  for (const [word] of text.matchAll(/\S+/g)) if (word === wanted[next]) next++
  return next >= wanted.length
}
