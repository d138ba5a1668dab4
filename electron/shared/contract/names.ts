import type { Channel, EventName } from './index.ts'

/*
 * The names of all channels and events, which the build writes in place of these words (see electron.vite.config.ts). The
 * preload and the start of the main process need no more of the contract than its names, and its schemas would bring
 * zod along.
 */
declare const CHANNEL_NAMES: readonly Channel[]
declare const EVENT_NAMES: readonly EventName[]

export const channelNames: ReadonlySet<Channel> = new Set(CHANNEL_NAMES)
export const eventNames: ReadonlySet<EventName> = new Set(EVENT_NAMES)
