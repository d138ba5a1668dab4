import type { FrontKeys } from '../../../shared/destinations.ts'
import {
  type FrontBlock,
  type FrontEntry,
  type FrontFormat,
  joinFrontBlock,
  renameEntry,
  splitFrontBlock,
  writeEntry,
} from './front-block.ts'

/** Renames, adds and leaves out keys of a text that a target wrote. A text without front matter stays as it is. */
export function applyKeys(written: string, keys: FrontKeys): string {
  const block = splitFrontBlock(written)
  if (block === null || block.format === 'none') return written
  const { format } = block
  const entries = renameEntries(block, keys).flatMap(({ renamed }) => renamed ?? [])
  for (const [key, value] of Object.entries(keys.add)) addEntry(entries, key, writeEntry(key, value, format), format)
  return joinFrontBlock({ ...block, entries })
}

/**
 * Turns a text with other keys back into one with those of the target, so that it can be compared with the post.
 *
 * @param text what `applyKeys` made
 * @param written what the target wrote, from which omitted and replaced keys are taken
 */
export function restoreKeys(text: string, written: string, keys: FrontKeys): string {
  const [block, original] = [splitFrontBlock(text), splitFrontBlock(written)]
  if (block === null || original === null || original.format === 'none') return text
  const found = new Map(block.entries.map((entry) => [entry.key, entry]))
  const entries = renameEntries(original, keys).flatMap(({ entry, renamed }) => {
    if (renamed === null) return [entry]
    const there = found.get(renamed.key)
    return there === undefined ? [] : [{ ...renameEntry(there, entry.key), trail: entry.trail }]
  })
  return joinFrontBlock({ ...original, entries, body: block.body })
}

interface Renamed {
  entry: FrontEntry
  /** `null` if it is left out, or if another one takes its place. */
  renamed: FrontEntry | null
}

function renameEntries({ entries, format }: FrontBlock, { rename, add, omit }: FrontKeys): Renamed[] {
  // Pelican and Nikola do not tell capital letters from small ones.
  const fold = (key: string) => (format === 'lines' || format === 'comment' ? key.toLowerCase() : key)
  const names = new Map(Object.entries(rename).map(([from, to]) => [fold(from), to]))
  const [added, omitted] = [new Set(Object.keys(add).map(fold)), new Set(omit.map(fold))]
  const moved = entries.map((entry, index) => {
    const to = names.get(entry.key)
    return { index, to: to === undefined ? entry.key : fold(renameEntry(entry, to).key), isMoved: to !== undefined }
  })
  return entries.map((entry, at) => {
    const { to = entry.key, isMoved = false } = moved[at] ?? {}
    const isReplaced = moved.some(
      (other) => other.to === to && other.index !== at && other.isMoved && (!isMoved || other.index < at),
    )
    if (added.has(entry.key) || added.has(to) || omitted.has(entry.key) || isReplaced) return { entry, renamed: null }
    return { entry, renamed: isMoved ? { ...renameEntry(entry, names.get(entry.key) ?? to), key: to } : entry }
  })
}

/** Adds an entry at the end of its table, or of the front matter. */
function addEntry(entries: FrontEntry[], key: string, entry: FrontEntry, format: FrontFormat): void {
  if (format === 'toml') insertToml(entries, entry)
  else if (format === 'yaml' && key.includes('.')) addToMap(entries, key, entry)
  else entries.push(entry)
}

/** Adds an entry to a TOML document: what follows a table's heading belongs to that table. */
export function insertToml(entries: FrontEntry[], entry: FrontEntry): void {
  const table = tableOf(entry.key)
  const last = entries.findLastIndex(({ key }) => tableOf(key) === table)
  if (last !== -1) entries.splice(last + 1, 0, entry)
  else if (table === '') entries.unshift(entry)
  else entries.push({ key: `[${table}]`, text: `[${table}]`, trail: '\n' }, entry)
}

/** The table that an entry of TOML is in, or that it begins; empty for none. */
export function tableOf(key: string): string {
  return /^\[(.*)\]$/.exec(key)?.[1] ?? /^(.*)\.[^.]*$/.exec(key)?.[1] ?? ''
}

/** In YAML, a table is the value of one key. */
function addToMap(entries: FrontEntry[], key: string, { text }: FrontEntry): void {
  const [name = '', inner = ''] = key.split('.')
  const line = `\n  ${text.replace(key, inner)}`
  const index = entries.findIndex((entry) => entry.key === name)
  const map = entries[index]
  if (map === undefined) entries.push({ key: name, text: `${name}:${line}`, trail: '\n' })
  else entries.splice(index, 1, { ...map, text: map.text + line })
}
