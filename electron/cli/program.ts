import { Command } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { addCommand } from './commands/add.ts'
import { backupCommand } from './commands/backup.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { newCommand } from './commands/new.ts'
import { packCommand } from './commands/pack.ts'
import { restoreCommand } from './commands/restore.ts'
import { showCommand } from './commands/show.ts'
import { targetsCommand } from './commands/targets.ts'
import { tripsCommand } from './commands/trips.ts'
import { verifyCommand } from './commands/verify.ts'
import { examples, withCommonOptions } from './command.ts'

/** @param onFailure is told when a command was understood and could not be carried out */
export function createProgram(onFailure: () => void): Command {
  const program = withCommonOptions(new Command('lanyard'))
    .description('A journal for people who go to conferences, and the reports that come of it.')
    .version(manifest.version, '--version', 'say which version this is')
    .helpCommand('help [command]', 'show how a command is used')
    // Options that stand before the command's name are the program's, so that a text may begin with dashes after it.
    .enablePositionalOptions()
    .showHelpAfterError('See "lanyard --help".')
    .addHelpText(
      'after',
      examples(
        'lanyard new --title "PyCon DE 2026" --first-day 2026-04-14 --last-day 2026-04-16 --time-zone Europe/Berlin',
        'lanyard trips',
        'echo "Two trains and a tram." | lanyard add "PyCon DE 2026" --title Arrival --day 2026-04-13 --start 18:40',
        'lanyard export "PyCon DE 2026" --to markdown --out ~/blog/content/posts',
      ),
    )
  for (const create of [
    newCommand,
    tripsCommand,
    showCommand,
    addCommand,
    importCommand,
    exportCommand,
    targetsCommand,
    packCommand,
    backupCommand,
    verifyCommand,
    restoreCommand,
  ]) {
    program.addCommand(create(onFailure))
  }
  return program
}
