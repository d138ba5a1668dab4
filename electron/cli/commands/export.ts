import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { ExportSummary } from '../../shared/contract/exports.ts'
import { describeExport } from '../../shared/describe-export.ts'
import { render, t } from '../../shared/messages/translate.ts'
import { ok } from '../../shared/result.ts'
import { collect, createCommand, examples, runCommand, withReplaceHint } from '../command.ts'
import { findTrip } from '../find-trip.ts'
import { readOptionValues } from '../option-values.ts'
import { nameOfStep, withProgress } from '../progress.ts'

interface ExportOptions {
  to: string
  out: string
  option?: string[]
  replace?: true
}

/** `lanyard export TRIP`: writes the report, reads it back and lists what is in it. */
export function exportCommand(onFailure: () => void): Command {
  const command = createCommand('export', t('cli.export.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .requiredOption('--to <target>', t('cli.export.to'))
    .requiredOption('--out <dir>', t('cli.export.out'))
    .option('--option <name=value>', t('cli.export.option'), collect)
    .option('--replace', t('cli.export.replace'))
    .addHelpText(
      'after',
      examples(
        'lanyard export "PyCon DE 2026" --to markdown --out ~/blog/content/posts',
        'lanyard export "PyCon DE 2026" --to html --out . --replace --json',
        'lanyard export "PyCon DE 2026" --to text --out . --option width=72',
      ),
    )
  return command.action((wanted: string, { to, out, option, replace }: ExportOptions) =>
    runCommand(command, onFailure, async (journal) => {
      const found = await findTrip(journal, wanted)
      if (!found.ok) return found
      const trip = await journal.call('trips.open', { tripId: found.value.id })
      if (!trip.ok) return trip
      const { exporters } = await import('../../journal/exporters/index.ts')
      const { runExport } = await import('../../journal/exporters/run-export.ts')
      const exporter = exporters.find(({ id }) => id === to)
      const options = readOptionValues(exporter?.options ?? {}, option ?? [])
      if (!options.ok) return options
      const exported = await withProgress((signal, reportProgress) =>
        runExport({
          trip: trip.value,
          library: journal.library,
          target: to,
          options: options.value,
          folder: resolve(out),
          replace: replace === true,
          signal,
          onProgress: (done, step) => reportProgress(done, nameOfStep(step)),
        }),
      )
      if (!exported.ok) return withReplaceHint(exported.error)
      const differences = exported.value.differences.map(render)
      const notes = exported.value.notes?.map(render)
      return ok({
        json: { trip: found.value.id, target: to, ...exported.value, differences, ...(notes && { notes }) },
        text: describe(exported.value),
      })
    }),
  )
}

function describe(summary: ExportSummary): string {
  const { path, files, clipboard, differences, notes = [] } = summary
  // A command cannot access the clipboard, but its output can be piped to a program that does.
  if (clipboard !== null) return clipboard.text
  const wrote = t('cli.export.wrote', { path: path ?? '', files: files.length })
  return [wrote, describeExport(summary), ...[...differences, ...notes].map(render)].join('\n')
}
