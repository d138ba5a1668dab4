import { mergePassages } from './passages.ts'
import { mergeWords } from './merge-value.ts'
import type { Merged, Sides } from '../trip-file/sides.ts'

/**
 * Merges a long text. If the sides changed different paragraphs or list items, both changes are kept; otherwise it
 * works like {@link mergeWords}.
 */
export function mergeText(sides: Sides<string>): Merged<string> {
  const whole = mergeWords(sides)
  if (!whole.clash || sides.base === undefined) return whole
  const { base, newer, older } = sides
  const merged = mergeParagraphs(base, newer, older)
  if (merged === null) return whole
  // Merging the result again must give the same text, or two computers would keep merging forever.
  const isStable = [newer, older].every((side) => mergeParagraphs(base, merged, side) === merged)
  return isStable ? { value: merged, clash: false } : whole
}

/** The text with the changes of both sides; `null` if they are too close to each other. */
function mergeParagraphs(base: string, one: string, other: string): string | null {
  const passages = mergePassages(base, one, other, 'clearly-apart') ?? [{ base, one, other }]
  return passages.every((passage) => typeof passage === 'string') ? passages.join('') : null
}
