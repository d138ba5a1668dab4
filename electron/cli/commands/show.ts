import type { Command } from 'commander'
import { entryName } from '../../shared/entries/entry-name.ts'
import { formatFullDate } from '../../shared/messages/format.ts'
import { t } from '../../shared/messages/translate.ts'
import { ok } from '../../shared/result.ts'
import { clockAt } from '../../shared/time.ts'
import type { Entry, Trip } from '../../shared/trip.ts'
import { countReadWords } from '../../shared/words.ts'
import { alignColumns } from '../columns.ts'
import { createCommand, examples, runCommand } from '../command.ts'
import { findTrip, notesOn } from '../find-trip.ts'
import { safeLine } from '../terminal-text.ts'

/** `lanyard show TRIP`: shows a trip and its entries, by day. */
export function showCommand(onFailure: () => void): Command {
  const command = createCommand('show', t('cli.show.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .addHelpText('after', examples('lanyard show "PyCon DE 2026"', 'lanyard show 2026-04-14-pycon-de-2026 --json'))
  return command.action((wanted: string) =>
    runCommand(command, onFailure, async (journal) => {
      const found = await findTrip(journal, wanted)
      if (!found.ok) return found
      const trip = await journal.call('trips.open', { tripId: found.value.id })
      if (!trip.ok) return trip
      const text = describe(trip.value, found.value.words)
      return ok({ json: trip.value, text, notes: notesOn(found.value) })
    }),
  )
}

function describe(trip: Trip, words: number): string {
  const place = [trip.venue, trip.city, trip.country].filter(Boolean).join(', ')
  return [
    safeLine(trip.title),
    ...(place === '' ? [] : [safeLine(place)]),
    t('cli.show.days', { firstDay: trip.firstDay, lastDay: trip.lastDay, timeZone: trip.timeZone }),
    t('cli.show.size', { entries: trip.entries.length, words, id: trip.id }),
    ...describeDays(trip),
  ].join('\n')
}

/**
 * The entries below the dates of their days. All are rows of one table, so that the columns are aligned across days.
 */
function describeDays(trip: Trip): string[] {
  const days = [...new Set(trip.entries.map((entry) => entry.day))].toSorted()
  const entries = days.flatMap((day) => trip.entries.filter((entry) => entry.day === day))
  const rows = alignColumns(
    entries.map((entry) => [
      formatTime(entry, trip.timeZone),
      t(`cli.kind.${entry.kind}`),
      countReadWords(entry.text),
      formatName(entry),
    ]),
  )
  return rows.flatMap((row, index) => {
    const day = entries[index]?.day ?? ''
    const isFirst = day !== entries[index - 1]?.day
    return [...(isFirst ? ['', formatFullDate(day)] : []), `  ${row}`]
  })
}

function formatTime(entry: Entry, timeZone: string): string {
  if (entry.start === null) return ''
  const start = clockAt(entry.start, timeZone)
  return entry.kind === 'talk' && entry.end !== null ? `${start}–${clockAt(entry.end, timeZone)}` : start
}

function formatName(entry: Entry): string {
  const people = entry.kind === 'talk' ? entry.speakers.map((speaker) => speaker.name).join(', ') : ''
  const marks = [
    ...(entry.highlight ? [t('cli.show.highlight')] : []),
    ...(entry.private ? [t('cli.show.private')] : []),
  ].join(', ')
  return `${entryName(entry)}${people && ` – ${people}`}${marks && ` (${marks})`}`.replaceAll(/\s+/g, ' ')
}
