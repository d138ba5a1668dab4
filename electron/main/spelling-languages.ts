import list from '../../build/dictionaries/dictionaries.json'

/** A dictionary that comes with Lanyard. */
export interface Dictionary {
  /** The language, as Chromium names it. */
  language: string
  /** The name under which Chromium looks for it. */
  file: string
  /** SHA-256 of the file, in hexadecimal digits. */
  sha256: string
}

export const dictionaries: readonly Dictionary[] = list.map(({ language, file, sha256 }) => ({
  language,
  file,
  sha256,
}))

/**
 * The languages whose spelling is checked initially: those of the system for which there is a dictionary, and always
 * English, since half of all conferences are in English. A word is correct if it is correct in one of them.
 *
 * @param preferred the system's languages as codes, the preferred one first
 */
export function usualLanguages(preferred: readonly string[]): readonly string[] {
  const found = [...new Set(preferred.flatMap((code) => dictionaryFor(code) ?? []))]
  return found.some((language) => language.startsWith('en-')) ? found : [...found, 'en-US']
}

function dictionaryFor(code: string): string | null {
  const { language, region } = readCode(code)
  const wanted = language === 'en' || language === 'pt' ? `${language}-${homeOf(language, region)}` : language
  return dictionaries.some((dictionary) => dictionary.language === wanted) ? wanted : null
}

function readCode(code: string): { language: string; region?: string } {
  try {
    return new Intl.Locale(code.replaceAll('_', '-'))
  } catch {
    // For `C` and `POSIX`.
    return { language: code }
  }
}

/** The closest spelling for a region: few write English as in the United States, and few Portuguese as in Brazil. */
function homeOf(language: 'en' | 'pt', region: string | undefined): string {
  if (language === 'pt') return region === undefined || region === 'BR' ? 'BR' : 'PT'
  return region === undefined || ['US', 'PH', 'PR', 'LR'].includes(region) ? 'US' : 'GB'
}
