import type { Command } from 'commander'
import type { Input } from '../../shared/contract/index.ts'
import type { ImportSummary } from '../../shared/contract/imports.ts'
import { render, t } from '../../shared/messages/translate.ts'
import { fail, type Failure, messageOf, ok, type Result } from '../../shared/result.ts'
import { createCommand, examples, remark, runCommand, usageError } from '../command.ts'
import { findTrip } from '../find-trip.ts'
import { importArchive, isArchive } from '../import-archive.ts'
import type { Journal } from '../journal.ts'
import { readReports } from '../read-reports.ts'

interface ImportOptions {
  trip?: string
  merge?: true
  keepBoth?: true
}

/** `lanyard import FILE…`: creates a trip from a report, adds a report to one, or imports a .lanyard file. */
export function importCommand(onFailure: () => void): Command {
  const command = createCommand('import', t('cli.import.description'))
    .argument('<file...>', t('cli.import.file'))
    .option('--trip <trip>', t('cli.import.trip'))
    .option('--merge', t('cli.import.merge'))
    .option('--keep-both', t('cli.import.keep-both'))
    .addHelpText('after', remark(t('cli.import.remark')))
    .addHelpText(
      'after',
      examples(
        'lanyard import pycon-us-2024.md',
        'lanyard import ~/blog/content/posts/2026-02-01-fosdem',
        'lanyard import day-1.md day-2.md day-3.md',
        'lanyard import day-4.md --trip "FOSDEM 2026" --json',
        'lanyard import /media/stick/2026-02-01-fosdem.lanyard --merge',
      ),
    )
  return command.action(async (paths: string[], options: ImportOptions) => {
    const archives = await Promise.all(paths.map(isArchive))
    const [first = ''] = paths
    if (archives.includes(true)) {
      if (paths.length > 1) usageError(command, t('cli.usage.one-archive'))
      if (options.trip !== undefined) usageError(command, t('cli.usage.archive-into-trip'))
      if (options.merge && options.keepBoth) {
        usageError(command, t('cli.usage.conflict', { first: '--merge', second: '--keep-both' }))
      }
      const ifPresent = options.merge ? 'merge' : options.keepBoth ? 'copy' : 'refuse'
      return runCommand(command, onFailure, (journal) => importArchive(journal, first, ifPresent))
    }
    if (options.merge || options.keepBoth) usageError(command, t('cli.usage.only-for-archives'))
    return runCommand(command, onFailure, async (journal) => {
      const into = await findTripId(journal, options.trip)
      if (!into.ok) return into
      const reports = await readReports(paths)
      if (!reports.ok) return reports
      const imported = await importAll(journal, reports.value, into.value)
      if (!imported.ok) return imported
      const { trip, entries, photos } = imported.value
      const remarks = imported.value.remarks.map(render)
      const { id, title } = trip
      const done =
        into.value === null
          ? t('cli.import.created', { title, entries, pictures: photos, id })
          : t('cli.import.added', { title, entries, pictures: photos })
      return ok({ json: { trip: id, title, entries, photos, remarks }, text: [done, ...remarks].join('\n') })
    })
  })
}

/** Imports several reports about one journey into one trip: the given one, or a new one that the first report creates. */
async function importAll(
  journal: Journal,
  reports: readonly Input<'imports.run'>['files'][],
  into: string | null,
): Promise<Result<ImportSummary>> {
  const done: ImportSummary[] = []
  for (const files of reports) {
    const last = done.at(-1)
    const imported = await journal.runJob('imports.run', { files, tripId: last?.trip.id ?? into })
    if (!imported.ok) return last === undefined ? imported : stoppedAfter(last, imported.error)
    done.push(imported.value)
  }
  const last = done.at(-1)
  if (last === undefined) return fail('input.no-files')
  return ok({
    trip: last.trip,
    entries: done.reduce((sum, { entries }) => sum + entries, 0),
    photos: done.reduce((sum, { photos }) => sum + photos, 0),
    remarks: done.flatMap(({ remarks }) => remarks),
  })
}

function stoppedAfter({ trip }: ImportSummary, failure: Failure): Result<never> {
  return fail('import.stopped-after', { problem: messageOf(failure), title: trip.title, id: trip.id })
}

/** The id of the trip that a user named, or `null` if there is no name. */
async function findTripId(journal: Journal, wanted: string | undefined): Promise<Result<string | null>> {
  if (wanted === undefined) return ok(null)
  const found = await findTrip(journal, wanted)
  return found.ok ? ok(found.value.id) : found
}
