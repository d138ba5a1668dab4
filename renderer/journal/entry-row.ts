import { clockAt } from '../../electron/shared/time.ts'
import { entryTitle, type Entry, type EntryKind } from '../../electron/shared/trip.ts'

/** What the list shows of an entry. */
export interface EntryRow {
  id: string
  kind: EntryKind
  /** The start by the clocks of the venue; empty where there is none. */
  time: string
  /** The title, else the first words, else what kind of thing it is. */
  title: string
  /** Whether the title is one, or a stand-in for it. */
  isTitled: boolean
  /** Speakers and room; the role of somebody met. */
  detail: string
  highlight: boolean
  private: boolean
}

/** How much of a text is looked at for its first words, in characters: more never fits the list. */
const LOOKED_AT = 300

/** The first words of a Markdown text, without its marks. */
export function firstWords(text: string): string {
  const line = text
    .slice(0, LOOKED_AT)
    .split('\n')
    .map((one) => one.replace(/^[\s>#]*(?:(?:[-*+]|\d+[.)])\s+)?(?:\[[ xX]\]\s+)?/, '').trim())
    .find((one) => one !== '' && !one.startsWith('```') && !one.startsWith('!['))
  return (line ?? '').replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[*_`~]{1,3}/g, '')
}

const nameless: Record<EntryKind, string> = {
  talk: 'Untitled talk',
  note: 'Empty note',
  encounter: 'Somebody',
}

function detailOf(entry: Entry): string {
  if (entry.kind === 'talk') {
    const speakers = entry.speakers.map(({ name }) => name).filter((name) => name !== '')
    return [speakers.join(', '), entry.room].filter((part) => part !== '').join(' · ')
  }
  return entry.kind === 'encounter' ? entry.role || entry.context : ''
}

export function toRow(entry: Entry, timeZone: string): EntryRow {
  const title = entryTitle(entry).trim()
  return {
    id: entry.id,
    kind: entry.kind,
    time: entry.start === null ? '' : clockAt(entry.start, timeZone),
    title: title || firstWords(entry.text) || nameless[entry.kind],
    isTitled: title !== '',
    detail: detailOf(entry),
    highlight: entry.highlight,
    private: entry.private,
  }
}

/** Whether two lists would be drawn the same, so that typing does not draw them again. */
export function areSameRows(a: readonly EntryRow[], b: readonly EntryRow[]): boolean {
  return (
    a.length === b.length &&
    a.every((row, index) => {
      const other = b[index]
      return other !== undefined && (Object.keys(row) as (keyof EntryRow)[]).every((key) => row[key] === other[key])
    })
  )
}

/**
 * Before which entry one goes to be a step earlier (-1) or later (1) among its day's entries; `undefined` where it is
 * the first or last already, `null` for the day's end.
 */
export function stepTarget(ids: readonly string[], id: string, step: 1 | -1): string | null | undefined {
  const index = ids.indexOf(id)
  const to = index + step
  if (index === -1 || to < 0 || to >= ids.length) return undefined
  return ids[step === -1 ? to : to + 1] ?? null
}
