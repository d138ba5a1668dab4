import type { Message } from '../../shared/messages/message.ts'
import type { Result } from '../../shared/result.ts'
import type { Link, Speaker } from '../../shared/trip.ts'

/**
 * A time as a programme gives it: an instant with its offset; a local date and time (`2024-04-20T09:00:00`), whose zone
 * the file does not say; or a whole date.
 */
export type ReadTime = { readonly instant: string } | { readonly local: string } | { readonly date: string }

/** A session as it stands in a file, in no particular zone. */
export interface ReadSession {
  /** Identifies the session in the file, with its time if it is given several times. */
  readonly source: string
  readonly title: string
  readonly subtitle: string
  readonly type: string
  readonly track: string
  readonly room: string
  readonly language: string
  readonly start: ReadTime | null
  readonly end: ReadTime | null
  /** The conference day, if the organiser says which; otherwise it is computed from the start. */
  readonly day: string | null
  readonly speakers: readonly Speaker[]
  /** Markdown. */
  readonly abstract: string
  readonly links: readonly Link[]
  readonly feedbackUrl: string
  readonly isCancelled: boolean
}

/** What a file says about a conference and its sessions. Whatever it does not say is empty or `null`. */
export interface ReadProgramme {
  readonly title: string
  readonly venue: string
  readonly city: string
  readonly country: string
  readonly url: string
  readonly version: string
  /** IANA; `null` if the file does not say. */
  readonly timeZone: string | null
  /** As the organiser gives them; otherwise they are computed from the sessions. */
  readonly firstDay: string | null
  readonly lastDay: string | null
  /**
   * When a conference day ends and the next begins, `HH:MM`: sessions before it belong to the day before. Used where a
   * session has no day of its own.
   */
  readonly dayChange: string
  readonly rooms: readonly string[]
  readonly tracks: readonly string[]
  readonly sessions: readonly ReadSession[]
  /**
   * What of the days was assumed, because nothing says it: their year, or all of them, counted from the first. A trip
   * that is created from the programme on other days moves them.
   */
  readonly assumed: 'year' | 'days' | null
  /** What could not be read, or was guessed. */
  readonly remarks: readonly Message[]
}

/** What helps to read days whose year, month or date a file does not say. */
export interface ExpectedDays {
  /** The first day of the trip's programme, or of the trip; `null` without a trip. */
  readonly firstDay: string | null
  /** Today's date on this computer. */
  readonly today: string
}

/** The text of a file, and what is known about where it came from. */
export interface ProgrammeText {
  readonly text: string
  /** The file's name, or the last part of its address; empty if it was pasted. */
  readonly name: string
  /** `undefined` unless the text is JSON. Parsed once for all formats. */
  readonly json: unknown
  readonly expected: ExpectedDays
}

/** A format of programmes: one file in `formats/`, and one line in its registry. */
export interface ProgrammeFormat {
  readonly id: string
  /** Whether a text is of this format, from its content. */
  detect(input: ProgrammeText): boolean
  /** Reads a text that was detected as this format. */
  parse(input: ProgrammeText): Result<ReadProgramme>
}
