import type { Link, Speaker } from '../../../../shared/trip.ts'
import type { ReadTime } from '../../read-programme.ts'

/** An event of a calendar, in iCalendar or in XML. Texts are as they are written, with entities and tags. */
export interface CalendarEvent {
  readonly uid: string
  readonly title: string
  readonly subtitle: string
  readonly description: string
  /** The same as a web page, if any; otherwise empty. */
  readonly html: string
  readonly location: string
  readonly categories: readonly string[]
  readonly language: string
  readonly url: string
  readonly start: ReadTime | null
  readonly end: ReadTime | null
  readonly attendees: readonly Speaker[]
  readonly links: readonly Link[]
  readonly isCancelled: boolean
}

/** What a calendar says about itself. */
export interface CalendarDetails {
  /** What wrote it, such as `-//pretalx//example.org//conf`. */
  readonly generator: string
  readonly title: string
  readonly url: string
  readonly timeZone: string | null
}

/** An event's fields after its words were told apart. Plain text, except for the description. */
export interface ToldEvent {
  readonly title: string
  readonly type: string
  readonly speakers: readonly Speaker[]
  readonly description: string
}
