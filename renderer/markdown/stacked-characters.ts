import { t } from '../../electron/shared/messages/translate.ts'

/** Maximum number of characters without a width of their own that are drawn on one letter. Emoji of families have six. */
export const MAX_STACKED = 10

/**
 * A source for regular expressions: more than {@link MAX_STACKED} characters that join the one before them, which are
 * accents, joiners and what they join, and characters that cannot be seen. Needs the flag `u`.
 */
export const stacked = `(?:[\\p{M}\\p{Cf}]|(?<=\\u200d)\\p{Extended_Pictographic}){${MAX_STACKED + 1},}`

export interface StackedParts {
  /** The part that is drawn. */
  drawn: string
  /** What is shown in place of the rest. */
  remark: string
}

/** Divides a text that {@link stacked} matches. */
export function partsOfStacked(run: string): StackedParts {
  // A character has at most two code units.
  const drawn = Array.from(run.slice(0, 2 * MAX_STACKED))
    .slice(0, MAX_STACKED)
    .join('')
  let count = -MAX_STACKED
  for (const _ of run) count++
  return { drawn, remark: t('editor.left-out', { count }) }
}

const inText = new RegExp(stacked, 'gu')

/** The text as it is shown: of very many characters on one letter, only the first. */
export function shortenStacked(text: string): string {
  return text.replace(inText, (run) => {
    const { drawn, remark } = partsOfStacked(run)
    return `${drawn} (${remark}) `
  })
}
