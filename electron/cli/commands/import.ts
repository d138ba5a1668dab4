import type { Command } from 'commander'
import { type ImportDraft, planOf } from '../../shared/import-draft.ts'
import { t } from '../../shared/messages/translate.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Answer, createCommand, examples, remark, runCommand, usageError } from '../command.ts'
import { describeDraft, jsonOfDays, jsonOfDraft, remarksOf } from '../describe-draft.ts'
import { chooseDays } from '../import-days.ts'
import { findTrip } from '../find-trip.ts'
import { importArchive, isArchive } from '../import-archive.ts'
import { importProgramme, isAddress, isProgramme } from '../import-programme.ts'
import type { Journal } from '../journal.ts'
import { type ImportFile, readReports } from '../read-reports.ts'

interface ImportOptions {
  trip?: string
  dryRun?: true
  title?: string
  firstDay?: string
  lastDay?: string
  timeZone?: string
  from?: string
  to?: string
  merge?: true
  keepBoth?: true
}

/** `lanyard import FILE…`: creates a trip from reports or a programme, adds them to one, or imports a .lanyard file. */
export function importCommand(onFailure: () => void): Command {
  const command = createCommand('import', t('cli.import.description'))
    .argument('<file...>', t('cli.import.file'))
    .option('--dry-run', t('cli.import.dry-run'))
    .option('--title <title>', t('cli.import.title'))
    .option('--first-day <date>', t('cli.import.first-day'))
    .option('--last-day <date>', t('cli.import.last-day'))
    .option('--from <date>', t('cli.import.from'))
    .option('--to <date>', t('cli.import.to'))
    .option('--time-zone <zone>', t('cli.import.time-zone'))
    .option('--trip <trip>', t('cli.import.trip'))
    .option('--merge', t('cli.import.merge'))
    .option('--keep-both', t('cli.import.keep-both'))
    .addHelpText('after', remark(t('cli.import.remark')))
    .addHelpText(
      'after',
      examples(
        'lanyard import pycon-us-2024.md --dry-run',
        'lanyard import ~/blog/content/posts/2026-02-01-fosdem',
        'lanyard import accu.md --first-day 2026-06-17 --last-day 2026-06-20',
        'lanyard import day-1.md day-2.md day-3.md',
        'lanyard import day-4.md --trip "FOSDEM 2026" --json',
        'lanyard import Journal.zip --from 2026-04-14 --to 2026-04-17',
        'lanyard import schedule.json --trip "FOSDEM 2026"',
        'lanyard import https://pretalx.example.org/fosdem-2026/ --dry-run',
        'lanyard import /media/stick/2026-02-01-fosdem.lanyard --merge',
      ),
    )
  return command.action(async (paths: string[], options: ImportOptions) => {
    const archives = await Promise.all(paths.map(isArchive))
    const [first = ''] = paths
    const detail = (['title', 'first-day', 'last-day'] as const).find((name) => options[camel[name]] !== undefined)
    const range = (['from', 'to'] as const).find((name) => options[name] !== undefined)
    const ofReports = detail ?? range ?? (options.dryRun ? 'dry-run' : undefined)
    if (archives.includes(true)) {
      if (paths.length > 1) usageError(command, t('cli.usage.one-archive'))
      if (options.trip !== undefined) usageError(command, t('cli.usage.archive-into-trip'))
      if (ofReports !== undefined) usageError(command, t('cli.usage.only-for-reports', { option: `--${ofReports}` }))
      if (options.timeZone !== undefined) refuseTimeZone(command)
      if (options.merge && options.keepBoth) {
        usageError(command, t('cli.usage.conflict', { first: '--merge', second: '--keep-both' }))
      }
      const ifPresent = options.merge ? 'merge' : options.keepBoth ? 'copy' : 'refuse'
      return runCommand(command, onFailure, (journal) => importArchive(journal, first, ifPresent))
    }
    if (options.merge || options.keepBoth) usageError(command, t('cli.usage.only-for-archives'))
    if (options.trip !== undefined && detail !== undefined) {
      usageError(command, t('cli.usage.conflict', { first: '--trip', second: `--${detail}` }))
    }
    const isOfProgramme = isAddress(first) || (paths.length === 1 && (await isProgramme(first)))
    if (isOfProgramme) {
      if (paths.length > 1) usageError(command, t('cli.usage.one-programme'))
      if (range !== undefined) usageError(command, t('cli.usage.only-for-journals', { option: `--${range}` }))
      return runCommand(command, onFailure, async (journal) => {
        const into = await findTripId(journal, options.trip)
        return into.ok ? await importProgramme(journal, first, into.value, options) : into
      })
    }
    if (options.timeZone !== undefined) refuseTimeZone(command)
    return runCommand(command, onFailure, async (journal) => {
      const into = await findTripId(journal, options.trip)
      if (!into.ok) return into
      const read = await readReports(paths)
      return read.ok ? await importReports(journal, read.value, into.value, options) : read
    })
  })
}

const camel = { title: 'title', 'first-day': 'firstDay', 'last-day': 'lastDay' } as const

function refuseTimeZone(command: Command): never {
  usageError(command, t('cli.usage.only-for-programmes', { option: '--time-zone' }))
}

/** Imports reports about one journey into one trip: the given one, or a new one. */
async function importReports(
  journal: Journal,
  files: readonly ImportFile[],
  tripId: string | null,
  options: ImportOptions,
): Promise<Result<Answer>> {
  // Their bytes are moved to the thread that reads them, and are needed once more.
  const copies = files.map(({ name, data }) => ({ name, data: data.slice() }))
  const understood = await journal.runJob('imports.understand', { files: copies, tripId })
  if (!understood.ok) return understood
  const draft = withTitle(understood.value, options.title)
  const chosen = chooseDays(draft, options)
  if (!chosen.ok) return chosen
  const { days, taken } = chosen.value
  const remarks = remarksOf(draft)
  if (options.dryRun) {
    const text = [describeDraft(draft, days, taken), ...remarks, t('cli.import.dry')].join('\n')
    return ok({ json: { ...jsonOfDraft(draft, days, taken), remarks }, text })
  }
  if (days === null) {
    return draft.isJournal
      ? fail('import.journal-without-gaps', { from: '--from', to: '--to' })
      : fail('import.no-days', { firstDay: '--first-day', lastDay: '--last-day' })
  }
  const wanted = planOf(draft, taken ?? days)
  const plan = { ...wanted, details: { ...wanted.details, ...days } }
  if (taken !== null && plan.entries.every((entry) => entry === null)) return fail('import.none-in-days', { ...taken })
  const imported = await journal.runJob('imports.create', { files: [...files], tripId, plan })
  if (!imported.ok) return imported
  const { trip, entryIds, photos } = imported.value
  const { id, title } = trip
  const entries = entryIds.length
  const done =
    tripId === null
      ? t('cli.import.created', { title, entries, pictures: photos, id })
      : t('cli.import.added', { title, entries, pictures: photos })
  return ok({
    json: { trip: id, title, entries, photos, ...jsonOfDays(draft, days), remarks },
    text: [done, describeDraft(draft, days, taken), ...remarks].join('\n'),
  })
}

function withTitle(draft: ImportDraft, title: string | undefined): ImportDraft {
  return title === undefined ? draft : { ...draft, details: { ...draft.details, title } }
}

/** The id of the trip that a user named, or `null` if there is no name. */
async function findTripId(journal: Journal, wanted: string | undefined): Promise<Result<string | null>> {
  if (wanted === undefined) return ok(null)
  const found = await findTrip(journal, wanted)
  return found.ok ? ok(found.value.id) : found
}
