import { z } from 'zod'
import { messageSchema } from '../messages/message-schema.ts'
import { changeKindSchema, planSchema, programmeSchema, sessionSchema } from '../programme.ts'
import { planEditSchema } from '../programme/plan-edit.ts'
import { daySchema, instantSchema, timeZoneSchema } from '../time.ts'
import { idSchema } from '../trip.ts'
import { bytes, changed, channel, inTrip, jobChannel, WITH_FILES } from './channel.ts'

const line = z.string().max(10_000)

/** Where a programme comes from. */
export const programmeSourceSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('file'), name: z.string().max(4096), data: bytes }),
  /** Text that was pasted: a table, or the content of a file. */
  z.strictObject({ from: z.literal('text'), text: z.string().max(20 * 1024 * 1024) }),
  /** The only request to the network that Lanyard makes, and only when the user asks for it. */
  z.strictObject({ from: z.literal('address'), address: line }),
])

/** What a trip that is created from a programme gets from it. Empty or `null`: the programme does not say. */
export const programmeDetailsSchema = z.strictObject({
  title: line,
  venue: line,
  city: line,
  country: line,
  firstDay: daySchema.nullable(),
  lastDay: daySchema.nullable(),
  /** `null` if the programme does not say, and the user is asked. */
  timeZone: timeZoneSchema.nullable(),
})

/** A difference between the trip's programme and a newer one. */
export const programmeChangeSchema = z.strictObject({
  kind: changeKindSchema,
  /** The session before; `null` if it is added. */
  before: sessionSchema.nullable(),
  /** The session after; `null` if it is dropped. */
  after: sessionSchema.nullable(),
  /** Whether it is starred, attended or written about: such changes come first. */
  isYours: z.boolean(),
  /** Whether its identity has changed, so that it was recognised by title, speakers and time. */
  isGuessed: z.boolean(),
})

export const understoodProgrammeSchema = z.strictObject({
  /** Identifies what was read, for `programme.apply`. Only the latest few are kept, in memory. */
  draftId: idSchema,
  format: line,
  details: programmeDetailsSchema,
  /** What of the days the programme does not say: their year, or all of them. Another first day moves the sessions. */
  assumed: z.enum(['year', 'days']).nullable(),
  /** A guess for a missing zone. */
  guessedTimeZone: timeZoneSchema,
  /** The address at which the programme was found; empty if it was not an address. */
  address: line,
  sessions: z.int(),
  days: z.int(),
  rooms: z.int(),
  speakers: z.int(),
  /** What could not be read, or was guessed. */
  remarks: z.array(messageSchema),
  /** Against the trip's programme, those that concern the owner first; empty without a trip or without its programme. */
  changes: z.array(programmeChangeSchema),
})

/** An entry, and the session that it is about. */
const entryLinkSchema = z.strictObject({ entryId: idSchema, sessionId: idSchema })

const programmeState = z.strictObject({
  /** `null` if none was imported. */
  programme: programmeSchema.nullable(),
  plan: planSchema,
})

/** The programme of a trip, and what its owner plans. */
export const programmeChannels = {
  'programme.read': channel({ input: z.strictObject(inTrip), output: programmeState }),
  /** Reads a programme and compares it with the trip's, if one is given. Changes nothing. */
  'programme.understand': jobChannel('programme', {
    input: { source: programmeSourceSchema, tripId: idSchema.nullable() },
    output: understoodProgrammeSchema,
    maxBytes: WITH_FILES,
  }),
  /**
   * Imports what was understood: into a trip, or as a new trip with these details. Entries and marks keep their sessions.
   */
  'programme.apply': channel({
    input: z.strictObject({
      draftId: idSchema,
      tripId: idSchema.nullable(),
      /** The details of a new trip; for an existing one only the zone matters, for times without one. */
      details: programmeDetailsSchema.extend({ timeZone: timeZoneSchema }),
    }),
    output: changed.extend({
      state: programmeState,
      /** Talks without a session that were linked to theirs, since title and speakers or time agree. */
      linked: z.array(entryLinkSchema),
    }),
  }),
  /**
   * Puts back a programme that was there before an import, or the imported one again. The plan stays as it is; entries
   * that followed their sessions go back with them.
   */
  'programme.replace': channel({
    input: z.strictObject({
      ...inTrip,
      programme: programmeSchema.nullable(),
      /** The links that the import made, to be made again or taken away. */
      link: z.array(entryLinkSchema).default([]),
      unlink: z.array(entryLinkSchema).default([]),
    }),
    output: changed.extend({ state: programmeState }),
  }),
  /** Writes the starred sessions into a calendar file in the exports folder, for a phone. */
  'programme.saveStars': jobChannel('export', {
    input: inTrip,
    output: z.strictObject({ /** Absolute. */ path: z.string(), sessions: z.int() }),
  }),
  /** Finds the sessions that a file from elsewhere stars: a calendar, or a list of favourites. Changes nothing. */
  'programme.readStars': jobChannel('programme', {
    input: { ...inTrip, name: z.string().max(4096), data: bytes },
    output: z.strictObject({
      sessionIds: z.array(idSchema),
      /** What the file calls those that are not in the programme. */
      notFound: z.array(z.string()),
    }),
    maxBytes: WITH_FILES,
  }),
  /** Makes these changes to the plan together. */
  'programme.edit': channel({
    input: z.strictObject({ ...inTrip, edits: z.array(planEditSchema).max(10_000) }),
    output: z.strictObject({ plan: planSchema, savedAt: instantSchema }),
  }),
  /**
   * The entry about a session: the one that the trip has, or a new one that carries the session's title, speakers, room,
   * times and links.
   */
  'programme.write': channel({
    input: z.strictObject({ ...inTrip, sessionId: idSchema, /** The new entry's id. */ entryId: idSchema.optional() }),
    output: changed.extend({ entryId: idSchema, isNew: z.boolean() }),
  }),
}

export const programmeEvents = {
  /** The programme or the plan has changed: here, or on another computer. */
  'programme.changed': z.strictObject(inTrip),
}

export type ProgrammeSource = z.infer<typeof programmeSourceSchema>
export type ProgrammeDetails = z.infer<typeof programmeDetailsSchema>
export type ProgrammeChange = z.infer<typeof programmeChangeSchema>
export type UnderstoodProgramme = z.infer<typeof understoodProgrammeSchema>
export type EntryLink = z.infer<typeof entryLinkSchema>
export type ProgrammeState = z.infer<typeof programmeState>
