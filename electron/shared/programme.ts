import { z } from 'zod'
import { dated } from './dated.ts'
import { daySchema, instantSchema, timeZoneSchema } from './time.ts'
import { idSchema, linkSchema, speakerSchema } from './trip.ts'

/*
 * The programme of a conference, and what its owner plans to see of it. The programme belongs to the organiser and is
 * replaced by each import; the plan belongs to the journal's owner and survives every import. They are two files of the
 * trip's folder, so that neither can damage the other.
 */

const line = z.string().max(10_000)
/** Far longer than any abstract. */
const text = z.string().max(1024 * 1024)

/** Maximum number of sessions: five times as many as the largest conference has. */
export const MAX_SESSIONS = 10_000

/** One item of the programme, at one time and place. A talk that is given twice is two sessions. */
export const sessionSchema = z.strictObject({
  /**
   * Derived from the session's identity in the imported file, so that two computers that import the same file agree. It
   * stays the same through later imports, even if the organiser has changed all identities.
   */
  id: idSchema,
  /** The session's identity in the imported file, unique in it. Empty for the owner's own sessions. */
  source: line,
  title: line,
  subtitle: line,
  /** What the organiser calls its kind: "Talk (30 min)", "lightning_talk"; empty if unknown. */
  type: line,
  track: line,
  room: line,
  /** BCP 47 if the organiser says so; otherwise as the organiser writes it; empty if unknown. */
  language: line,
  /** `null` if it has no time yet. */
  start: instantSchema.nullable(),
  end: instantSchema.nullable(),
  /**
   * The conference day as the organiser prints it: a talk after midnight belongs to the evening before. `null` if it has
   * no time yet.
   */
  day: daySchema.nullable(),
  speakers: z.array(speakerSchema),
  /** Markdown: abstract and description. */
  abstract: text,
  /** Slides, papers and whatever else the organiser links to, the session's own page first. */
  links: z.array(linkSchema),
  /** Where feedback is given; empty if nowhere. */
  feedbackUrl: line,
  /** The organiser has cancelled it, but still lists it. */
  isCancelled: z.boolean(),
  /**
   * It is not in the latest imported programme any more; it is kept because it was starred, attended or written about.
   */
  isDropped: z.boolean(),
})

/** How a session differs from what it was before an import. */
export const changeKinds = [
  'added',
  'dropped',
  'moved',
  'retitled',
  'speakers',
  'cancelled',
  'restored',
  'rewritten',
] as const
export const changeKindSchema = z.enum(changeKinds)

/** The content of `schedule.json`: the programme as it was last imported, normalised. */
export const programmeSchema = z.strictObject({
  /** The name of the conference in its programme. */
  title: line,
  /** Its page on the web; empty if unknown. */
  url: line,
  /** What the organiser calls this version of the programme; empty if unknown. */
  version: line,
  /** The id of the format that it was imported from. */
  format: line,
  /** The address that it came from, which "check for changes" asks again; empty if it was a file. */
  address: line,
  /** The name of the file that it was imported from; empty if it came from an address or was pasted. */
  fileName: line,
  importedAt: instantSchema,
  /** Times without a zone were read as times in this zone. */
  timeZone: timeZoneSchema,
  /** In the organiser's order. */
  rooms: z.array(line).max(MAX_SESSIONS),
  tracks: z.array(line).max(MAX_SESSIONS),
  /** Sorted by start, room and title; those without a time last. */
  sessions: z.array(sessionSchema).max(MAX_SESSIONS),
  /** Session id -> how the latest import changed it; empty after the first import. */
  changed: z.record(idSchema, z.array(changeKindSchema)),
})

/** Why a session was starred. */
export const stars = ['go', 'maybe', 'later'] as const
export const starSchema = z.enum(stars)

export const attendances = ['planned', 'attended', 'left-early', 'missed', 'watch-later'] as const
export const attendanceSchema = z.enum(attendances)

/**
 * What is noted about one session. Times say when each was last changed, so that the later of two computers wins;
 * a `null` that was set later than a star takes the star away.
 */
export const markSchema = z.strictObject({
  star: starSchema.nullable(),
  starredAt: instantSchema.nullable(),
  attendance: attendanceSchema.nullable(),
  attendedAt: instantSchema.nullable(),
})

/** A session that the owner added: a birds-of-a-feather from the white board, a dinner. Kept when it is removed, so that another computer does not bring it back. */
export const ownSessionSchema = z.strictObject({
  session: sessionSchema,
  changedAt: instantSchema,
  isRemoved: z.boolean(),
})

/** Where a room is on a floor plan: a picture of the trip, and a point in fractions of its width and height. */
export const roomPlaceSchema = z.strictObject({
  photoId: idSchema,
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
})

/** The content of `plan.json`: what the owner plans, saw, added and hid. */
export const planSchema = z.strictObject({
  /** Session id -> its mark. */
  marks: z.record(idSchema, markSchema),
  own: z.array(ownSessionSchema),
  /** Room -> whether it is hidden. */
  hiddenRooms: z.record(line, dated(z.boolean())),
  hiddenTracks: z.record(line, dated(z.boolean())),
  /** Room -> where it is. */
  places: z.record(line, dated(roomPlaceSchema.nullable())),
  /** Whether a quiet notice appears before a starred session begins. */
  reminders: dated(z.boolean()).nullable(),
  /** Day -> whether its evening's questions were answered or dismissed. */
  evenings: z.record(daySchema, dated(z.boolean())),
})

export type Session = z.infer<typeof sessionSchema>
export type ChangeKind = z.infer<typeof changeKindSchema>
export type Programme = z.infer<typeof programmeSchema>
export type Star = z.infer<typeof starSchema>
export type Attendance = z.infer<typeof attendanceSchema>
export type Mark = z.infer<typeof markSchema>
export type OwnSession = z.infer<typeof ownSessionSchema>
export type RoomPlace = z.infer<typeof roomPlaceSchema>
export type Plan = z.infer<typeof planSchema>

/** The plan of a trip for which nothing was planned yet. */
export const emptyPlan: Plan = {
  marks: {},
  own: [],
  hiddenRooms: {},
  hiddenTracks: {},
  places: {},
  reminders: null,
  evenings: {},
}

/** The mark of a session that has none. */
export const noMark: Mark = { star: null, starredAt: null, attendance: null, attendedAt: null }
