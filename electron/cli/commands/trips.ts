import type { Command } from 'commander'
import type { TripSummary } from '../../shared/contract/library.ts'
import { render, t } from '../../shared/messages/translate.ts'
import { ok } from '../../shared/result.ts'
import { columns } from '../columns.ts'
import { createCommand, examples, runCommand } from '../command.ts'

/** `lanyard trips`: lists the trips in the library, newest first. */
export function tripsCommand(onFailure: () => void): Command {
  const command = createCommand('trips', t('cli.trips.description')).addHelpText(
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
            ? t('cli.trips.none', { library: journal.library.folder })
            : columns(
                [
                  t('cli.column.id'),
                  t('cli.column.title'),
                  t('cli.column.days'),
                  t('cli.column.place'),
                  t('cli.column.entries'),
                  t('cli.column.words'),
                ],
                trips.map((trip) => [
                  trip.id.slice(0, 8),
                  trip.title,
                  trip.firstDay === trip.lastDay ? trip.firstDay : formatDays(trip),
                  [trip.city, trip.country].filter(Boolean).join(', '),
                  trip.entries,
                  trip.words,
                ]),
              ),
        notes: unreadable.map(({ folder, error }) => t('cli.trips.unreadable', { folder, problem: render(error) })),
      })
    }),
  )
}

function formatDays({ firstDay, lastDay }: TripSummary): string {
  return firstDay === lastDay ? firstDay : t('cli.day-range', { firstDay, lastDay })
}
