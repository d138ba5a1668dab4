import { z } from 'zod'
import { menuCommands } from '../commands.ts'
import { writeFrame } from '../first-frame/frame-tree.ts'
import { noticeSchema, problemSchema } from '../problem.ts'
import { keptPlaceSchema } from '../kept-place.ts'
import { settingsSchema, themes } from '../settings.ts'
import { idSchema } from '../trip.ts'
import { channel, nothing } from './channel.ts'

export const startInfoSchema = z.strictObject({
  shell: z.enum(['desktop', 'browser']),
  version: z.string(),
  settings: settingsSchema,
  /** The library in use, absolute. */
  library: z.string(),
  /** The folder for exports, absolute. */
  exports: z.string(),
  /** The library was given on the command line or in the environment, which overrides the settings. */
  libraryIsFixed: z.boolean(),
  /** Whether the library is read-only. */
  readOnly: z.boolean(),
  /** Whether the shell has dialogs to choose folders. */
  canChooseFolders: z.boolean(),
  /** Whether the shell can notify the user of something while other programs are in front. */
  canRemind: z.boolean(),
  /** Whether the shell can listen for keys while other programs are in front. */
  canCapture: z.boolean(),
  /** How far the clock at the venue is ahead of the real one, in milliseconds; `null` if it was not set. */
  clockShift: z.number().nullable(),
  /** Where the window was in this library when it was closed; `null` if it was in no trip. */
  place: keptPlaceSchema.nullable(),
})

/** What the library shows, as the page describes it for the next start. */
export const shownFrameSchema = z.strictObject({
  nodes: z.array(z.unknown()).refine((nodes) => writeFrame(nodes) !== null, 'not a frame'),
  /** The state of the library that is shown. */
  revision: z.string(),
  theme: z.enum(themes),
  /** The BCP 47 tag of the language. */
  language: z.string(),
  /** From when on it may have to show something else, such as another number of days; milliseconds since 1970. */
  validUntil: z.int(),
})

export type ShownFrame = z.infer<typeof shownFrameSchema>

/** The program itself: starting, quitting, licences. */
export const appChannels = {
  'app.start': channel({ input: nothing, output: startInfoSchema }),
  'app.flushed': channel({ input: z.strictObject({ unsaved: z.int().nonnegative() }), output: nothing }),
  /** Notes where the window is, for the next time it opens. */
  'app.keepPlace': channel({ input: z.strictObject({ place: keptPlaceSchema.nullable() }), output: nothing }),
  /** Keeps what the library shows, as the first frame of the next start. */
  'app.keepFrame': channel({ input: shownFrameSchema, output: nothing }),
  /** Logs an error that nothing in the page handled. */
  'app.problem': channel({ input: problemSchema, output: nothing }),
  'app.about': channel({
    input: nothing,
    output: z.strictObject({ versions: z.record(z.string(), z.string()), hasNotices: z.boolean() }),
  }),
  /** The licences of the software that Lanyard includes; `null` if this build has no such file. */
  'app.notices': channel({ input: nothing, output: z.strictObject({ text: z.string().nullable() }) }),
  /** Shows a quiet notice of the system that a talk begins soon. Clicking it opens what is on now. */
  'app.remind': channel({
    input: z.strictObject({ tripId: idSchema, title: z.string().max(1000), body: z.string().max(1000) }),
    output: nothing,
  }),
  /** Saves unsaved text and restarts, with or without the graphics card. */
  'app.restart': channel({ input: z.strictObject({ graphics: z.enum(['hardware', 'software']) }), output: nothing }),
}

export const appEvents = {
  /** The window is about to close: save unsaved text, then respond with `app.flushed`. */
  'app.flush': nothing,
  /** Something went wrong outside the page, and the page should report it. */
  'app.notice': noticeSchema,
  /** A notice about a talk was clicked. */
  'app.openReminder': z.strictObject({ tripId: idSchema }),
  /** A menu command was chosen. */
  'app.command': z.strictObject({ command: z.enum(menuCommands) }),
}

export type StartInfo = z.infer<typeof startInfoSchema>
