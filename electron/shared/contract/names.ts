import type { Channel, EventName } from './index.ts'

/*
 * The names of all channels and events; the build replaces these identifiers with them (see electron.vite.config.ts).
 * The preload script and the start of the main process only need the names, and the contract's schemas would bring in
 * zod.
 */
declare const CHANNEL_NAMES: readonly Channel[]
declare const EVENT_NAMES: readonly EventName[]

export const channelNames: ReadonlySet<Channel> = new Set(CHANNEL_NAMES)
export const eventNames: ReadonlySet<EventName> = new Set(EVENT_NAMES)
