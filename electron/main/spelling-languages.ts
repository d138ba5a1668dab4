import list from '../../build/dictionaries/dictionaries.json'

/** A dictionary that comes with Lanyard. */
export interface Dictionary {
  /** As Chromium names its language. */
  language: string
  /** The name under which Chromium looks for it. */
  file: string
  /** Of the file, in hex. */
  sha256: string
}

export const dictionaries: readonly Dictionary[] = list.map(({ language, file, sha256 }) => ({
  language,
  file,
  sha256,
}))

/**
 * The languages whose spelling is checked from the first start on: those of the system that we have a dictionary for,
 * and English in any case, since half of all conferences speak it. A word is right when it is right in one of them.
 *
 * @param preferred what the system says, as codes, the dearest first
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
    // As `C` and `POSIX` are.
    return { language: code }
  }
}

/** Whose spelling is nearest: few write English as in the United States, and few Portuguese as in Brazil. */
function homeOf(language: 'en' | 'pt', region: string | undefined): string {
  if (language === 'pt') return region === undefined || region === 'BR' ? 'BR' : 'PT'
  return region === undefined || ['US', 'PH', 'PR', 'LR'].includes(region) ? 'US' : 'GB'
}
