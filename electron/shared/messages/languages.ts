import type { Catalogue } from './catalogue.ts'

interface Language {
  /** Whose dates, numbers and lists are used: a BCP 47 tag that Intl knows. */
  locale: string
  load: () => Promise<Catalogue>
}

/**
 * The languages that Lanyard speaks, by their BCP 47 tags. A translation is a JSON file beside `en.json` and a line here.
 * `en-XA` is the pseudo-language of the tests, in which every word from the catalogue is accented and a third longer.
 */
export const languages = {
  en: { locale: 'en-GB', load: async () => (await import('./english.ts')).english },
  'en-XA': {
    // Greek has the plural forms of English, and its dates and lists show that Intl was asked for the chosen language.
    locale: 'el',
    load: async () => {
      const [{ english }, { pseudo }] = await Promise.all([import('./english.ts'), import('./pseudo.ts')])
      return pseudo(english)
    },
  },
} as const satisfies Record<string, Language>

export type LanguageTag = keyof typeof languages

/** The language that is asked for, by its tag, or by the tag's first part; English where Lanyard does not speak it. */
export function chooseLanguage(wanted: string | undefined): LanguageTag {
  const first = wanted?.split('-')[0]
  if (wanted !== undefined && isKnown(wanted)) return wanted
  return first !== undefined && isKnown(first) ? first : 'en'
}

const isKnown = (tag: string): tag is LanguageTag => Object.hasOwn(languages, tag)
