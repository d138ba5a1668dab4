import { CommanderError } from 'commander'
import type { PrintPage } from '../journal/exporters/pdf/print.ts'
import { chooseLanguage } from '../shared/messages/languages.ts'
import { speak, t } from '../shared/messages/translate.ts'
import { createProgram } from './program.ts'
import { keepValuesInLine } from './terminal-text.ts'

export const DONE = 0
export const REFUSED = 1
export const WRONG_USAGE = 2

/**
 * Runs one command.
 *
 * @param args the command line without the names of Node and of the program
 * @param printPage what prints a PDF, where there is a browser for it
 * @returns the exit code: 0 if the command succeeded, 1 if it failed with a sentence on stderr, 2 if it was called incorrectly
 */
export async function run(args: string[], printPage: PrintPage | null = null): Promise<number> {
  await speak(chooseLanguage(process.env['LANYARD_LANGUAGE']))
  keepValuesInLine()
  let code = DONE
  const program = createProgram(() => {
    code = REFUSED
  }, printPage)
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    // Commander has already printed what is wrong. Asking for help is not an error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE
    process.stderr.write(`${t('cli.internal', { error: error instanceof Error ? error.message : String(error) })}\n`)
    return REFUSED
  }
}
