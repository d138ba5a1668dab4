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
  /** The words of reports to an employer and a sponsor. */
  reports: {
    memo: string
    /** The sentence with which they begin. */
    purpose(conference: string): string
    findings: string
    recommendations: string
    cost: string
    sponsor: string
    thanks: string
  }
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
    reports: {
      memo: 'Memo',
      purpose: (conference) => `I attended ${conference}.`,
      findings: 'Findings',
      recommendations: 'Recommendations',
      cost: 'Cost',
      sponsor: 'Report for the sponsor',
      thanks: 'Thank you',
    },
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
    reports: {
      memo: 'Memo',
      purpose: (conference) => `Ich habe ${conference} besucht.`,
      findings: 'Ergebnisse',
      recommendations: 'Empfehlungen',
      cost: 'Kosten',
      sponsor: 'Bericht für den Sponsor',
      thanks: 'Danke',
    },
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
    reports: {
      memo: 'Compte rendu',
      purpose: (conference) => `J’ai participé à ${conference}.`,
      findings: 'Constats',
      recommendations: 'Recommandations',
      cost: 'Coût',
      sponsor: 'Rapport au sponsor',
      thanks: 'Merci',
    },
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
    reports: {
      memo: 'Informe',
      purpose: (conference) => `He asistido a ${conference}.`,
      findings: 'Conclusiones',
      recommendations: 'Recomendaciones',
      cost: 'Coste',
      sponsor: 'Informe para el patrocinador',
      thanks: 'Gracias',
    },
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
    reports: {
      memo: 'Relazione',
      purpose: (conference) => `Ho partecipato a ${conference}.`,
      findings: 'Risultati',
      recommendations: 'Raccomandazioni',
      cost: 'Costi',
      sponsor: 'Relazione per lo sponsor',
      thanks: 'Grazie',
    },
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
    reports: {
      memo: 'Memo',
      purpose: (conference) => `Ik heb ${conference} bezocht.`,
      findings: 'Bevindingen',
      recommendations: 'Aanbevelingen',
      cost: 'Kosten',
      sponsor: 'Verslag voor de sponsor',
      thanks: 'Bedankt',
    },
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
    reports: {
      memo: 'Relatório',
      purpose: (conference) => `Participei em ${conference}.`,
      findings: 'Conclusões',
      recommendations: 'Recomendações',
      cost: 'Custos',
      sponsor: 'Relatório para o patrocinador',
      thanks: 'Obrigado',
    },
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

/** The days of a conference in a sentence: "14 – 16 April 2026". */
export function dateRange(firstDay: string, lastDay: string, language: string): string {
  const [first, last] = [new Date(`${firstDay}T00:00:00Z`), new Date(`${lastDay}T00:00:00Z`)]
  const known = knownLanguage(language)
  // As for long dates, English is British.
  const format = new Intl.DateTimeFormat(known === 'en' ? 'en-GB' : known, { dateStyle: 'long', timeZone: 'UTC' })
  return format.formatRange(first, last)
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
