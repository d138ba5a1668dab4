import { Command } from 'commander'
import { worthTelling } from '../journal/backup/backup.ts'
import type { Result } from '../shared/result.ts'
import { type Journal, openJournal } from './journal.ts'
import { stripControls } from './strip-controls.ts'

/** What a command has to say when it is done. */
export interface Answer {
  /** The one value that `--json` prints. */
  json: unknown
  /** What is printed for people. */
  text: string
  /** Sentences for stderr, in both cases: what was left out or looks odd. */
  notes?: readonly string[]
  /** It was done, and something is wrong: the exit code says so as well. */
  isBad?: boolean
}

type CommonOptions = { library?: string; json?: true }

/** Adds what each command takes, before its name and after it. */
export function withCommonOptions<C extends Command>(command: C): C {
  command
    .option('--library <dir>', 'the folder that holds your trips (else LANYARD_LIBRARY, else as the settings say)')
    .option('--json', 'print one JSON value, for programs')
    .helpOption('-h, --help', 'show this help')
    .exitOverride()
    .configureOutput({
      outputError: (message, write) =>
        write(`${message.replace(/^error: (.)/, (_, first: string) => first.toUpperCase()).trimEnd()}\n`),
    })
  return command
}

/** A command's frame: its name, what it is for, and what it may be called with. */
export function createCommand(nameAndArguments: string, description: string): Command {
  const command = new Command().name(nameAndArguments)
  return withCommonOptions(command)
    .description(description)
    .showHelpAfterError(`See "lanyard ${command.name()} --help".`)
}

/** The examples under a command's help. */
export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`
}

/**
 * Opens the journal, does what the command is for, says how it went, and closes the journal again.
 *
 * @param onFailure is told when it could not be done
 */
export async function runCommand(
  command: Command,
  onFailure: () => void,
  act: (journal: Journal) => Promise<Result<Answer>>,
): Promise<void> {
  const { library, json } = commonOptions(command)
  if (library === '') usageError(command, 'The option --library needs the name of a folder.')
  const journal = await openJournal(library)
  let result: Result<Answer>
  try {
    result = await act(journal)
  } finally {
    await journal.close()
  }
  if (journal.backup.isStuck()) {
    // The process cannot end before the system has given back what it was asked for.
    process.stderr.write(
      'The disk of the backup does not answer. What was done is done; Ctrl C ends the wait for it.\n',
    )
  }
  const { problem } = await journal.backup.status()
  const untold = worthTelling(problem?.failure)
  if (!result.ok) {
    process.stderr.write(`${stripControls(result.error.message)}\n`)
    onFailure()
    return
  }
  const notes = [...(result.value.notes ?? [])]
  if (untold !== null && !notes.includes(untold.message)) notes.push(untold.message)
  for (const note of notes) process.stderr.write(`${stripControls(note)}\n`)
  process.stdout.write(
    json === true ? `${JSON.stringify(result.value.json, null, 2)}\n` : `${stripControls(result.value.text)}\n`,
  )
  if (result.value.isBad === true) onFailure()
}

/** Ends the command with a sentence about how it was called. */
export function usageError(command: Command, message: string): never {
  return command.error(message, { exitCode: 2, code: 'lanyard.usage' })
}

/** What stands after the command's name goes before what stands in front of it. */
function commonOptions(command: Command): CommonOptions {
  return { ...command.parent?.opts<CommonOptions>(), ...command.opts<CommonOptions>() }
}

/** Gathers an option that may be given more than once. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value]
}
