import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Census } from '../../shared/contract/exports.ts'
import { t } from '../../shared/messages/translate.ts'
import { ok } from '../../shared/result.ts'
import { count } from '../count.ts'
import { createCommand, examples, runCommand, withReplaceHint } from '../command.ts'
import { findTrip } from '../find-trip.ts'
import { nameOfStep, withProgress } from '../progress.ts'

interface ExportOptions {
  to: string
  out: string
  replace?: true
}

/** `lanyard export TRIP`: writes the report, reads it back and says what is in it. */
export function exportCommand(onFailure: () => void): Command {
  const command = createCommand('export', t('cli.export.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .requiredOption('--to <target>', t('cli.export.to'))
    .requiredOption('--out <dir>', 'the folder to write into, which gets a folder or a file named after the report')
    .option('--replace', 'let it take the place of an earlier export of that name')
    .addHelpText(
      'after',
      examples(
        'lanyard export "PyCon DE 2026" --to markdown --out ~/blog/content/posts',
        'lanyard export "PyCon DE 2026" --to html --out . --replace --json',
      ),
    )
  return command.action((wanted: string, { to, out, replace }: ExportOptions) =>
    runCommand(command, onFailure, async (journal) => {
      const found = await findTrip(journal, wanted)
      if (!found.ok) return found
      const trip = await journal.call('trips.open', { tripId: found.value.id })
      if (!trip.ok) return trip
      const { runExport } = await import('../../journal/exporters/run-export.ts')
      const exported = await withProgress((signal, tell) =>
        runExport({
          trip: trip.value,
          library: journal.library,
          target: to,
          folder: resolve(out),
          replace: replace === true,
          signal,
          onProgress: (done, step) => tell(done, nameOfStep(step)),
        }),
      )
      if (!exported.ok) return withReplaceHint(exported.error)
      const { path, files, census, differences } = exported.value
      const more = files.length > 1 ? ` (${files.length} files)` : ''
      const verdict = differences.length === 0 ? `${describe(census)}: all there.` : differences.join('\n')
      return ok({
        json: { trip: found.value.id, target: to, path, files, census, differences },
        text: `Wrote ${path}${more}.\n${verdict}`,
      })
    }),
  )
}

const counted = [
  ['headings', 'heading', 'headings'],
  ['paragraphs', 'paragraph', 'paragraphs'],
  ['listItems', 'list item', 'list items'],
  ['quotes', 'quote', 'quotes'],
  ['links', 'link', 'links'],
  ['pictures', 'picture', 'pictures'],
] as const

function describe(census: Census): string {
  const parts = counted.filter(([key]) => census[key] > 0).map(([key, one, many]) => count(census[key], one, many))
  return parts.length === 0 ? 'An empty text' : parts.join(', ')
}
