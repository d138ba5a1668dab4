import { foldText } from '../fold-text.ts'
import type { Session } from '../programme.ts'

const word =
  /\b(?:(?:coffee|tea|lunch) ?break|break|breakfast|brunch|lunch|coffee|registration|check-?in|doors open|pause|kaffeepause|mittag(?:essen|spause)?|anmeldung|einlass|dejeuner|cafe|accueil|almuerzo|comida|pausa|pranzo|descanso)\b/u

/** Titles of talks may contain such a word too, but are longer. */
const MAX_WORDS = 4

/**
 * Whether a session is a break between talks: lunch, coffee, registration. Organisers have no common name for these, so
 * it goes by the words of the type and of a short title.
 */
export function isBreak({ type, title, speakers }: Pick<Session, 'type' | 'title' | 'speakers'>): boolean {
  if (speakers.length > 0) return false
  if (word.test(foldText(type))) return true
  return title.trim().split(/\s+/u).length <= MAX_WORDS && word.test(foldText(title))
}
