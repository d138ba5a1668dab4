import { CommanderError } from 'commander'
import { chooseLanguage } from '../shared/messages/languages.ts'
import { speak } from '../shared/messages/translate.ts'
import { createProgram } from './program.ts'

export const DONE = 0
export const REFUSED = 1
export const WRONG_USAGE = 2

/**
 * Runs one command line.
 *
 * @param args without the names of Node and of the program
 * @returns the exit code: 0 done, 1 refused or failed with a sentence on stderr, 2 wrong usage
 */
export async function run(args: string[]): Promise<number> {
  await speak(chooseLanguage(process.env['LANYARD_LANGUAGE']))
  let code = DONE
  const program = createProgram(() => {
    code = REFUSED
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    // Commander has said what is wrong already; asking for help is no mistake.
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE
    process.stderr.write(
      `Something went wrong inside Lanyard: ${error instanceof Error ? error.message : String(error)}\n`,
    )
    return REFUSED
  }
}
