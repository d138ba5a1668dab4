import { type Command, Option } from 'commander'
import { setTimeout as pause } from 'node:timers/promises'
import type { Input } from '../../shared/contract/index.ts'
import { unnamedEntry } from '../../shared/entries/entry-name.ts'
import { formatDate } from '../../shared/messages/format.ts'
import { listOf, render, t } from '../../shared/messages/translate.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Found, Hit } from '../../shared/search.ts'
import { daySchema } from '../../shared/time.ts'
import { type EntryKind, entryKinds } from '../../shared/trip.ts'
import { createCommand, examples, remark, runCommand, usageError } from '../command.ts'
import { findTrip } from '../find-trip.ts'
import type { Journal } from '../journal.ts'
import { withProgress } from '../progress.ts'
import { safeLine } from '../terminal-text.ts'

interface SearchOptions {
  trip?: string
  kind?: EntryKind
  day?: string
  person?: string
  tag?: string
  starred?: true
  private?: true
  attended?: true
}

/** How many hits are printed: whoever has more adds a word. */
const MAX_HITS = 500
/** Interval at which the progress is asked for, in milliseconds. */
const POLL_MS = 100

/** `lanyard search WORDS`: finds words in all trips, or in one. */
export function searchCommand(onFailure: () => void): Command {
  const command = createCommand('search', t('cli.search.description'))
    .argument('<words...>', t('cli.search.words'))
    .option('--trip <trip>', t('cli.search.trip'))
    .addOption(new Option('--kind <kind>', t('cli.search.kind')).choices(entryKinds))
    .option('--day <date>', t('cli.search.day'))
    .option('--person <name>', t('cli.search.person'))
    .option('--tag <tag>', t('cli.search.tag'))
    .option('--starred', t('cli.search.starred'))
    .option('--private', t('cli.search.private'))
    .option('--attended', t('cli.search.attended'))
    .addHelpText('after', remark(t('cli.search.remark')))
    .addHelpText(
      'after',
      examples(
        'lanyard search lightning talks',
        `lanyard search '"very, very few"' --trip "PyCon DE 2026"`,
        'lanyard search sandwich --kind talk --starred --json',
      ),
    )
  return command.action((words: string[], options: SearchOptions) => {
    const { trip: wanted, kind, day, person, tag, starred, attended } = options
    if (day !== undefined && !daySchema.safeParse(day).success) usageError(command, t('cli.search.not-a-day', { day }))
    return runCommand(command, onFailure, async (journal) => {
      const trip = wanted === undefined ? ok(null) : await findTrip(journal, wanted)
      if (!trip.ok) return trip
      const filter = { kind, day, person, tag, starred, private: options.private, attended }
      const tripId = trip.value?.id ?? null
      const found = await find(journal, { query: words.join(' '), mode: 'words', tripId, filter, limit: MAX_HITS })
      if (!found.ok) return found
      const { hits, total } = found.value
      return ok({
        json: { hits: hits.map(valuesOf), total },
        text: [...hits.map(describe), countHits(total, hits.length)].join('\n\n'),
      })
    })
  })
}

/** Searches once every trip has been read. The first time, that can take some seconds. */
async function find(journal: Journal, question: Input<'search.find'>): Promise<Result<Found>> {
  return await withProgress(async (signal, onProgress) => {
    for (;;) {
      const found = await journal.call('search.find', question)
      if (!found.ok) return found
      const { read, trips } = found.value.progress
      // This also waits until the index has been kept for the next search.
      if (read === trips) return await journal.call('search.find', { ...question, waits: true })
      if (signal.aborted) return fail('cancelled.words')
      onProgress(read / trips, t('search.reading', { read, trips }))
      await pause(POLL_MS)
    }
  })
}

/** What programs get of a hit. */
const valuesOf = ({ tripId, entryId, day, title, sentence }: Hit) => ({ tripId, entryId, day, title, sentence })

function countHits(total: number, shown: number): string {
  if (total === 0) return t('cli.search.none')
  return total > shown ? t('cli.search.more', { total, shown }) : t('cli.search.count', { total })
}

function describe({ title, kind, tripTitle, place, day, sentence }: Hit): string {
  const name = title || (kind === null ? t('search.report') : render(unnamedEntry(kind)))
  const where = [
    place === 'report' ? t('search.report') : '',
    place === 'trip' ? '' : tripTitle,
    day === null ? '' : formatDate(day),
  ]
  const head = listOf([name, ...where.filter((part) => part !== '' && part !== name)].map(safeLine), 'unit')
  return sentence === '' ? head : `${head}\n  ${safeLine(sentence)}`
}
