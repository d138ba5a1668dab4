import { mergeOrder } from './merge-order.ts'
import { isSame, on, type Sides, stableJson } from '../trip-file/sides.ts'

/**
 * Merges two lists of unnamed items such as tags: items that one side added are in, and items that one side removed are
 * out. Without a base, all items of both sides are in.
 */
export function mergeList<T>(sides: Sides<readonly T[]>): T[] {
  const { newer, older } = sides
  if (isSame(newer, older)) return [...newer]
  const keys = on(sides, keysOf)
  const values = new Map([...pairs(keys.older, older), ...pairs(keys.newer, newer)])
  const wanted = mergePresence(on(keys, (list) => new Set(list)))
  return mergeOrder(keys, wanted).flatMap((key) => {
    const value = values.get(key)
    return value === undefined ? [] : [value]
  })
}

/**
 * Merges which items exist: items that one side added are in; items that one side removed are out, unless the other
 * side changed them.
 *
 * @param isChanged whether a side's item differs from the base
 */
export function mergePresence(
  { base, newer, older }: Sides<ReadonlySet<string>>,
  isChanged: (key: string) => boolean = () => false,
): Set<string> {
  const wanted = new Set<string>()
  for (const key of [...newer, ...older]) {
    const isTakenOut = base?.has(key) === true && !(newer.has(key) && older.has(key))
    if (!isTakenOut || isChanged(key)) wanted.add(key)
  }
  return wanted
}

/**
 * Merges two records key by key.
 *
 * @param mergeItem merges the values of a key that both sides have
 */
export function mergeRecord<T>(
  sides: Sides<Readonly<Record<string, T>>>,
  mergeItem: (item: Sides<T>, key: string) => T,
): Record<string, T> {
  const { base, newer, older } = sides
  if (isSame(newer, older)) return newer
  const isChanged = (key: string) => !isSame(newer[key] ?? older[key], base?.[key])
  const keys = on(sides, (record) => Object.keys(record))
  const wanted = mergePresence(
    on(keys, (list) => new Set(list)),
    isChanged,
  )
  const merged: Record<string, T> = {}
  for (const key of mergeOrder(keys, wanted)) {
    const [ofNewer, ofOlder] = [newer[key], older[key]]
    if (ofNewer !== undefined && ofOlder !== undefined) {
      merged[key] = mergeItem({ base: base?.[key], newer: ofNewer, older: ofOlder }, key)
    } else {
      const only = ofNewer ?? ofOlder
      if (only !== undefined) merged[key] = only
    }
  }
  return merged
}

/** A unique key for each item, even for equal ones. */
function keysOf(list: readonly unknown[]): string[] {
  const seen = new Map<string, number>()
  return list.map((item) => {
    const text = stableJson(item)
    const times = seen.get(text) ?? 0
    seen.set(text, times + 1)
    return `${times} ${text}`
  })
}

function pairs<T>(keys: readonly string[], list: readonly T[]): [string, T][] {
  return list.flatMap((item, index) => {
    const key = keys[index]
    return key === undefined ? [] : [[key, item]]
  })
}
