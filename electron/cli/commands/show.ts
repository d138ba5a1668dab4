import type { Command } from 'commander'
import { longDate } from '../../shared/report/language.ts'
import { ok } from '../../shared/result.ts'
import { clockAt } from '../../shared/time.ts'
import { entryName } from '../../shared/entries/entry-name.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { countWords } from '../../shared/words.ts'
import { count } from '../count.ts'
import { columns } from '../columns.ts'
import { runCommand, createCommand, examples } from '../command.ts'
import { findTrip, remarksOn, tripArgument } from '../find-trip.ts'

/** `lanyard show TRIP`: a trip and its entries, by day. */
export function showCommand(onFailure: () => void): Command {
  const command = createCommand('show', 'Show a trip and its entries. Times are those at the venue.')
    .argument('<trip>', tripArgument)
    .addHelpText('after', examples('lanyard show "PyCon DE 2026"', 'lanyard show 2026-04-14-pycon-de-2026 --json'))
  return command.action((wanted: string) =>
    runCommand(command, onFailure, async (journal) => {
      const found = await findTrip(journal, wanted)
      if (!found.ok) return found
      const trip = await journal.call('trips.open', { tripId: found.value.id })
      if (!trip.ok) return trip
      const text = describe(trip.value, found.value.words)
      return ok({ json: trip.value, text, notes: remarksOn(found.value) })
    }),
  )
}

function describe(trip: Trip, words: number): string {
  const place = [trip.venue, trip.city, trip.country].filter(Boolean).join(', ')
  return [
    trip.title,
    ...(place === '' ? [] : [place]),
    `${trip.firstDay} to ${trip.lastDay}, ${trip.timeZone}`,
    `${count(trip.entries.length, 'entry', 'entries')}, ${count(words, 'word', 'words')}, id ${trip.id}`,
    ...describeDays(trip),
  ].join('\n')
}

/** Each day under its date. One table for all, so that its columns stand under each other through the days. */
function describeDays(trip: Trip): string[] {
  const days = [...new Set(trip.entries.map((entry) => entry.day))].toSorted()
  const entries = days.flatMap((day) => trip.entries.filter((entry) => entry.day === day))
  const [, ...rows] = columns(
    ['Time', 'Kind', 'Words', 'Entry'],
    entries.map((entry) => [time(entry, trip.timeZone), entry.kind, countWords(entry.text), name(entry)]),
  ).split('\n')
  return rows.flatMap((row, index) => {
    const day = entries[index]?.day ?? ''
    const isFirst = day !== entries[index - 1]?.day
    return [...(isFirst ? ['', longDate(day, 'en')] : []), `  ${row}`]
  })
}

function time(entry: Entry, timeZone: string): string {
  if (entry.start === null) return ''
  const start = clockAt(entry.start, timeZone)
  return entry.kind === 'talk' && entry.end !== null ? `${start}–${clockAt(entry.end, timeZone)}` : start
}

function name(entry: Entry): string {
  const people = entry.kind === 'talk' ? entry.speakers.map((speaker) => speaker.name).join(', ') : ''
  const marks = [entry.highlight && 'highlight', entry.private && 'private'].filter(Boolean).join(', ')
  return `${entryName(entry)}${people && ` – ${people}`}${marks && ` (${marks})`}`.replaceAll(/\s+/g, ' ')
}
