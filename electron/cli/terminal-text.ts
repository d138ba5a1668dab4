import { replaceHidden } from '../shared/invisible-characters.ts'
import { showValuesAs } from '../shared/messages/translate.ts'

/*
 * Titles come from other people's files. Printing one must not move the cursor, rename the terminal's window, change the
 * order of words, or look like a line that Lanyard printed.
 */

/** Text of several lines, without anything that a terminal would obey. */
export const safeText = replaceHidden

/** A value of unknown origin as part of one line. */
export function safeLine(value: string): string {
  return replaceHidden(value.replaceAll(/[\s\u0085]+/g, ' '))
}

/** From now on, no value that is inserted into a message can begin a new line. */
export function keepValuesInLine(): void {
  showValuesAs(safeLine)
}

/** JSON in which nothing is left for a terminal to obey: characters that it could hide or act on are escaped. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/[\u007f-\u009f\u2028\u2029]|\p{Cf}/gu, (character) =>
    Array.from({ length: character.length }, (_, at) => escapeUnit(character.charCodeAt(at))).join(''),
  )
}

const escapeUnit = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`
