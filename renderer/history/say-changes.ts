import type { EntryChange } from '../../electron/shared/history.ts'
import { assertNever } from '../../electron/shared/result.ts'

type What = EntryChange['what']

/** In this order they are told: what was written is of more interest than what was put elsewhere. */
const order: readonly What[] = ['added', 'changed', 'deleted', 'moved']

/** So many names of one kind are told; of the others one hears how many there are. */
const MOST_NAMES = 3

/** What stands for an entry that has no name. */
export const NAMELESS = 'Untitled'

/** What a part of the trip that is no entry is called. */
export function sayPart(title: string): string {
  switch (title) {
    case 'Details':
      return 'Trip details'
    case 'Pictures':
      return 'Pictures'
    default:
      return title
  }
}

const nameOf = (title: string) => title.trim() || NAMELESS

/** "A", "A and B", "A, B and C", "A, B, C and 4 more". */
function sayNames(names: readonly string[]): string {
  const shown =
    names.length <= MOST_NAMES ? names : [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} more`]
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

function sayKind(what: What, changes: readonly EntryChange[]): string | null {
  const titles = changes.filter((change) => change.what === what && change.entryId !== null).map(({ title }) => title)
  const [only] = titles
  if (only === undefined) return null
  if (titles.length === 1) return `1 entry ${what}: ${nameOf(only)}`
  return `${titles.length} entries ${what}: ${sayNames(titles.map(nameOf))}`
}

/**
 * What was done between two versions, a sentence for each kind of change.
 *
 * @param more how many changes there are beyond those
 * @example ['2 entries changed: Opening and Lunch', 'Report changed']
 */
export function sayChanges(changes: readonly EntryChange[], more = 0): string[] {
  const ofEntries = order.flatMap((what) => sayKind(what, changes) ?? [])
  const ofParts = changes.filter(({ entryId }) => entryId === null).map(({ title }) => `${sayPart(title)} changed`)
  const rest = more === 0 ? [] : [`${more.toLocaleString('en-GB')} more ${more === 1 ? 'change' : 'changes'}`]
  return [...ofEntries, ...ofParts, ...rest]
}

/** What was done to one thing since a version. */
export function saySince(what: What): string {
  switch (what) {
    case 'added':
      return 'Added since'
    case 'changed':
      return 'Changed since'
    case 'deleted':
      return 'Deleted since'
    case 'moved':
      return 'Moved since'
    default:
      return assertNever(what)
  }
}
