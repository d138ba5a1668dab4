import { clockAt } from '../../electron/shared/time.ts'
import { entryTitle, type Entry } from '../../electron/shared/trip.ts'

const unnamed: Record<Entry['kind'], string> = {
  talk: 'Talk without a title',
  note: 'Empty note',
  encounter: 'Somebody without a name',
}

const LONGEST_EXCERPT = 80

/** What an entry is called in a list: its title, or else how its text begins. */
export function entryName(entry: Entry): string {
  return entryTitle(entry).trim() || beginning(entry.text) || unnamed[entry.kind]
}

/** The first line of a Markdown text without its signs, cut at a word. */
function beginning(text: string): string {
  const line = text
    .slice(0, 1000)
    .split('\n')
    .map((each) => each.replaceAll(/^[\s>#*+-]+|!?\[([^\]]*)\]\([^)]*\)|[*_`~]/g, '$1').trim())
    .find((each) => each !== '')
  if (line === undefined || line.length <= LONGEST_EXCERPT) return line ?? ''
  return `${line.slice(0, LONGEST_EXCERPT).replace(/\s+\S*$/, '')}…`
}

const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' })

/** When it began, `10:45`; empty where nobody noted it. */
export function entryClock(entry: Entry, timeZone: string): string {
  return entry.start === null ? '' : clockAt(entry.start, timeZone)
}

/** The day on which it was: `Tue 14`. */
export function entryDay(entry: Entry): string {
  const date = new Date(`${entry.day}T00:00:00Z`)
  return `${weekday.format(date)} ${date.getUTCDate()}`
}
