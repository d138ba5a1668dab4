import type { Command } from 'commander'
import type { Input } from '../../shared/contract/index.ts'
import type { ImportSummary } from '../../shared/contract/imports.ts'
import { t } from '../../shared/messages/translate.ts'
import { fail, type Failure, ok, type Result } from '../../shared/result.ts'
import { count } from '../count.ts'
import { runCommand, createCommand, examples, usageError } from '../command.ts'
import { findTrip } from '../find-trip.ts'
import { readReports } from '../read-reports.ts'
import { importArchive, isArchive } from '../import-archive.ts'
import type { Journal } from '../journal.ts'

interface ImportOptions {
  trip?: string
  merge?: true
  keepBoth?: true
}

/** `lanyard import FILE…`: a report that was written elsewhere becomes a trip, or part of one. */
export function importCommand(onFailure: () => void): Command {
  const command = createCommand(
    'import',
    'Make a trip of a report in Markdown, or take in one that was saved as a file.',
  )
    .argument('<file...>', 'Markdown files, folders with a post and its pictures, or one .lanyard file')
    .option('--trip <trip>', `the trip that gets the entries (else a new one) – ${t('cli.argument.trip')}`)
    .option('--merge', 'for a trip that you have already: what both have becomes one')
    .option('--keep-both', 'for a trip that you have already: the file becomes a trip of its own')
    .addHelpText(
      'after',
      `\nWhat a file is, is found from what is in it. Pictures that a text shows come along where they lie beside it.\n${examples(
        'lanyard import pycon-us-2024.md',
        'lanyard import ~/blog/content/posts/2026-02-01-fosdem',
        'lanyard import day-1.md day-2.md day-3.md',
        'lanyard import day-4.md --trip "FOSDEM 2026" --json',
        'lanyard import /media/stick/2026-02-01-fosdem.lanyard --merge',
      )}`,
    )
  return command.action(async (paths: string[], options: ImportOptions) => {
    const archives = await Promise.all(paths.map(isArchive))
    const [first = ''] = paths
    if (archives.includes(true) && paths.length > 1) {
      usageError(command, 'A .lanyard file is a whole trip. Import one at a time.')
    }
    if (archives.includes(true)) {
      if (options.trip !== undefined)
        usageError(command, 'A .lanyard file is a whole trip, so --trip has no place here.')
      if (options.merge && options.keepBoth) usageError(command, 'Choose one of --merge and --keep-both.')
      const otherwise = options.merge ? 'merge' : options.keepBoth ? 'copy' : 'refuse'
      return runCommand(command, onFailure, (journal) => importArchive(journal, first, otherwise))
    }
    if (options.merge || options.keepBoth) {
      usageError(command, 'The options --merge and --keep-both are for .lanyard files.')
    }
    return runCommand(command, onFailure, async (journal) => {
      const into = await findWanted(journal, options.trip)
      if (!into.ok) return into
      const reports = await readReports(paths)
      if (!reports.ok) return reports
      const imported = await importAll(journal, reports.value, into.value)
      if (!imported.ok) return imported
      const { trip, entries, photos, remarks } = imported.value
      const what = `${count(entries, 'entry', 'entries')} and ${count(photos, 'picture', 'pictures')}`
      const done =
        into.value === null
          ? `Made the trip "${trip.title}" with ${what}. Its id is ${trip.id}.`
          : `Added ${what} to "${trip.title}".`
      return ok({
        json: { trip: trip.id, title: trip.title, entries, photos, remarks },
        text: [done, ...remarks].join('\n'),
      })
    })
  })
}

/** The first makes the trip, unless one is named; the others go into the same: they are posts about one journey. */
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
  if (last === undefined) return fail('import.nothing', 'There are no files to import.')
  return ok({
    trip: last.trip,
    entries: done.reduce((sum, { entries }) => sum + entries, 0),
    photos: done.reduce((sum, { photos }) => sum + photos, 0),
    remarks: done.flatMap(({ remarks }) => remarks),
  })
}

function stoppedAfter({ trip }: ImportSummary, { code, message }: Failure): Result<never> {
  return fail(code, `${message} What was named before is in the trip "${trip.title}" (${trip.id}).`)
}

/** The identifier of the trip that is named; `null` where none is. */
async function findWanted(journal: Journal, wanted: string | undefined): Promise<Result<string | null>> {
  if (wanted === undefined) return ok(null)
  const found = await findTrip(journal, wanted)
  return found.ok ? ok(found.value.id) : found
}
