import { z } from 'zod'
import { archiveSchema, archiveWays } from './archive.ts'
import { backedUpTripSchema, backupStatusSchema, restoredTripSchema } from './backup.ts'
import {
  conflictCopySchema,
  conflictSchema,
  copyComparisonSchema,
  differenceSchema,
  inspectionSchema,
  versionIdSchema,
  versionSchema,
} from './history.ts'
import type { Post, Remark } from './post.ts'
import { noticeSchema, problemSchema } from './problem.ts'
import { failureSchema, type Result } from './result.ts'
import { settingsChangesSchema, settingsSchema } from './settings.ts'
import { daySchema, instantSchema } from './time.ts'
import {
  entryChangesSchema,
  entryKinds,
  entrySchema,
  idSchema,
  photoSchema,
  reportChangesSchema,
  tripChangesSchema,
  tripDetailsSchema,
  tripSchema,
} from './trip.ts'
import { verificationSchema } from './verification.ts'

/** What the page may send at once. An import of a page bundle is the largest of it. */
const MAX_UPLOAD_BYTES = 256 * 1024 * 1024

const bytes = z.instanceof(Uint8Array).refine((data) => data.byteLength <= MAX_UPLOAD_BYTES, 'too large')
const nothing = z.strictObject({})
const inTrip = { tripId: idSchema }
const inEntry = { ...inTrip, entryId: idSchema }
const inArchive = z.strictObject({ archiveId: idSchema })
/** The name of a folder in the library, as it is listed among those that cannot be read. */
const inFolder = z.strictObject({ folder: z.string().min(1).max(1000) })

export const tripSummarySchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  venue: z.string(),
  city: z.string(),
  country: z.string(),
  firstDay: daySchema,
  lastDay: daySchema,
  timeZone: z.string(),
  entries: z.int(),
  words: z.int(),
  published: z.boolean(),
  updatedAt: instantSchema,
  /** A newer Lanyard has written it, so that it can be read here and not be changed. */
  isNewer: z.boolean().default(false),
})

/** A folder in the library that looks like a trip and cannot be read as one. */
export const unreadableTripSchema = z.strictObject({ folder: z.string(), error: failureSchema })

/** The same with what is known of it from when it could be read. */
export const lostTripSchema = unreadableTripSchema.extend({
  /** What it was called last; else the folder's name. */
  title: z.string(),
  /** Which trip it was; `null`: nobody knows. */
  tripId: idSchema.nullable(),
})

export const trashedTripSchema = z.strictObject({
  trashId: z.string(),
  title: z.string(),
  deletedAt: instantSchema,
  entries: z.int(),
})

const changed = z.strictObject({
  trip: tripSchema,
  /** When the new state was on the disk for good. */
  savedAt: instantSchema,
})

export const exportTargetSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  makes: z.enum(['folder', 'file']),
})

/** How many of each kind of thing a text holds. */
const censusSchema = z.strictObject({
  headings: z.int(),
  paragraphs: z.int(),
  listItems: z.int(),
  quotes: z.int(),
  links: z.int(),
  pictures: z.int(),
})

export const exportSummarySchema = z.strictObject({
  exportId: idSchema,
  /** The folder or the file that was written, absolute. */
  path: z.string(),
  /** Every file that was written, absolute. */
  files: z.array(z.string()),
  /** What was read back from the written files. */
  census: censusSchema,
  /** A sentence for each thing that the written files say otherwise than the post; empty: all there. */
  differences: z.array(z.string()),
})

export const importSummarySchema = z.strictObject({
  trip: tripSchema,
  entries: z.int(),
  photos: z.int(),
  /** A sentence for each thing that was not taken over as it stood: a picture that was not there. */
  remarks: z.array(z.string()),
})

