import type { PaletteItem } from './item.ts'
import { rate, type Searchable, searchable, wordsOf } from './rate.ts'

/** The number of items that are shown; whoever does not find it among these types another letter. */
export const MAX_SHOWN = 50

/** What the note beside a name counts for, compared with the name. */
const DETAIL = 0.4
/** Points for something that was chosen in the palette before. */
const CHOSEN = 12

const prepared = new WeakMap<PaletteItem, { label: Searchable; whole: Searchable }>()

function prepare(item: PaletteItem) {
  const known = prepared.get(item)
  if (known) return known
  const made = { label: searchable(item.label), whole: searchable(`${item.label} ${item.detail}`) }
  prepared.set(item, made)
  return made
}

/** Some items, and those of others that are not among them. */
export function withOthers(items: readonly PaletteItem[], others: readonly PaletteItem[]): readonly PaletteItem[] {
  if (others.length === 0) return items
  const known = new Set(items.map(({ id }) => id))
  return [...items, ...others.filter(({ id }) => !known.has(id))]
}

/**
 * The items that match what was typed, the best first; among equals, those that were chosen before, then commands, then
 * what was changed most recently.
 *
 * @param chosen the ids of the items that were chosen before, the most recent first
 */
export function chooseItems(
  items: readonly PaletteItem[],
  typed: string,
  chosen: readonly string[],
): readonly PaletteItem[] {
  const words = wordsOf(typed)
  const rank = (id: string) => {
    const place = chosen.indexOf(id)
    return place === -1 ? chosen.length : place
  }
  if (words.length === 0) return items.toSorted((a, b) => rank(a.id) - rank(b.id)).slice(0, MAX_SHOWN)
  const rated = items.flatMap((item) => {
    const { label, whole } = prepare(item)
    const rating = Math.max(rate(words, label), DETAIL * rate(words, whole))
    return rating === 0 ? [] : [{ item, rating: rating + (chosen.includes(item.id) ? CHOSEN : 0) }]
  })
  return rated
    .toSorted(
      (a, b) =>
        b.rating - a.rating ||
        rank(a.item.id) - rank(b.item.id) ||
        Number(b.item.changedAt === '') - Number(a.item.changedAt === '') ||
        b.item.changedAt.localeCompare(a.item.changedAt) ||
        a.item.label.length - b.item.label.length,
    )
    .slice(0, MAX_SHOWN)
    .map(({ item }) => item)
}
