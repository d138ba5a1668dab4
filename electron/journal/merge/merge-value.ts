import { isSame, type Merged, type Sides } from '../trip-file/sides.ts'

/**
 * Merges a value as a whole: the side that changed it wins, or the newer one if both did. Without a base it is unknown
 * who changed it, and the newer one wins.
 */
export function mergeValue<T>({ base, newer, older }: Sides<T>): Merged<T> {
  if (isSame(newer, older)) return { value: newer, clash: false }
  if (base === undefined || isSame(older, base)) return { value: newer, clash: false }
  if (isSame(newer, base)) return { value: older, clash: false }
  return { value: newer, clash: true }
}

/**
 * Merges something that was typed: like {@link mergeValue}, but the older side's words are never dropped without a
 * clash, with or without a base.
 */
export function mergeWords<T extends string | null>(sides: Sides<T>): Merged<T> {
  const { value, clash } = mergeValue(sides)
  const isUnsure = clash || (sides.base === undefined && !isSame(value, sides.older))
  return { value, clash: isUnsure && !covers(sides.newer ?? '', sides.older ?? '') }
}

/**
 * Whether a text contains every word of another in the same order, so that nothing is lost if it replaces the other.
 */
export function covers(text: string, other: string): boolean {
  if (text.includes(other)) return true
  const wanted = other.match(/\S+/g) ?? []
  let next = 0
  for (const [word] of text.matchAll(/\S+/g)) if (word === wanted[next]) next++
  return next >= wanted.length
}