const takenSchema = z.strictObject({
  trip: tripSchema,
  savedAt: instantSchema,
  /** How many pictures have come. */
  photos: z.int(),
  conflicts: z.array(conflictSchema),
  /** The version of the trip from before, to restore it; `null`: it is new. */
  undoVersionId: versionIdSchema.nullable(),
  remarks: z.array(z.string()),
})

const packedSchema = z.strictObject({
  /** Absolute. */
  path: z.string(),
  bytes: z.int(),
  photos: z.int(),
  /** A sentence for each thing that is not in it. */
  remarks: z.array(z.string()),
})

const recovered = z.strictObject({
  trip: tripSchema,
  /** Where the file is that could not be read, absolute; `null`: there was none. */
  keptAs: z.string().nullable(),
})

const composition = z.strictObject({
  post: z.custom<Post>(),
  /** Included entries that stand in no section of a report by theme, in the order of the journal. */
  unplaced: z.array(idSchema),
  remarks: z.array(z.custom<Remark>()),
  words: z.int(),
})

const startInfo = z.strictObject({
  shell: z.enum(['desktop', 'browser']),
  version: z.string(),
  settings: settingsSchema,
  /** The library in use, absolute. */
  library: z.string(),
  /** Where exports go, absolute. */
  exports: z.string(),
  /** The library was named on the command line or in the environment, so the settings do not decide it. */
  libraryIsFixed: z.boolean(),
  /** Whether the library can only be read. */
  readOnly: z.boolean(),
  /** Whether the shell has dialogs to choose folders with. */
  canChooseFolders: z.boolean(),
})

/**
 * Everything that a shell can ask of the engine: channel -> what goes in and what comes out. Inputs are parsed at the
 * border; unknown keys are refused.
 */
