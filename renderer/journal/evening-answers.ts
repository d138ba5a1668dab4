import { dayOfSession, fieldsOfSession } from '../../electron/shared/programme/entry-from-session.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import type { Attended } from '../../electron/shared/programme/evening.ts'
import { clockNow } from '../state/clock.ts'
import { useTrip } from '../state/open-trip.ts'

/** The three questions of an evening, in the order in which they are asked. */
export const questions = ['best', 'surprise', 'tomorrow'] as const
export type Question = (typeof questions)[number]
export type Answers = Readonly<Record<Question, string>>

const entries = (): readonly Entry[] => useTrip.getState().trip?.entries ?? []

/** The entry about something that was attended, as it is now. */
export function entryAbout({ session, entry }: Pick<Attended, 'session' | 'entry'>): Entry | undefined {
  return entries().find(({ id, sessionId }) => id === entry?.id || (session !== null && sessionId === session.id))
}

/**
 * Writes what stays of a talk into its entry, below what the entry had before; begins the entry if there is none.
 *
 * @param before the text that the entry had when the question was asked
 * @param typed the whole answer; what an earlier call wrote is replaced
 */
export function tellAbout(attended: Pick<Attended, 'session' | 'entry'>, before: string, typed: string): void {
  const { trip, editEntry, addEntry } = useTrip.getState()
  const text = [before.trimEnd(), typed.trim()].filter((part) => part !== '').join('\n\n')
  const entry = entryAbout(attended)
  if (entry !== undefined) {
    if (entry.text !== text) editEntry(entry.id, { text })
    return
  }
  const { session } = attended
  if (trip === null || session === null || text === '') return
  const { kind, ...fields } = fieldsOfSession(session)
  const day = dayOfSession(session, trip, clockNow())
  void addEntry(kind, day, { ...fields, start: session.start, text }, { opens: false })
}

/** The text of the note that holds the answers: a paragraph for each question that was answered. */
function textOf(answers: Answers): string {
  return questions
    .map((question) => ({ lead: t(`evening.note.${question}`), answer: answers[question].trim() }))
    .filter(({ answer }) => answer !== '')
    .map(({ lead, answer }) => `**${lead}** ${answer}`)
    .join('\n\n')
}

/**
 * Writes the answers into a note at the end of the day; begins it with the first answer.
 *
 * @param noteId the note of an earlier call, or `null`
 * @returns the id of the note; `null` if nothing was answered
 */
export function answerEvening(day: string, answers: Answers, noteId: string | null): string | null {
  const { editEntry, addEntry } = useTrip.getState()
  const text = textOf(answers)
  const known = entries().find(({ id }) => id === noteId)
  if (known !== undefined) {
    if (known.text !== text) editEntry(known.id, { text })
    return known.id
  }
  if (text === '') return null
  const before = new Set(entries().map(({ id }) => id))
  void addEntry('note', day, { title: t('evening.note-title'), text, start: null }, { opens: false })
  // It is in the journal at once, before it is on the disk.
  return entries().find(({ id }) => !before.has(id))?.id ?? null
}
