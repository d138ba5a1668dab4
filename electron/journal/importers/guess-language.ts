import { reportLanguages } from '../../shared/report/language.ts'

/** Words that are in every text of a language, and rarely in those of the others. */
const common: Record<string, string> = {
  en: 'the and of was with that this from were have which',
  de: 'der und das ist nicht ein eine mit von für auch',
  fr: 'le les du des et est une dans pour que qui avec',
  es: 'el los las del una que por con para como fue muy',
  it: 'il della che di per una con sono anche gli nel',
  nl: 'het een van en niet dat met voor zijn ook maar',
  pt: 'os das uma que não com para mais foi como ao',
}

/**
 * Guesses the language of a text; returns `null` if it is not clear enough.
 *
 * @returns the code of one of the languages that a report can be written in
 */
export function guessLanguage(text: string): string | null {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const scores = reportLanguages
    .map(({ code }) => {
      const found = (common[code] ?? '').split(' ').map((word) => counts.get(word) ?? 0)
      return { code, score: found.reduce((sum, count) => sum + count, 0) }
    })
    .toSorted((a, b) => b.score - a.score)
  const [best, second] = scores
  if (best === undefined || second === undefined) return null
  return best.score >= 10 && best.score >= 2 * second.score ? best.code : null
}
