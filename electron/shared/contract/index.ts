import type { z } from 'zod'
import type { PackedAnswer } from './packed-answer.ts'
import type { Result } from '../result.ts'
import { appChannels, appEvents } from './app.ts'
import { archiveChannels, archiveEvents } from './archives.ts'
import { backupChannels, backupEvents } from './backup.ts'
import { captureChannels, captureEvents } from './capture.ts'
import { checkChannels } from './check.ts'
import { conflictChannels } from './conflicts.ts'
import { destinationChannels } from './destinations.ts'
import { diagnosticsChannels } from './diagnostics.ts'
import { entryChannels } from './entries.ts'
import { exportChannels } from './exports.ts'
import { historyChannels } from './history.ts'
import { importChannels } from './imports.ts'
import { jobChannels, jobEvents } from './jobs.ts'
import { libraryChannels, libraryEvents } from './library.ts'
import { linkChannels } from './links.ts'
import { peopleChannels, peopleEvents } from './people.ts'
import { photoChannels } from './photos.ts'
import { programmeChannels, programmeEvents } from './programme.ts'
import { recoveryChannels } from './recovery.ts'
import { reportChannels } from './report.ts'
import { restoreChannels } from './restore.ts'
import { searchChannels, searchEvents } from './search.ts'
import { settingsChannels } from './settings.ts'
import { tripChannels, tripEvents } from './trips.ts'
import { verifyChannels } from './verify.ts'

/**
 * Everything that a shell can ask of the engine: the input, output and limits of each channel. Inputs are parsed at the
 * boundary; unknown keys are rejected. A channel's name is its domain, a dot, and a verb.
 */
export const channels = {
  ...appChannels,
  ...archiveChannels,
  ...backupChannels,
  ...captureChannels,
  ...checkChannels,
  ...conflictChannels,
  ...destinationChannels,
  ...diagnosticsChannels,
  ...entryChannels,
  ...exportChannels,
  ...historyChannels,
  ...importChannels,
  ...jobChannels,
  ...libraryChannels,
  ...linkChannels,
  ...peopleChannels,
  ...photoChannels,
  ...programmeChannels,
  ...recoveryChannels,
  ...reportChannels,
  ...restoreChannels,
  ...searchChannels,
  ...settingsChannels,
  ...tripChannels,
  ...verifyChannels,
}

/** The events that the engine or the shell sends to the page. */
export const events = {
  ...appEvents,
  ...archiveEvents,
  ...backupEvents,
  ...captureEvents,
  ...jobEvents,
  ...libraryEvents,
  ...peopleEvents,
  ...programmeEvents,
  ...searchEvents,
  ...tripEvents,
}

export type Channel = keyof typeof channels
export type Input<C extends Channel> = z.input<(typeof channels)[C]['input']>
export type Output<C extends Channel> = z.output<(typeof channels)[C]['output']>
/** The channels that start a job. */
export type JobChannel = { [C in Channel]: (typeof channels)[C]['job'] extends null ? never : C }[Channel]
/** The input of a call that starts a job, without the job's id. */
export type JobInput<C extends JobChannel> = Omit<Input<C>, 'jobId'>
export type EventName = keyof typeof events
export type EventData<E extends EventName> = z.output<(typeof events)[E]>

/** The first half of a channel's name: `entries` in `entries.save`. */
export type Domain = FirstHalf<Channel>
type FirstHalf<C extends string> = C extends `${infer D}.${string}` ? D : never
export type ChannelOf<D extends Domain> = Extract<Channel, `${D}.${string}`>

export type Handler<C extends Channel> = (input: z.output<(typeof channels)[C]['input']>) => Promise<Result<Output<C>>>

/** The engine's implementation of each channel. A missing handler is a compile error. */
export type Handlers = { [C in Channel]: Handler<C> }

export function isChannel(name: unknown): name is Channel {
  return typeof name === 'string' && Object.hasOwn(channels, name)
}

/** What the desktop shell offers the page: a bridge whose long answers are packed. */
export interface ShellBridge extends Omit<Bridge, 'call'> {
  /** @param known the name of the newest state of a long trip that the page was sent, if any */
  call<C extends Channel>(channel: C, input: Input<C>, known?: string): Promise<Result<Output<C>> | PackedAnswer>
}

/** The two functions that a shell offers the page. */
export interface Bridge {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>>
  /** Calls back on each event until the returned function is called. */
  on<E extends EventName>(event: E, callback: (data: EventData<E>) => void): () => void
  /** The address under which the page can show a picture of a trip. */
  photoAddress(tripId: string, photoId: string): string
}