export const channels = {
  'app.start': { input: nothing, output: startInfo },
  'app.flushed': { input: z.strictObject({ unsaved: z.int().nonnegative() }), output: nothing },
  /** Something has gone wrong in the page that nobody had foreseen: it goes into the log. */
  'app.problem': { input: problemSchema, output: nothing },
  'app.about': {
    input: nothing,
    output: z.strictObject({ versions: z.record(z.string(), z.string()), hasNotices: z.boolean() }),
  },
  /** The licences of what Lanyard is made of; `null`: they are not part of this build. */
  'app.notices': { input: nothing, output: z.strictObject({ text: z.string().nullable() }) },
  /** Saves what is typed and starts anew, with or without the graphics card. */
  'app.restart': { input: z.strictObject({ graphics: z.enum(['hardware', 'software']) }), output: nothing },

  /** All that a report about a problem would say, to be read first. */
  'diagnostics.report': {
    input: nothing,
    output: z.strictObject({
      text: z.string(),
      /** Where problems are told. */
      address: z.string(),
      /** Whether the shell can ask where to save it. */
      canSave: z.boolean(),
    }),
  },
  /** Saves the report that was shown last where the user chooses; `null`: nowhere. */
  'diagnostics.save': { input: nothing, output: z.strictObject({ path: z.string().nullable() }) },

  'settings.save': { input: settingsChangesSchema, output: settingsSchema },
  'settings.chooseLibrary': { input: nothing, output: startInfo.nullable() },
  'settings.chooseExports': { input: nothing, output: startInfo.nullable() },
  'settings.chooseBackup': { input: nothing, output: startInfo.nullable() },
  'settings.stopBackup': { input: nothing, output: startInfo },

  'backup.status': { input: nothing, output: backupStatusSchema },
  /** Brings pictures that are missing or damaged in the library, as far as the backup has them. */
  'backup.repairPictures': {
    input: nothing,
    output: z.strictObject({ restored: z.int(), /** Neither here nor there. */ missing: z.int() }),
  },
  /** What can be restored from the backup. The identifier is made by the caller, to be told how far it is and to end it. */
  'backup.trips': { input: z.strictObject({ restoreId: idSchema }), output: z.array(backedUpTripSchema) },
  /** Brings a trip back to what the backup has of it, with its pictures. */
  'backup.restore': { input: z.strictObject({ restoreId: idSchema, tripId: idSchema }), output: restoredTripSchema },
  'backup.cancelRestore': { input: z.strictObject({ restoreId: idSchema }), output: nothing },
  /** Copies everything that has changed now, and answers when that is done. */
  'backup.run': { input: nothing, output: backupStatusSchema },

  /** Reads every file of the library, or of its backup, and says what is wrong. The identifier is made by the caller. */
  'library.verify': {
    input: z.strictObject({ verifyId: idSchema, what: z.enum(['library', 'backup']) }),
    output: verificationSchema,
  },
  'library.cancelVerify': { input: z.strictObject({ verifyId: idSchema }), output: nothing },

  'library.list': {
    input: nothing,
    output: z.strictObject({ trips: z.array(tripSummarySchema), unreadable: z.array(lostTripSchema) }),
  },
  'library.trash': { input: nothing, output: z.array(trashedTripSchema) },
  'library.restore': { input: z.strictObject({ trashId: z.string() }), output: tripSchema },
  'library.emptyTrash': { input: nothing, output: nothing },

  'trips.create': { input: tripDetailsSchema, output: changed },
  'trips.open': { input: z.strictObject(inTrip), output: tripSchema },
  /** Why the trip can be read and not be changed; `null`: it can be changed. */
  'trips.access': { input: z.strictObject(inTrip), output: z.strictObject({ refusal: failureSchema.nullable() }) },
  'trips.save': { input: z.strictObject({ ...inTrip, changes: tripChangesSchema }), output: changed },
  'trips.delete': { input: z.strictObject(inTrip), output: trashedTripSchema },
  'trips.addSample': { input: nothing, output: z.array(tripSchema) },

  'entries.add': {
    input: z.strictObject({
      ...inTrip,
      kind: z.enum(entryKinds),
      day: daySchema,
      start: instantSchema.nullable(),
      /** What is known already; its kind is the one above. */
      fields: entryChangesSchema.optional(),
      /** What it is to be known by. One that is in the trip already is given the fields: so asking again does no harm. */
      entryId: idSchema.optional(),
    }),
    output: z.strictObject({ ...changed.shape, entryId: idSchema }),
  },
  'entries.save': {
    input: z.strictObject({
      ...inEntry,
      changes: entryChangesSchema,
      /**
       * When the entry was changed last in the state in which it was shown to whoever made these changes. Where it was
       * changed elsewhere since, both changes are merged; without this, these go over the others.
       */
      seen: instantSchema.optional(),
    }),
    output: z.strictObject({
      entry: entrySchema,
      /** Of all entries: a new start may have changed it. */
      order: z.array(idSchema),
      savedAt: instantSchema,
      /** What the next change has seen that was begun before this answer came. */
      seen: instantSchema,
    }),
  },
  'entries.move': {
    /** To a day, before the entry named there; `null`: to its end. */
    input: z.strictObject({ ...inEntry, day: daySchema, before: idSchema.nullable() }),
    output: changed,
  },
  'entries.duplicate': {
    input: z.strictObject(inEntry),
    output: z.strictObject({ ...changed.shape, entryId: idSchema }),
  },
  'entries.delete': { input: z.strictObject(inEntry), output: changed },
  'entries.restore': { input: z.strictObject(inEntry), output: changed },

  'photos.add': {
    input: z.strictObject({ ...inTrip, name: z.string().max(1000), data: bytes }),
    output: z.strictObject({ photo: photoSchema, savedAt: instantSchema }),
  },
  'photos.save': {
    input: z.strictObject({
      ...inTrip,
      photoId: idSchema,
      changes: photoSchema.pick({ caption: true, alt: true, credit: true }).partial(),
    }),
    output: z.strictObject({ photo: photoSchema, savedAt: instantSchema }),
  },

  'report.save': { input: z.strictObject({ ...inTrip, changes: reportChangesSchema }), output: changed },
  'report.compose': { input: z.strictObject(inTrip), output: composition },

  'exports.targets': { input: nothing, output: z.array(exportTargetSchema) },
  'exports.run': {
    input: z.strictObject({
      ...inTrip,
      /** Made by the caller, so that it can cancel and follow what has not answered yet. */
      exportId: idSchema,
      target: z.string(),
      /** Whether an earlier export of that name gives way. */
      replace: z.boolean(),
    }),
    output: exportSummarySchema,
  },
  'exports.cancel': { input: z.strictObject({ exportId: idSchema }), output: nothing },
  'exports.show': { input: z.strictObject({ exportId: idSchema }), output: nothing },

  'imports.run': {
    input: z.strictObject({
      /** Names are relative paths with `/`, as in `bundle/index.md`. */
      files: z.array(z.strictObject({ name: z.string().max(4096), data: bytes })).max(10_000),
      /** The trip that gets the entries; `null`: a new one. */
      tripId: idSchema.nullable(),
    }),
    output: importSummarySchema,
  },

  /** Looks into a file with a trip, and keeps it open. The identifier is made by the caller, as for an export. */
  'archives.read': {
    input: z.strictObject({ archiveId: idSchema, name: z.string().max(4096), data: bytes }),
    output: archiveSchema,
  },
  /** The same with the next file that was opened from outside, and that `archive.waiting` told of; `null`: none waits. */
  'archives.next': { input: inArchive, output: archiveSchema.nullable() },
  /** Takes the trip of a file that is open into the library. */
  'archives.take': { input: inArchive.extend({ way: z.enum(archiveWays) }), output: takenSchema },
  /** Saves a trip as a file; `null`: the user thought better of it. */
  'archives.pack': { input: inArchive.extend({ tripId: idSchema }), output: packedSchema.nullable() },
  'archives.show': { input: inArchive, output: nothing },
  /** Ends what is being done under this identifier, or closes the file that is open under it. */
  'archives.cancel': { input: inArchive, output: nothing },

  /** Newest first. */
  'history.list': { input: z.strictObject(inTrip), output: z.array(versionSchema) },
  'history.compare': {
    /** Of one entry alone; `null`: of the whole trip. */
    input: z.strictObject({ ...inTrip, versionId: versionIdSchema, entryId: idSchema.nullable() }),
    /** What has changed from that version to now. */
    output: z.array(differenceSchema),
  },
  'history.restore': {
    input: z.strictObject({ ...inTrip, versionId: versionIdSchema, entryId: idSchema.nullable() }),
    /** To restore the version that is named there undoes it. */
    output: z.strictObject({ ...changed.shape, undoVersionId: versionIdSchema }),
  },
  /** What all versions of all trips take on the disk. */
  'history.usage': { input: nothing, output: z.strictObject({ bytes: z.int() }) },

  'recovery.inspect': { input: inFolder, output: inspectionSchema },
  'recovery.restore': { input: inFolder.extend({ versionId: versionIdSchema }), output: recovered },
  /** Takes over what the file says where only its checksum is wrong. */
  'recovery.adopt': { input: inFolder, output: recovered },

  'conflicts.list': { input: z.strictObject(inTrip), output: z.array(conflictCopySchema) },
  /** What each side has changed since they were one. */
  'conflicts.compare': {
    input: z.strictObject({ ...inTrip, name: z.string().max(1000) }),
    output: copyComparisonSchema,
  },
  'conflicts.merge': {
    input: z.strictObject({ ...inTrip, name: z.string().max(1000) }),
    /** To restore the version that is named there undoes it. */
    output: z.strictObject({
      ...changed.shape,
      conflicts: z.array(conflictSchema),
      undoVersionId: versionIdSchema,
    }),
  },

  'links.open': { input: z.strictObject({ url: z.string().max(10_000) }), output: nothing },
} as const

