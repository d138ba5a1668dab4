import { entryLabel, entryNameParam, unnamedEntry } from '../../shared/entries/entry-name.ts'
import { lookUpsIn } from '../../shared/entries/to-look-up.ts'
import { message } from '../../shared/messages/message.ts'
import type { Remark } from '../../shared/post.ts'
import { isTold } from '../../shared/report/arrange-report.ts'
import { tellingText } from '../../shared/report/entry-content.ts'
import { entryPart } from '../../shared/report/post-places.ts'
import { recordOf } from '../../shared/report/report-entry.ts'
import type { Entry, SessionKind, Trip } from '../../shared/trip.ts'

/** What is left to do in the entries that a post tells: links and pictures to be found, and talks without speakers. */
export function openMatters(trip: Trip): Remark[] {
  const { entries, report } = trip
  const told = entries.filter((entry) => isTold(report, entry))
  return [...told.flatMap((entry) => openIn(trip, entry)), ...quotedPrivately(trip, told)]
}

function openIn({ report }: Trip, entry: Entry): Remark[] {
  const at = entryPart(entry.id)
  const name = entryNameParam(entry)
  const hasExcerpt = recordOf(report, entry.id).excerpt !== null
  // What the report says instead of a text has nothing of it to look up. Open tasks may be what an entry is about.
  const open = lookUpsIn(entry).filter(({ kind, at: place }) => kind !== 'task' && (place === null || !hasExcerpt))
  const links = open.filter(({ kind }) => kind === 'link').length
  const pictures = open.length - links
  const remarks: Remark[] = []
  if (links > 0) remarks.push({ message: message('report.remark.link-to-find', { count: links, name }), at })
  if (pictures > 0) remarks.push({ message: message('report.remark.picture-to-come', { count: pictures, name }), at })
  if (lacksSpeakers(entry)) remarks.push({ message: message('report.remark.no-speakers', { name }), at })
  return remarks
}

/** Kinds of sessions that somebody gives. The others, such as lightning talks, have no speakers or very many. */
const given: ReadonlySet<string> = new Set<SessionKind>(['keynote', 'talk', 'tutorial', 'panel'])

/** Programmes do not always say what a session is, so its title may also tell that nobody gives it. */
function lacksSpeakers(entry: Entry): boolean {
  if (entry.kind !== 'talk' || entry.title.trim() === '' || !given.has(entry.session)) return false
  return entry.speakers.every(({ name }) => name.trim() === '') && !withoutSpeakers.test(entry.title)
}

const withoutSpeakers =
  /\b(?:opening|closing|welcome|lightning|break|lunch|dinner|breakfast|coffee|party|social|registration|sprints?|tour|er[öo]ffnung|abschluss|begr[üu][ßs]s?ung|mittag|pause|accueil|cl[ôo]ture)/iu

/** Shorter passages can be in two texts by chance. In characters. */
const SHORTEST = 40

/** Sentences of private entries that a text of the report contains, too. They would be published with it. */
function quotedPrivately({ entries, report }: Trip, told: readonly Entry[]): Remark[] {
  const secrets = entries
    .filter((entry) => entry.private)
    .flatMap((entry) => sentencesOf(entry).map((words) => ({ entry, words })))
  if (secrets.length === 0) return []
  const remarks: Remark[] = []
  const look = (text: string, at: Remark['at']) => {
    const plain = plainOf(text)
    const found = secrets.find(({ words }) => plain.includes(words))
    if (found === undefined) return
    const { entry } = found
    const name = entryLabel(entry) || unnamedEntry(entry.kind)
    remarks.push({ message: message('report.remark.private-quoted', { name, words: found.words.slice(0, 80) }), at })
  }
  look(report.lead, 'lead')
  for (const entry of told) look(tellingText(report, entry), entryPart(entry.id))
  for (const { id, text = '' } of report.arrangement === 'theme' ? report.sections : []) look(text, `section ${id}`)
  look(report.closing.text, 'closing')
  return remarks
}

function sentencesOf({ text }: Entry): string[] {
  return text
    .split(/\n\s*\n|(?<=[.!?…])\s+/u)
    .map(plainOf)
    .filter((sentence) => sentence.length >= SHORTEST)
}

/** A text as its words, so that marks and line breaks make no difference. */
function plainOf(text: string): string {
  return text
    .replaceAll(/\]\([^()\n]*\)/g, ' ')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
