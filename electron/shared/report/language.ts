import type { EntryKind } from '../trip.ts'

/** The few words that Lanyard adds to a report, in each language of reports. */
interface ReportLanguage {
  /** The heading of the nth day of the conference, counted from 1. */
  ordinalDay(day: number): string
  numberedDay(day: number): string
  /** The word between a talk's title and its speakers. */
  by: string
  /** The quotation marks around a title. */
  quotes: readonly [before: string, after: string]
  /** The heading of the footnotes, for screen readers when it is not visible. */
  footnotes: string
  /** The heading of the section of starred entries. */
  highlights: string
  /** The headings of the sections of each kind of entry. */
  kinds: Readonly<Record<EntryKind, string>>
  /** The name of the link back from a footnote, for screen readers. */
  backToText: string
}

const englishOrdinals: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
const english = new Intl.PluralRules('en', { type: 'ordinal' })

const languages: Record<string, ReportLanguage> = {
  en: {
    ordinalDay: (day) => `${day}${englishOrdinals[english.select(day)] ?? 'th'} Day`,
    numberedDay: (day) => `Day ${day}`,
    by: 'by',
    quotes: ['“', '”'],
    footnotes: 'Footnotes',
    highlights: 'Highlights',
    kinds: { talk: 'Talks', note: 'Notes', encounter: 'People' },
    backToText: 'Back to the text',
  },
  de: {
    ordinalDay: (day) => `${day}. Tag`,
    numberedDay: (day) => `Tag ${day}`,
    by: 'von',
    quotes: ['„', '“'],
    footnotes: 'Fußnoten',
    highlights: 'Höhepunkte',
    kinds: { talk: 'Vorträge', note: 'Notizen', encounter: 'Menschen' },
    backToText: 'Zurück zum Text',
  },
  fr: {
    ordinalDay: (day) => `${day}${day === 1 ? 'er' : 'e'} jour`,
    numberedDay: (day) => `Jour ${day}`,
    by: 'par',
    quotes: ['«\u00A0', '\u00A0»'],
    footnotes: 'Notes',
    highlights: 'Temps forts',
    kinds: { talk: 'Conférences', note: 'Notes', encounter: 'Rencontres' },
    backToText: 'Retour au texte',
  },
  es: {
    ordinalDay: (day) => `${day}.º día`,
    numberedDay: (day) => `Día ${day}`,
    by: 'de',
    quotes: ['«', '»'],
    footnotes: 'Notas',
    highlights: 'Lo más destacado',
    kinds: { talk: 'Charlas', note: 'Notas', encounter: 'Personas' },
    backToText: 'Volver al texto',
  },
  it: {
    ordinalDay: (day) => `${day}º giorno`,
    numberedDay: (day) => `Giorno ${day}`,
    by: 'di',
    quotes: ['«', '»'],
    footnotes: 'Note',
    highlights: 'Momenti salienti',
    kinds: { talk: 'Interventi', note: 'Note', encounter: 'Persone' },
    backToText: 'Torna al testo',
  },
  nl: {
    ordinalDay: (day) => `${day}e dag`,
    numberedDay: (day) => `Dag ${day}`,
    by: 'door',
    quotes: ['‘', '’'],
    footnotes: 'Voetnoten',
    highlights: 'Hoogtepunten',
    kinds: { talk: 'Presentaties', note: 'Notities', encounter: 'Mensen' },
    backToText: 'Terug naar de tekst',
  },
  pt: {
    ordinalDay: (day) => `${day}.º dia`,
    numberedDay: (day) => `Dia ${day}`,
    by: 'por',
    quotes: ['“', '”'],
    footnotes: 'Notas',
    highlights: 'Destaques',
    kinds: { talk: 'Palestras', note: 'Notas', encounter: 'Pessoas' },
    backToText: 'Voltar ao texto',
  },
}

/** The languages that a trip can have, each under its own name. */
export const reportLanguages = Object.keys(languages).map((code) => ({
  code,
  name: new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code,
}))

/** The words of a language, by its BCP 47 tag; English if Lanyard does not know it. */
export function wordsOf(language: string): ReportLanguage {
  return languages[language.split('-')[0] ?? ''] ?? (languages['en'] as ReportLanguage)
}

/** The language's canonical BCP 47 tag, or `en` if the tag is not valid. */
export function knownLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** A date as a heading: "Tuesday, 14 April 2026" in English, and the long form of each other language. */
export function longDate(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(knownLanguage(language), { ...options, timeZone: 'UTC' }).format(date)
  // Versions of Intl disagree about the comma in British English.
  if (language === 'en' || language === 'en-GB') {
    return `${format({ weekday: 'long' })}, ${date.getUTCDate()} ${format({ month: 'long' })} ${date.getUTCFullYear()}`
  }
  return format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}
