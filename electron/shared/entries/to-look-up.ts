import type { Entry } from '../trip.ts'

/** Something in a text that was left for later. */
export interface LookUp {
  entryId: string
  /** A link without an address, a picture that is still to come, or a task that is not done. */
  kind: 'link' | 'picture' | 'task'
  /** Its words; empty if it has none. */
  words: string
  /** Where it is in the entry's text, in UTF-16 units; `null` for a link of a talk that is in its fields. */
  at: readonly [from: number, to: number] | null
}

const fence = /^\s{0,3}(?:`{3,}|~{3,})/
const task = /^\s*(?:>\s?)*\s*(?:[-*+]|\d{1,9}[.)])\s+\[ \](?:\s+(.*))?$/
const emptyLink = /(!?)\[([^[\]]{0,500})\]\(\s*\)/g

const none: readonly LookUp[] = []
/** A text up to this length is searched faster than what is known about it, in UTF-16 units. */
const SHORT = 500

const known = new WeakMap<Entry, readonly LookUp[]>()

/** What an entry leaves to look up, in the order of its text. */
export function lookUpsIn(entry: Entry): readonly LookUp[] {
  // Most entries have nothing to look up, and this is asked for all of them.
  if (entry.kind !== 'talk' && entry.text.length < SHORT && !mayHave(entry.text)) return none
  const before = known.get(entry)
  if (before !== undefined) return before
  const found = [...inFields(entry), ...inText(entry)]
  known.set(entry, found)
  return found
}

const mayHave = (text: string) => text.includes('](') || text.includes('[ ]')

function inFields(entry: Entry): LookUp[] {
  if (entry.kind !== 'talk') return []
  return entry.links.flatMap(({ label, url }) =>
    url.trim() === '' && label.trim() !== ''
      ? [{ entryId: entry.id, kind: 'link' as const, words: label.trim(), at: null }]
      : [],
  )
}

function inText({ id: entryId, text }: Entry): LookUp[] {
  if (!mayHave(text)) return []
  const found: LookUp[] = []
  let [from, isCode] = [0, false]
  for (const line of text.split('\n')) {
    if (fence.test(line)) isCode = !isCode
    else if (!isCode) found.push(...inLine(entryId, line, from))
    from += line.length + 1
  }
  return found
}

function inLine(entryId: string, line: string, from: number): LookUp[] {
  const open = line.includes('[ ]') ? task.exec(line) : null
  if (open !== null) {
    return [
      { entryId, kind: 'task', words: plain(open[1] ?? ''), at: [from + line.indexOf('[ ]'), from + line.length] },
    ]
  }
  if (!line.includes('](')) return []
  return [...line.matchAll(emptyLink)].map(({ 0: whole, 1: mark, 2: words = '', index }) => ({
    entryId,
    kind: mark === '!' ? 'picture' : 'link',
    words: plain(words),
    at: [from + index, from + index + whole.length] as const,
  }))
}

/** Words without the marks of links and emphasis. */
const plain = (words: string) =>
  words
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`~]{1,3}/g, '')
    .trim()

/** A text with the task at a place ticked; the same text if no task is there. */
export function tickTask(text: string, at: number): string {
  return text.slice(at, at + 3) === '[ ]' ? `${text.slice(0, at)}[x]${text.slice(at + 3)}` : text
}