/** What the engine or the shell tells the page unasked. */
export const events = {
  /** The trip was changed by somebody else, or its folder came or went: what is shown is to be read anew. */
  'trip.changed': z.strictObject({ tripId: idSchema }),
  'library.changed': nothing,
  /** The trips are still being looked through, which takes its time where there are very many. */
  'library.progress': z.strictObject({ /** From 0 to 1. */ done: z.number() }),
  /** What another computer wrote into a copy of the trip was merged into it when it was opened. */
  'trip.merged': z.strictObject({ tripId: idSchema, conflicts: z.array(conflictSchema) }),
  /** A copy to the backup has begun, or has ended. */
  'backup.changed': backupStatusSchema,
  'restore.progress': z.strictObject({
    restoreId: idSchema,
    /** From 0 to 1. */
    done: z.number(),
    /** The folder or the picture that is being worked on. */
    place: z.string(),
  }),
  'verify.progress': z.strictObject({
    verifyId: idSchema,
    /** From 0 to 1. */
    done: z.number(),
    /** The file that is being read, from the library's folder. */
    place: z.string(),
    /** How many problems were found so far. */
    problems: z.int(),
  }),
  'export.progress': z.strictObject({
    exportId: idSchema,
    /** From 0 to 1. */
    done: z.number(),
    /** What is being done: "Writing pictures". */
    step: z.string(),
  }),
  /** A file was opened from outside, in the file manager: `archives.next` looks into it. */
  'archive.waiting': nothing,
  'archive.progress': z.strictObject({
    archiveId: idSchema,
    /** From 0 to 1. */
    done: z.number(),
    step: z.string(),
  }),
  /** The window is about to close: save what is typed, then answer with `app.flushed`. */
  'app.flush': nothing,
  /** Something has gone wrong around the page, which it says. */
  'app.notice': noticeSchema,
  /** A menu command was chosen. */
  'app.command': z.strictObject({
    command: z.enum([
      'new-trip',
      'import',
      'export',
      'save-copy',
      'settings',
      'trips',
      'journal',
      'report',
      'history',
      'find',
      'keys',
      'report-problem',
      'about',
    ]),
  }),
} as const

