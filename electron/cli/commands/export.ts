import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { unknownTarget } from '../../journal/exporters/export-failures.ts'
import type { PrintPage } from '../../journal/exporters/pdf/print.ts'
import type { ExportSummary } from '../../shared/contract/exports.ts'
import type { ConflictChoice } from '../../shared/destinations.ts'
import { describeExport } from '../../shared/describe-export.ts'
import { formatSiteConflicts } from '../../shared/format-site-conflict.ts'
import { render, t } from '../../shared/messages/translate.ts'
import { reportIdOf } from '../../shared/report/in-report.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { type Answer, collect, createCommand, examples, runCommand, usageError, withReplaceHint } from '../command.ts'
import { findDestination } from '../find-destination.ts'
import { findReport, seenIn } from '../find-report.ts'
import { findTrip } from '../find-trip.ts'
import type { Journal } from '../journal.ts'
import { readOptionValues } from '../option-values.ts'
import { nameOfStep, withProgress } from '../progress.ts'

interface ExportOptions {
  to: string
  out?: string
  option?: string[]
  replace?: true
  theirs?: true
  ours?: true
  report?: string
}

/** `lanyard export TRIP`: writes the report, reads it back and lists what is in it. */
export function exportCommand(onFailure: () => void, printPage: PrintPage | null): Command {
  const command = createCommand('export', t('cli.export.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .requiredOption('--to <target>', t('cli.export.to'))
    .option('--out <dir>', t('cli.export.out'))
    .option('--report <report>', t('cli.argument.report'))
    .option('--option <name=value>', t('cli.export.option'), collect)
    .option('--replace', t('cli.export.replace'))
    .addOption(new Option('--theirs', t('cli.export.theirs')).conflicts('ours'))
    .addOption(new Option('--ours', t('cli.export.ours')))
    .addHelpText(
      'after',
      examples(
        'lanyard export "PyCon DE 2026" --to markdown --out ~/blog/content/posts',
        'lanyard export "PyCon DE 2026" --to html --out . --replace --json',
        'lanyard export "PyCon DE 2026" --to text --out . --option width=72',
        'lanyard export "PyCon DE 2026" --to "My blog"',
        'lanyard export "PyCon DE 2026" --report Memo --to docx --out .',
      ),
    )
  return command.action((wanted: string, options: ExportOptions) =>
    runCommand(command, onFailure, async (journal) => {
      const destination = await findDestination(journal, options.to)
      if (destination === null) {
        const { exporters } = await import('../../journal/exporters/index.ts')
        const isTarget = exporters.some(({ id }) => id === options.to)
        if (!isTarget) return unknownTarget(options.to, exporters)
        if (options.out === undefined) usageError(command, t('cli.usage.missing-option', { option: '--out <dir>' }))
        const other = options.theirs ? '--theirs' : options.ours ? '--ours' : null
        if (other !== null) usageError(command, t('cli.usage.only-destination', { option: other }))
      } else {
        const other = (['out', 'option', 'replace'] as const).find((name) => options[name] !== undefined)
        if (other !== undefined) usageError(command, t('cli.usage.not-destination', { option: `--${other}` }))
      }
      const found = await findTrip(journal, wanted)
      if (!found.ok) return found
      const trip = await journal.call('trips.open', { tripId: found.value.id })
      if (!trip.ok) return trip
      const report = findReport(trip.value, options.report)
      if (!report.ok) return report
      const seen = seenIn(trip.value, report.value)
      if (destination === null) return await exportTo(journal, seen, options, printPage)
      const choice = options.theirs ? 'theirs' : options.ours ? 'ours' : 'ask'
      return await exportToDestination(journal, seen, { id: destination.id, choice })
    }),
  )
}

async function exportTo(
  journal: Journal,
  trip: Trip,
  { to, out = '', option, replace }: ExportOptions,
  printPage: PrintPage | null,
) {
  const { exporters } = await import('../../journal/exporters/index.ts')
  const { runExport } = await import('../../journal/exporters/run-export.ts')
  const exporter = exporters.find(({ id }) => id === to)
  const options = readOptionValues(exporter?.options ?? {}, option ?? [])
  if (!options.ok) return options
  const exported = await withProgress((signal, reportProgress) =>
    runExport({
      trip,
      library: journal.library,
      target: to,
      options: options.value,
      folder: resolve(out),
      replace: replace === true,
      printPage,
      signal,
      onProgress: (done, step) => reportProgress(done, nameOfStep(step)),
    }),
  )
  if (!exported.ok) return withReplaceHint(exported.error)
  return ok({
    json: { trip: trip.id, report: reportIdOf(trip), target: to, ...inWords(exported.value) },
    text: describe(exported.value),
  })
}

async function exportToDestination(
  journal: Journal,
  trip: Trip,
  { id, choice }: { id: string; choice: ConflictChoice },
): Promise<Result<Answer>> {
  const exported = await journal.runJob('destinations.export', {
    tripId: trip.id,
    reportId: reportIdOf(trip),
    destinationId: id,
    choice,
  })
  if (!exported.ok) return exported
  const outcome = exported.value
  if (outcome.kind === 'written') {
    const { summary } = outcome
    return ok({
      json: { trip: trip.id, report: reportIdOf(trip), destination: id, ...inWords(summary) },
      text: describe(summary),
    })
  }
  const { conflicts, proposal } = outcome
  // Other programs compare the sides as they like.
  const listed = conflicts.map((conflict) => ({ ...conflict, words: undefined }))
  return ok({
    json: { trip: trip.id, report: reportIdOf(trip), destination: id, proposal, conflicts: listed },
    text: formatSiteConflicts(conflicts),
    notes: [t('cli.export.conflicts', { count: conflicts.length })],
    isBad: true,
  })
}

function inWords(summary: ExportSummary) {
  const differences = summary.differences.map(render)
  const notes = summary.notes?.map(render)
  return { ...summary, differences, ...(notes && { notes }) }
}

function describe(summary: ExportSummary): string {
  const { path, files, clipboard, differences, notes = [] } = summary
  // A command cannot access the clipboard, but its output can be piped to a program that does.
  if (clipboard !== null) return clipboard.text
  const wrote = t('cli.export.wrote', { path: path ?? '', files: files.length })
  return [wrote, describeExport(summary), ...[...differences, ...notes].map(render)].join('\n')
}
