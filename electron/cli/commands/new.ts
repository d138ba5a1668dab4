import type { Command } from 'commander'
import { t } from '../../shared/messages/translate.ts'
import { ok } from '../../shared/result.ts'
import { collect, createCommand, examples, runCommand } from '../command.ts'

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

/** `lanyard new`: creates a trip. */
export function newCommand(onFailure: () => void): Command {
  const command = createCommand('new', t('cli.new.description'))
    .requiredOption('--title <title>', t('cli.new.title'))
    .requiredOption('--first-day <date>', t('cli.new.first-day'))
    .requiredOption('--last-day <date>', t('cli.new.last-day'))
    .requiredOption('--time-zone <zone>', t('cli.new.time-zone'))
    .option('--venue <name>', t('cli.new.venue'), '')
    .option('--city <name>', t('cli.new.city'), '')
    .option('--country <name>', t('cli.new.country'), '')
    .option('--language <code>', t('cli.new.language'), 'en')
    .option('--author <name>', t('cli.new.author'), collect)
    .option('--tag <tag>', t('cli.option.tag'), collect)
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
        text: t('cli.new.done', { title: trip.title, id: trip.id }),
      })
    }),
  )
}