export type Channel = keyof typeof channels
export type Input<C extends Channel> = z.input<(typeof channels)[C]['input']>
export type Output<C extends Channel> = z.output<(typeof channels)[C]['output']>
export type EventName = keyof typeof events
export type EventData<E extends EventName> = z.output<(typeof events)[E]>

/** The engine's answer to each channel. A channel without a handler does not compile. */
export type Handlers = { [C in Channel]: Handler<C> }

export type Handler<C extends Channel> = (input: z.output<(typeof channels)[C]['input']>) => Promise<Result<Output<C>>>

/** The two functions that a shell puts before the page. */
export interface Bridge {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>>
  /** Calls back at each event until the function that it returns is called. */
  on<E extends EventName>(event: E, callback: (data: EventData<E>) => void): () => void
  /** The address under which the page can show a picture of a trip. */
  photoAddress(tripId: string, photoId: string): string
}

export type StartInfo = z.infer<typeof startInfo>
export type TripSummary = z.infer<typeof tripSummarySchema>
export type UnreadableTrip = z.infer<typeof unreadableTripSchema>
export type LostTrip = z.infer<typeof lostTripSchema>
export type TrashedTrip = z.infer<typeof trashedTripSchema>
export type ExportTarget = z.infer<typeof exportTargetSchema>
export type ExportSummary = z.infer<typeof exportSummarySchema>
export type Census = z.infer<typeof censusSchema>
export type ImportSummary = z.infer<typeof importSummarySchema>
export type TakenTrip = z.infer<typeof takenSchema>
export type PackedTrip = z.infer<typeof packedSchema>
export type Composition = z.infer<typeof composition>
