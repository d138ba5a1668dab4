import type { Command } from 'commander'
import { ok } from '../../shared/result.ts'
import { runCommand, collect, createCommand, examples } from '../command.ts'

interface NewOptions {
  title: string
  firstDay: string
  lastDay: string
  timeZone: string
  venue: string
  city: string
  country: string
  language: string
  author?: string[]
  tag?: string[]
}

/** `lanyard new`: makes a trip. */
export function newCommand(onFailure: () => void): Command {
  const command = createCommand('new', 'Make a trip.')
    .requiredOption('--title <title>', 'what the trip is called')
    .requiredOption('--first-day <date>', 'the first day of the conference, as 2026-04-14')
    .requiredOption('--last-day <date>', 'its last day')
    .requiredOption('--time-zone <zone>', 'the zone of the venue, as Europe/Berlin')
    .option('--venue <name>', 'the house it takes place in', '')
    .option('--city <name>', 'the city', '')
    .option('--country <name>', 'the country', '')
    .option('--language <code>', 'the language of the report, as en or pt-BR', 'en')
    .option('--author <name>', 'who writes; again for each (else the name in the settings)', collect)
    .option('--tag <tag>', 'a tag; again for each', collect)
    .addHelpText(
      'after',
      examples(
        'lanyard new --title "PyCon DE 2026" --first-day 2026-04-14 --last-day 2026-04-16 --time-zone Europe/Berlin',
        'lanyard new --title FOSDEM --first-day 2026-01-31 --last-day 2026-02-01 --time-zone Europe/Brussels \\\n' +
          '      --venue ULB --city Brussels --country Belgium --author "Ada L." --author "Grace H." --tag fosdem',
      ),
    )
  return command.action((options: NewOptions) =>
    runCommand(command, onFailure, async (journal) => {
      const start = await journal.call('app.start', {})
      if (!start.ok) return start
      const { authorName } = start.value.settings
      const { title, firstDay, lastDay, timeZone, venue, city, country, language } = options
      const created = await journal.call('trips.create', {
        title,
        firstDay,
        lastDay,
        timeZone,
        venue,
        city,
        country,
        language,
        authors: options.author ?? (authorName === '' ? [] : [authorName]),
        tags: options.tag ?? [],
      })
      if (!created.ok) return created
      const { trip, savedAt } = created.value
      return ok({
        json: { trip: trip.id, title: trip.title, firstDay, lastDay, timeZone, savedAt },
        text: `Made the trip "${trip.title}". Its id is ${trip.id}.`,
      })
    }),
  )
}
