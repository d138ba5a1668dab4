import { foldText } from '../fold-text.ts'
import type { Session } from '../programme.ts'
import type { SessionKind } from '../trip.ts'

/**
 * Words in what organisers call a kind of session, in lower case without accents; the first row that matches counts.
 * "Keynote talk" is a keynote, "lightning talk" is not a talk.
 */
const words: readonly (readonly [SessionKind, RegExp])[] = [
  ['keynote', /\bkey ?notes?\b|\bplenary\b|\bpleniere\b/],
  ['lightning', /\blightning\b|\bignite\b|\bpecha ?kucha\b|\bblitz\b|\beclairs?\b/],
  [
    'tutorial',
    /\btutorials?\b|\bworkshops?\b|\btraining\b|\bmaster ?class\b|\bhands ?on\b|\bateliers?\b|\btalleres\b|\btaller\b/,
  ],
  ['panel', /\bpanels?\b|\bround ?table\b|\btable ronde\b|\bdebate\b|\bfishbowl\b|\bpodium\b/],
  ['opening', /\bopening\b|\bwelcome\b|\bkick ?off\b|\beroffnung\b|\bouverture\b/],
  ['closing', /\bclosing\b|\bfarewell\b|\bwrap ?up\b|\babschluss\b|\bcloture\b/],
  ['booth', /\bbooths?\b|\bstands?\b|\bposters?\b|\bexhibition\b|\bexpo\b/],
  [
    'social',
    /\bsocial\b|\bbreaks?\b|\blunch\b|\bbreakfast\b|\bdinner\b|\bcoffee\b|\bparty\b|\bpause\b|\breception\b|\bmeet ?ups?\b|\bnetworking\b|\bregistration\b|\bdejeuner\b|\bmittagessen\b/,
  ],
]

/** The kind of session that a talk's entry gets: from the organiser's kind, or else from the title. */
export function sessionKindOf({ type, title }: Pick<Session, 'type' | 'title'>): SessionKind {
  return kindIn(type) ?? kindOfTitle(title, type === '') ?? 'talk'
}

function kindIn(text: string): SessionKind | null {
  const plain = foldText(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/** A title says less than a kind: "Closing the gap" is a talk. Only short titles are names of events. */
function kindOfTitle(title: string, isKeynotePossible: boolean): SessionKind | null {
  const kind = title.trim().split(/\s+/).length <= 3 ? kindIn(title) : null
  const isEvent = kind === 'opening' || kind === 'closing' || kind === 'social'
  return isEvent || (isKeynotePossible && kind === 'keynote') ? kind : null
}
