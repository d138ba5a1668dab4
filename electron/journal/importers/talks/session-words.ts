import type { SessionKind } from '../../../shared/trip.ts'

/* The words for kinds of sessions, in the languages of reports. */

const separator = String.raw`\s*(?::|\s[-–—]\s|—|\|)\s*`

interface SessionWords {
  kind: SessionKind
  words: string
}

const table: readonly SessionWords[] = [
  {
    kind: 'keynote',
    words: String.raw`(?:opening|closing|first|second|third|final|morning|evening|eröffnungs-?)?\s?keynote(?:\s(?:talk|speech|address|#?\d))?|conférence plénière|conferencia magistral|palestra principal`,
  },
  {
    kind: 'lightning',
    words: String.raw`lightning[\s-]talks?|blitzvorträge?|blitzvortrag|conférences? éclairs?|charlas? relámpago`,
  },
  {
    kind: 'tutorial',
    words: 'tutorials?|workshops?|masterclass|hands-on(?: session)?|ateliers?|talleres|taller|laboratorio|oficina',
  },
  {
    kind: 'panel',
    words: String.raw`panels?(?:\s(?:discussion|session))?|podiumsdiskussion|podium|table ronde|mesa redonda|tavola rotonda|paneldiscussie|fireside chat|q\s?&\s?a|bof`,
  },
  {
    kind: 'opening',
    words: String.raw`(?:welcome (?:and|&|to the) )?opening(?:\s(?:session|ceremony|remarks|speech))?|eröffnung|ouverture|apertura|abertura`,
  },
  {
    kind: 'closing',
    words: String.raw`closing(?:\s(?:session|ceremony))|abschlussveranstaltung|cérémonie de clôture|ceremonia de clausura`,
  },
  { kind: 'talk', words: 'talk|session|vortrag|conférence|charla|lezing|palestra|presentation|présentation' },
]

const prefixes = table.map(({ kind, words }) => ({
  kind,
  pattern: new RegExp(`^(?:${words})${separator}(?=\\S)`, 'i'),
}))
const suffixes = table.map(({ kind, words }) => ({
  kind,
  pattern: new RegExp(String.raw`^(.+?)(?:[’']s)?(?:\s|\s?[-–—:]\s?|\s\()(?:${words})\)?$`, 'i'),
}))
const wholes = table.map(({ kind, words }) => ({ kind, pattern: new RegExp(`^(?:the\\s)?(?:${words})$`, 'i') }))

/** Takes the kind of session off the beginning of a heading: "Keynote: The State of Python". */
export function takeSession(words: string): { kind: SessionKind; rest: string } | null {
  for (const { kind, pattern } of prefixes) {
    const match = pattern.exec(words)
    if (match !== null) return { kind, rest: words.slice(match[0].length) }
  }
  return null
}

/** The words before a kind of session: "Jay Miller" of "Jay Miller's Keynote". */
export function beforeSession(words: string): { kind: SessionKind; before: string } | null {
  for (const { kind, pattern } of suffixes) {
    const [, before] = pattern.exec(words) ?? []
    if (before !== undefined) return { kind, before }
  }
  return null
}

/** The kind of session that a heading consists of: "Lightning Talks". */
export function wholeSession(words: string): SessionKind | null {
  return wholes.find(({ kind, pattern }) => kind !== 'talk' && pattern.test(words))?.kind ?? null
}

const talkWords =
  /\b(?:talks?|sessions?|keynotes?|presentations?|programme?|lectures|vorträgen?|vortrag|conférences?|présentations?|charlas?|ponencias?|lezingen|lezing|palestras?)\b/i

/** Whether a heading above others, or a text, is about talks. */
export function mentionsTalks(words: string): boolean {
  return talkWords.test(words)
}

const aside =
  /^(?:(?:the|my|our|some|a|final|last|closing|first|general|personal|other|le|la|les|mes|quelques|mein|meine|unser)\s)*(?:conclusions?|summary|wrap(?:ping)?[\s-]?up|thoughts|impressions|remarks|notes?|links?|references|resources|photos?|pictures|gallery|lunch|dinner|breakfast|food|drinks|coffee|party|social(?: event| evening)?|hallway(?: track)?|arrival|departure|travel|getting (?:there|home)|hotel|venue|location|city|introduction|intro|overview|background|tl;?dr|outlook|thanks|acknowledge?ments|credits|takeaways|highlights|booths?|sponsors?|expo|community|people|networking|sprints?|fazit|ausblick|einleitung|anreise|rückblick|essen|conclusion|bilan|arrivée|repas|introducción|conclusiones|llegada|comida|conclusioni|arrivo|slot|samenvatting|aankomst|conclusão|chegada)(?:\b.*)?$/i

/** Whether a heading is about something beside the talks. */
export function isAside(words: string): boolean {
  return words.length < 80 && aside.test(words)
}
