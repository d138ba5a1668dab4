/** The few words that a report needs of its own, in each language that Lanyard writes reports in. */
interface ReportLanguage {
  /** The heading of the nth day of the conference, counted from 1. */
  ordinalDay(day: number): string
  numberedDay(day: number): string
  /** Between a talk's title and who gave it. */
  by: string
}

const englishOrdinals: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
const english = new Intl.PluralRules('en', { type: 'ordinal' })

const languages: Record<string, ReportLanguage> = {
  en: {
    ordinalDay: (day) => `${day}${englishOrdinals[english.select(day)] ?? 'th'} Day`,
    numberedDay: (day) => `Day ${day}`,
    by: 'by',
  },
  de: { ordinalDay: (day) => `${day}. Tag`, numberedDay: (day) => `Tag ${day}`, by: 'von' },
  fr: { ordinalDay: (day) => `${day}${day === 1 ? 'er' : 'e'} jour`, numberedDay: (day) => `Jour ${day}`, by: 'par' },
  es: { ordinalDay: (day) => `${day}.º día`, numberedDay: (day) => `Día ${day}`, by: 'de' },
  it: { ordinalDay: (day) => `${day}º giorno`, numberedDay: (day) => `Giorno ${day}`, by: 'di' },
  nl: { ordinalDay: (day) => `${day}e dag`, numberedDay: (day) => `Dag ${day}`, by: 'door' },
  pt: { ordinalDay: (day) => `${day}.º dia`, numberedDay: (day) => `Dia ${day}`, by: 'por' },
}

/** The languages that a trip can be set to, named in themselves. */
export const reportLanguages = Object.keys(languages).map((code) => ({
  code,
  name: new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code,
}))

/** The words of a BCP 47 language; of English where Lanyard does not know it. */
export function wordsOf(language: string): ReportLanguage {
  return languages[language.split('-')[0] ?? ''] ?? (languages['en'] as ReportLanguage)
}

/** A date as a heading: "Tuesday, 14 April 2026" in English, the language's own long form elsewhere. */
export function longDate(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date)
  // What Intl makes of British English has lost and regained its comma between versions.
  if (language === 'en' || language === 'en-GB') {
    return `${format({ weekday: 'long' })}, ${date.getUTCDate()} ${format({ month: 'long' })} ${date.getUTCFullYear()}`
  }
  return format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}
