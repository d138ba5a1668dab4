import { isSame } from '../../trip-file/sides.ts'
import { insertToml, tableOf } from './apply-keys.ts'
import { type FrontBlock, type FrontEntry, type FrontFormat, valueOf } from './front-block.ts'

/** Decides what is written where both sides changed the same thing. */
export type Decide = (conflict: { name: string; base: string; theirs: string; ours: string }) => 'theirs' | 'ours'

/**
 * Merges front matter key by key. Keys that somebody added stay, with their order and their comments; so do values that
 * somebody changed, unless ours changed as well.
 *
 * @param base what was written last; `null` if nobody knows
 * @returns theirs with our changes
 */
export function mergeFront(
  base: FrontBlock | null,
  theirs: FrontBlock,
  ours: FrontBlock,
  decide: Decide,
): FrontEntry[] {
  const { format } = ours
  const before = base && byKey(base)
  const [mine, there] = [byKey(ours), byKey(theirs)]
  const merged = theirs.entries.flatMap((entry) => {
    const { key } = entry
    const our = mine.get(key)
    const text = decideText({ key, base: before?.get(key), theirs: entry, our, hasBase: base !== null }, format, decide)
    return text === null ? [] : [{ ...entry, text }]
  })
  for (const our of ours.entries) {
    if (there.has(our.key)) continue
    const old = before?.get(our.key)
    // Somebody removed it from the site.
    if (old !== undefined && isEqual(old, our, format)) continue
    if (old !== undefined && decide({ name: our.key, base: old.text, theirs: '', ours: our.text }) === 'theirs')
      continue
    insert(merged, { ...our, trail: '\n' }, ours, format)
  }
  return merged.filter(({ key }) => !isEmptyTable(key, merged, theirs, ours))
}

interface Key {
  key: string
  base: FrontEntry | undefined
  theirs: FrontEntry
  our: FrontEntry | undefined
  hasBase: boolean
}

/** The text of a key that is in the site; `null` if it is removed. */
function decideText({ key, base, theirs, our, hasBase }: Key, format: FrontFormat, decide: Decide): string | null {
  // A heading goes when there is nothing below it.
  if (key.startsWith('[')) return theirs.text
  if (our === undefined) {
    // Somebody added it, as far as anybody knows.
    if (base === undefined) return theirs.text
    if (isAsWritten(base, theirs, format)) return null
    return decide({ name: key, base: base.text, theirs: theirs.text, ours: '' }) === 'theirs' ? theirs.text : null
  }
  if (isEqual(theirs, our, format)) return theirs.text
  if (hasBase && base !== undefined) {
    if (isEqual(base, our, format)) return theirs.text
    if (isAsWritten(base, theirs, format)) return our.text
  }
  const choice = decide({ name: key, base: base?.text ?? '', theirs: theirs.text, ours: our.text })
  return choice === 'theirs' ? theirs.text : our.text
}

function byKey({ entries }: FrontBlock): ReadonlyMap<string, FrontEntry> {
  return new Map(entries.map((entry) => [entry.key, entry]))
}

/** Whether two entries have the same value, however it is written. */
export function isEqual(one: FrontEntry, other: FrontEntry, format: FrontFormat): boolean {
  if (one.text === other.text) return true
  const [value, otherValue] = [valueOf(one, format), valueOf(other, format)]
  return value !== undefined && isSame(value, otherValue)
}

/** Whether nobody would miss an entry's text. A comment inside it would be lost. */
function isAsWritten(base: FrontEntry, theirs: FrontEntry, format: FrontFormat): boolean {
  return base.text === theirs.text || (isEqual(base, theirs, format) && !theirs.text.includes('#'))
}

/** After the key that it follows in ours, or else at the end. */
function insert(merged: FrontEntry[], entry: FrontEntry, ours: FrontBlock, format: FrontFormat): void {
  if (format === 'toml' && entry.key.startsWith('[')) return
  const table = format === 'toml' ? tableOf(entry.key) : ''
  const earlier = ours.entries
    .slice(
      0,
      ours.entries.findIndex(({ key }) => key === entry.key),
    )
    .toReversed()
  for (const { key } of earlier) {
    const index = merged.findIndex((one) => one.key === key)
    if (index === -1 || (format === 'toml' && tableOf(key) !== table)) continue
    insertAfter(merged, index, entry)
    return
  }
  if (format === 'toml') insertToml(merged, entry)
  else merged.push(entry)
}

/** The comments below an entry are about the next one. */
function insertAfter(merged: FrontEntry[], index: number, entry: FrontEntry): void {
  const before = merged[index]
  if (before === undefined) return
  const end = before.trail.indexOf('\n') + 1
  const [beside, below] = [before.trail.slice(0, end), before.trail.slice(end)]
  merged.splice(index, 1, { ...before, trail: beside || '\n' }, { ...entry, trail: `\n${below}` })
}

/** Whether a heading of TOML has lost its last key. One that was empty in the site stays. */
function isEmptyTable(key: string, merged: readonly FrontEntry[], theirs: FrontBlock, ours: FrontBlock): boolean {
  const isEmpty = (entries: readonly FrontEntry[]) =>
    entries.every((one) => one.key === key || `[${tableOf(one.key)}]` !== key)
  return /^\[.*\]$/.test(key) && ours.format === 'toml' && isEmpty(merged) && !isEmpty(theirs.entries)
}
