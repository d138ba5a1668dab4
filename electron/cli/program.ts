import { Command } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import type { PrintPage } from '../journal/exporters/pdf/print.ts'
import { t } from '../shared/messages/translate.ts'
import { addCommand } from './commands/add.ts'
import { attendCommand } from './commands/attend.ts'
import { backupCommand } from './commands/backup.ts'
import { checkCommand } from './commands/check.ts'
import { destinationCommand } from './commands/destination.ts'
import { destinationsCommand } from './commands/destinations.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { newCommand } from './commands/new.ts'
import { nowCommand } from './commands/now.ts'
import { packCommand } from './commands/pack.ts'
import { peopleCommand } from './commands/people.ts'
import { reportsCommand } from './commands/reports.ts'
import { restoreCommand } from './commands/restore.ts'
import { scheduleCommand } from './commands/schedule.ts'
import { searchCommand } from './commands/search.ts'
import { showCommand } from './commands/show.ts'
import { starCommand } from './commands/star.ts'
import { targetsCommand } from './commands/targets.ts'
import { threadCommand } from './commands/thread.ts'
import { tripsCommand } from './commands/trips.ts'
import { verifyCommand } from './commands/verify.ts'
import { examples, withCommonOptions } from './command.ts'

/**
 * Creates the whole command line. The language has to be loaded before.
 *
 * @param onFailure called if a command could not be carried out, or has found something wrong
 * @param printPage what prints a PDF, where there is a browser for it
 */
export function createProgram(onFailure: () => void, printPage: PrintPage | null = null): Command {
  const program = withCommonOptions(new Command('lanyard'))
    .description(t('cli.description'))
    .version(manifest.version, '--version', t('cli.option.version'))
    .helpCommand('help [command]', t('cli.command.help'))
    // Options before the command's name belong to the program, so that a text after it may begin with dashes.
    .enablePositionalOptions()
    .showHelpAfterError(t('cli.usage.see-help', { command: 'lanyard --help' }))
    .addHelpText(
      'after',
      examples(
        'lanyard new --title "PyCon DE 2026" --first-day 2026-04-14 --last-day 2026-04-16 --time-zone Europe/Berlin',
        'lanyard trips',
        'echo "Two trains and a tram." | lanyard add "PyCon DE 2026" --title Arrival --day 2026-04-13 --start 18:40',
        'lanyard export "PyCon DE 2026" --to markdown --out ~/blog/content/posts',
      ),
    )
  const commands: readonly ((onFailure: () => void, printPage: PrintPage | null) => Command)[] = [
    newCommand,
    tripsCommand,
    showCommand,
    searchCommand,
    peopleCommand,
    addCommand,
    importCommand,
    scheduleCommand,
    nowCommand,
    starCommand,
    attendCommand,
    reportsCommand,
    checkCommand,
    exportCommand,
    threadCommand,
    targetsCommand,
    destinationCommand,
    destinationsCommand,
    packCommand,
    backupCommand,
    verifyCommand,
    restoreCommand,
  ]
  for (const create of commands) program.addCommand(create(onFailure, printPage))
  return program
}
