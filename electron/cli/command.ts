import { Command, type HelpConfiguration, type Option } from 'commander'
import stringWidth from 'string-width'
import { unexpectedFailure } from '../journal/backup/backup.ts'
import { listOf, render, t } from '../shared/messages/translate.ts'
import { fail, type Failure, messageOf, type Result } from '../shared/result.ts'
import { type Journal, openJournal } from './journal.ts'
import { safeJson, safeText } from './terminal-text.ts'
import { translateUsageError } from './usage-errors.ts'

/** What a command answers when it has succeeded. */
export interface Answer {
  /** The one value that `--json` prints. */
  json: unknown
  /** What is printed for people. */
  text: string
  /** Sentences for stderr, with and without `--json`: what was left out or looks odd. */
  notes?: readonly string[]
  /** The command ran and found something wrong: the exit code says so. */
  isBad?: boolean
}

type CommonOptions = { library?: string; json?: true }

/** Adds the options that every command has, before or after its name. */
export function withCommonOptions<C extends Command>(command: C): C {
  command
    .option('--library <dir>', t('cli.option.library'))
    .option('--json', t('cli.option.json'))
    .helpOption('-h, --help', t('cli.option.help'))
    .configureHelp(help)
    .exitOverride()
    .configureOutput({
      outputError: (message, write) => write(`${safeText(translateUsageError(message.trimEnd()))}\n`),
    })
  return command
}

/** A command with its name, its description and the common options. */
export function createCommand(name: string, description: string): Command {
  return withCommonOptions(new Command(name))
    .description(description)
    .showHelpAfterError(t('cli.usage.see-help', { command: `lanyard ${name} --help` }))
}

const titles = {
  'Usage:': 'cli.help.usage',
  'Arguments:': 'cli.help.arguments',
  'Options:': 'cli.help.options',
  'Commands:': 'cli.help.commands',
} as const satisfies Record<string, string>

const isTitle = (title: string): title is keyof typeof titles => Object.hasOwn(titles, title)

/** Commander's own texts in the current language. */
const help: HelpConfiguration = {
  displayWidth: stringWidth,
  styleTitle: (title) => (isTitle(title) ? t(titles[title]) : title),
  optionDescription: describeOption,
  argumentDescription: ({ description, argChoices }) => withChoices(description, argChoices),
}

function describeOption({ description, argChoices, defaultValue }: Option): string {
  const described = withChoices(description, argChoices)
  if (defaultValue === undefined || defaultValue === '') return described
  return t('cli.help.with-default', { description: described, value: String(defaultValue) })
}

function withChoices(description: string, choices: readonly string[] | undefined): string {
  return choices === undefined
    ? description
    : t('cli.help.with-choices', { description, choices: listOf(choices, 'disjunction') })
}

/** A remark under a command's options, for `addHelpText('after', …)`. */
export function remark(text: string): (context: { command: Command; error: boolean }) => string {
  return ({ command, error }) => {
    const stream = error ? process.stderr : process.stdout
    return `\n${command.createHelp().boxWrap(text, stream.isTTY ? stream.columns : 80)}`
  }
}

/** The examples under a command's help, for `addHelpText('after', …)`. */
export function examples(...lines: string[]): string {
  return `\n${t('cli.help.examples')}\n${lines.map((line) => `  $ ${line}\n`).join('')}`
}

/**
 * Opens the journal, runs a command in it, prints the answer or the failure, and closes the journal again.
 *
 * @param onFailure called if the command could not be carried out, or has found something wrong
 */
export async function runCommand(
  command: Command,
  onFailure: () => void,
  act: (journal: Journal) => Promise<Result<Answer>>,
): Promise<void> {
  const { library, json } = commonOptions(command)
  if (library === '') usageError(command, t('cli.usage.folder-needed', { option: '--library' }))
  const journal = await openJournal(library)
  let result: Result<Answer>
  try {
    result = await act(journal)
  } finally {
    await journal.close()
  }
  // The process cannot end while the system has not responded to a pending request.
  if (journal.backup.isStuck()) print(process.stderr, t('cli.backup-stuck'))
  else if (journal.library.isStuck()) print(process.stderr, t('cli.library-stuck'))
  const { problem } = await journal.backup.status()
  const backupFailure = unexpectedFailure(problem?.failure)
  if (!result.ok) {
    print(process.stderr, render(result.error))
    onFailure()
    return
  }
  const notes = [...(result.value.notes ?? [])]
  const backupNote = backupFailure === null ? null : render(backupFailure)
  if (backupNote !== null && !notes.includes(backupNote)) notes.push(backupNote)
  for (const note of notes) print(process.stderr, note)
  if (json === true) process.stdout.write(`${safeJson(result.value.json)}\n`)
  else print(process.stdout, result.value.text)
  if (result.value.isBad === true) onFailure()
}

function print(stream: NodeJS.WritableStream, text: string): void {
  stream.write(`${safeText(text)}\n`)
}

/** The failure of a command that has an option --replace, with a hint at it if the file or folder exists already. */
export function withReplaceHint(failure: Failure): Result<never> {
  return failure.code === 'export.target-exists'
    ? fail('export.use-replace', { problem: messageOf(failure) })
    : { ok: false, error: failure }
}

/** Ends the command with a sentence about how it was called. */
export function usageError(command: Command, message: string): never {
  return command.error(message, { exitCode: 2, code: 'lanyard.usage' })
}

/** Options after the command's name override those before it. */
function commonOptions(command: Command): CommonOptions {
  return { ...command.parent?.opts<CommonOptions>(), ...command.opts<CommonOptions>() }
}

/** Collects the values of an option that may be repeated. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value]
}
