import { type CaptureKind, captureText, withParagraph } from '../../shared/capture.ts'
import { entryName } from '../../shared/entries/entry-name.ts'
import { newEntry } from '../../shared/entries/new-entry.ts'
import { t } from '../../shared/messages/translate.ts'
import { fieldsOfSession } from '../../shared/programme/entry-from-session.ts'
import { nowAt, type Timed } from '../../shared/programme/now-at.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { dayAt, minuteAt } from '../../shared/time.ts'
import type { Entry, EntryChanges, Trip } from '../../shared/trip.ts'
import { addEntry } from '../edits/add-entry.ts'
import { withChanges } from '../edits/save-entry.ts'
import type { Saved } from '../library/prepare-update.ts'
import { updateNoting } from '../library/update-noting.ts'
import type { Library } from '../library/library.ts'
import { readProgramme } from '../programmes/programme-store.ts'

/** Something that was captured over other programs. */
export interface Captured {
  kind: CaptureKind
  text: string
  /** Of a quote; empty if nobody is named. */
  speaker: string
}

type Note = { entryId: string; name: string }

/** Where something is captured. */
interface Surroundings {
  readonly library: Library
  /** The moment at the venue. */
  readonly moment: () => string
}

/** Adds something to the entry about the talk that is on, or to a new note of today. */
export async function capture(
  { library, moment }: Surroundings,
  tripId: string,
  captured: Captured,
): Promise<Result<Saved & Note>> {
  const state = await readProgramme(library, tripId)
  if (!state.ok) return state
  const at = moment()
  const saved = await updateNoting(library, tripId, (trip): Result<{ trip: Trip; note: Note }> => {
    const { current } = nowAt({ ...trip, ...state.value, at })
    const isOwnEntry = captured.kind === 'person' || captured.kind === 'idea'
    if (current?.entry && !isOwnEntry) return append(trip, current.entry, captured)
    return begin(trip, isOwnEntry ? null : current, captured, at)
  })
  if (!saved.ok) return saved
  const { note, ...rest } = saved.value
  return ok({ ...rest, ...note })
}

function append(trip: Trip, entry: Entry, { kind, text, speaker }: Captured): Result<{ trip: Trip; note: Note }> {
  const changed = withChanges(entry, {
    kind: entry.kind,
    text: withParagraph(entry.text, captureText(kind, text, speaker)),
  })
  if (changed === null) return fail('input.wrong-kind')
  const entries = trip.entries.map((one) => (one === entry ? changed : one))
  return ok({ trip: { ...trip, entries }, note: { entryId: entry.id, name: entryName(changed) } })
}

/** Adds an entry: about the talk that is on, if there is one. */
function begin(trip: Trip, talk: Timed | null, captured: Captured, at: string): Result<{ trip: Trip; note: Note }> {
  const { kind } = captured
  const fields = fieldsFor(talk, captured)
  const start = talk?.start ?? minuteAt(at, trip.timeZone)
  const day = talk?.day ?? dayAt(at, trip.timeZone)
  const entry = withChanges(newEntry(fields.kind, day, start), fields)
  if (entry === null) return fail('input.wrong-kind')
  const added = addEntry(trip, kind === 'idea' ? { ...entry, tags: [t('journal.idea-tag')] } : entry)
  return added.ok ? ok({ trip: added.value, note: { entryId: entry.id, name: entryName(entry) } }) : added
}

function fieldsFor(talk: Timed | null, { kind, text, speaker }: Captured): EntryChanges {
  if (kind === 'person') {
    const [who = '', ...more] = text.trim().split('\n')
    return { kind: 'encounter', who, text: more.join('\n').trim() }
  }
  const words = captureText(kind, text, speaker)
  if (talk?.session) return { ...fieldsOfSession(talk.session), text: words }
  return { kind: 'note', text: words }
}
