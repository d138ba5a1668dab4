import type { Catalogue } from './catalogue.ts'

interface Language {
  /** The locale for dates, numbers and lists: a BCP 47 tag that Intl knows. */
  locale: string
  load: () => Promise<Catalogue>
}

/**
 * The languages of Lanyard, by their BCP 47 tags. To add a translation, add a JSON file beside `en.json` and a line
 * here. `en-XA` is a pseudo-language for tests, in which every word from the catalogue is accented and a third longer.
 */
export const languages = {
  en: { locale: 'en-GB', load: async () => (await import('./english.ts')).english },
  'en-XA': {
    // Greek has the same plural forms as English, and its dates and lists show that Intl uses the chosen language.
    locale: 'el',
    load: async () => {
      const [{ english }, { pseudo }] = await Promise.all([import('./english.ts'), import('./pseudo.ts')])
      return pseudo(english)
    },
  },
} as const satisfies Record<string, Language>

export type LanguageTag = keyof typeof languages

/** The requested language, matched by its tag or the tag's first part; English if Lanyard does not support it. */
export function chooseLanguage(wanted: string | undefined): LanguageTag {
  const first = wanted?.split('-')[0]
  if (wanted !== undefined && isKnown(wanted)) return wanted
  return first !== undefined && isKnown(first) ? first : 'en'
}

const isKnown = (tag: string): tag is LanguageTag => Object.hasOwn(languages, tag)
