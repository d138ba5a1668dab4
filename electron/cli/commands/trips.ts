import type { Command } from 'commander'
import { ok } from '../../shared/result.ts'
import { columns } from '../columns.ts'
import { runCommand, createCommand, examples } from '../command.ts'

/** `lanyard trips`: what is in the library, newest first. */
export function tripsCommand(onFailure: () => void): Command {
  const command = createCommand('trips', 'List your trips, newest first.').addHelpText(
    'after',
    examples('lanyard trips', 'lanyard trips --library /media/stick/Lanyard', 'lanyard trips --json'),
  )
  return command.action(() =>
    runCommand(command, onFailure, async (journal) => {
      const listed = await journal.call('library.list', {})
      if (!listed.ok) return listed
      const { trips, unreadable } = listed.value
      return ok({
        json: trips.map(({ id, title, firstDay, lastDay, timeZone, entries, words }) => ({
          id,
          title,
          firstDay,
          lastDay,
          timeZone,
          entries,
          words,
        })),
        text:
          trips.length === 0
            ? `There are no trips in "${journal.library.folder}" yet. "lanyard new --help" shows how to make one.`
            : columns(
                ['ID', 'Title', 'Days', 'Place', 'Entries', 'Words'],
                trips.map((trip) => [
                  trip.id.slice(0, 8),
                  trip.title,
                  trip.firstDay === trip.lastDay ? trip.firstDay : `${trip.firstDay} to ${trip.lastDay}`,
                  [trip.city, trip.country].filter(Boolean).join(', '),
                  trip.entries,
                  trip.words,
                ]),
              ),
        notes: unreadable.map(({ folder, error }) => `The folder "${folder}" cannot be read: ${error.message}`),
      })
    }),
  )
}
