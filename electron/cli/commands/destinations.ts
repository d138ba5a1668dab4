import type { Command } from 'commander'
import { t } from '../../shared/messages/translate.ts'
import { ok } from '../../shared/result.ts'
import { columns } from '../columns.ts'
import { createCommand, examples, runCommand } from '../command.ts'

/** `lanyard destinations`: lists the sites that reports are exported to. */
export function destinationsCommand(onFailure: () => void): Command {
  const command = createCommand('destinations', t('cli.destinations.description')).addHelpText(
    'after',
    examples('lanyard destinations', 'lanyard destinations --json'),
  )
  return command.action(() =>
    runCommand(command, onFailure, async (journal) => {
      const known = await journal.call('destinations.list', {})
      if (!known.ok) return known
      const head = [t('cli.destinations.name'), t('cli.targets.target'), t('cli.destinations.folder')]
      const rows = known.value.map(({ name, target, folder }) => [name, target, folder])
      return ok({ json: known.value, text: rows.length === 0 ? t('cli.destinations.none') : columns(head, rows) })
    }),
  )
}
