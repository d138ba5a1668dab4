import type { Command } from 'commander'
import type { ExportTarget } from '../../shared/contract/exports.ts'
import { allowedIn, type ExportOption } from '../../shared/export-options.ts'
import { render, t } from '../../shared/messages/translate.ts'
import { ok } from '../../shared/result.ts'
import { columns } from '../columns.ts'
import { createCommand, examples, runCommand } from '../command.ts'
import { writeValue } from '../option-values.ts'

/** `lanyard targets`: lists the export targets and their options. */
export function targetsCommand(onFailure: () => void): Command {
  const command = createCommand('targets', t('cli.targets.description')).addHelpText(
    'after',
    examples('lanyard targets', 'lanyard targets --json'),
  )
  return command.action(() =>
    runCommand(command, onFailure, async (journal) => {
      const targets = await journal.call('exports.targets', {})
      if (!targets.ok) return targets
      return ok({
        json: targets.value.map(inWords),
        text: `${tableOfTargets(targets.value)}\n\n${tableOfOptions(targets.value)}`,
      })
    }),
  )
}

function tableOfTargets(targets: readonly ExportTarget[]): string {
  return columns(
    [
      t('cli.targets.target'),
      t('cli.targets.name'),
      t('cli.targets.group'),
      t('cli.targets.makes'),
      t('cli.targets.kind'),
    ],
    targets.map(({ id, group, name, makes, description }) => [
      id,
      render(name),
      t(`export.group.${group}`),
      t(`cli.targets.makes.${makes}`),
      render(description),
    ]),
  )
}

function tableOfOptions(targets: readonly ExportTarget[]): string {
  const rows = targets.flatMap(({ id, options }) =>
    Object.entries(options).map(([name, option]) => [
      id,
      name,
      writeValue(option.initial),
      render(allowedIn(option)),
      render(option.description),
    ]),
  )
  const head = [
    t('cli.targets.target'),
    t('cli.targets.option'),
    t('cli.targets.initial'),
    t('cli.targets.allowed'),
    t('cli.targets.effect'),
  ]
  return columns(head, rows)
}

/** For programs: the same with text instead of messages. */
function inWords({ id, group, name, description, makes, options }: ExportTarget) {
  const written = Object.entries(options).map(([key, option]) => [key, optionInWords(option)])
  const words = { name: render(name), description: render(description) }
  return { id, group, ...words, makes, options: Object.fromEntries(written) }
}

function optionInWords(option: ExportOption) {
  const words = { ...option, label: render(option.label), description: render(option.description) }
  if (option.kind !== 'choice') return words
  return { ...words, choices: option.choices.map(({ value, label }) => ({ value, label: render(label) })) }
}
