import type { Command } from 'commander'
import { ok } from '../../shared/result.ts'
import { columns } from '../columns.ts'
import { runCommand, createCommand, examples } from '../command.ts'

/** `lanyard targets`: what a report can be exported to. */
export function targetsCommand(onFailure: () => void): Command {
  const command = createCommand('targets', 'List what a report can be exported to.').addHelpText(
    'after',
    examples('lanyard targets', 'lanyard targets --json'),
  )
  return command.action(() =>
    runCommand(command, onFailure, async (journal) => {
      const targets = await journal.call('exports.targets', {})
      if (!targets.ok) return targets
      return ok({
        json: targets.value,
        text: columns(
          ['Target', 'Name', 'Makes', 'What it is'],
          targets.value.map(({ id, name, makes, description }) => [id, name, makes, description]),
        ),
      })
    }),
  )
}
