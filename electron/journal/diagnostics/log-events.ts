import type { Channel } from '../../shared/contract/index.ts'
import type { Graphics, Problem, ScrubbedError } from '../../shared/problem.ts'
import type { FailureCode } from '../../shared/result.ts'

declare const isVersion: unique symbol
/** A version number, which begins with digits and dots. */
export type Version = string & { readonly [isVersion]: true }

/** @returns `0.0.0` if the text is not a version number */
export function asVersion(text: string | undefined): Version {
  return (
    text !== undefined && /^\d{1,6}(?:\.\d{1,6}){0,3}(?:[-+.][\w.+-]{1,40})?$/.test(text) ? text : '0.0.0'
  ) as Version
}

/** Why one of Chromium's processes ended. */
export type Ending =
  | 'clean-exit'
  | 'abnormal-exit'
  | 'killed'
  | 'crashed'
  | 'oom'
  | 'launch-failed'
  | 'integrity-failure'
  | 'memory-eviction'

/**
 * All events that can be logged, with their fields. No field takes arbitrary text, so that nothing a user has typed and
 * no name of a file or folder can ever get into the log.
 */
export interface LogEvents {
  started: {
    lanyard: Version
    electron: Version
    chromium: Version
    node: Version
    platform: NodeJS.Platform
    arch: NodeJS.Architecture
    packaged: boolean
    sandbox: boolean
    graphics: Graphics
  }
  /** How Chromium renders, logged soon after the start. */
  graphics: { compositing: GraphicsStatus; rasterization: GraphicsStatus }
  'page.ready': { ms: number }
  /** The page could not be loaded; the number is Chromium's error code. */
  'page.failed': { error: number }
  'page.gone': { reason: Ending; exit: number }
  /** The page stopped responding, or responds again. */
  'page.answers': { answers: boolean }
  /** The page was reopened; `times` counts its crashes within a minute, and is 0 if it had gone elsewhere. */
  'page.reopened': { times: number }
  'process.gone': { process: HelperProcess; reason: Ending; exit: number }
  'channel.failed': { channel: Channel; failure: FailureCode; ms: number }
  'channel.slow': { channel: Channel; ms: number }
  'error.main': { kind: 'thrown' | 'rejected'; error: ScrubbedError }
  'error.engine': { channel: Channel; error: ScrubbedError }
  'error.page': { kind: Problem['kind']; error: ScrubbedError }
  /** The system is about to sleep, shut down or end the session: unsaved text is saved first. */
  system: { state: 'suspend' | 'shutdown' | 'session-end' }
  /** A language has no dictionary, because it could not be installed or because Chromium looked for a different one. */
  'spelling.missing': { failure: FailureCode | null }
  quit: { minutes: number }
  /** The number of lines that were left out because too many came at once. */
  'log.skipped': { lines: number }
}

export type HelperProcess = 'GPU' | 'Utility' | 'Zygote' | 'Sandbox helper' | 'other'

const graphicsStatuses = [
  ...(['enabled', 'enabled_on', 'enabled_force', 'enabled_force_on', 'enabled_readback'] as const),
  ...(['disabled_off', 'disabled_off_ok', 'disabled_software', 'unavailable_off', 'unavailable_off_ok'] as const),
  ...(['unavailable_software', 'unknown'] as const),
] as const

export type GraphicsStatus = (typeof graphicsStatuses)[number]

export function asGraphicsStatus(text: string | undefined): GraphicsStatus {
  return graphicsStatuses.find((status) => status === text) ?? 'unknown'
}

const levels = {
  started: 'info',
  graphics: 'info',
  'page.ready': 'info',
  'page.failed': 'error',
  'page.gone': 'error',
  'page.answers': 'warn',
  'page.reopened': 'warn',
  'process.gone': 'warn',
  'channel.failed': 'warn',
  'channel.slow': 'warn',
  'error.main': 'error',
  'error.engine': 'error',
  'error.page': 'error',
  system: 'info',
  'spelling.missing': 'warn',
  quit: 'info',
  'log.skipped': 'warn',
} as const satisfies Record<keyof LogEvents, 'info' | 'warn' | 'error'>

/**
 * Formats a line of the log, without its line break: `2026-04-14T10:45:00.123+02:00 warn channel.failed
 * channel=entries.save …`.
 *
 * @param at the moment, shown with the offset of this computer's clock
 */
export function logLine<E extends keyof LogEvents>(at: Date, event: E, fields: LogEvents[E]): string {
  return [instantHere(at), levels[event], event, ...Object.entries(fields).flatMap(wordsOf)].join(' ')
}

const two = (count: number) => String(count).padStart(2, '0')

/**
 * Formats a moment as ISO 8601 with the offset of this computer's clock, so that the log matches the user's memory of
 * the day.
 */
export function instantHere(at: Date): string {
  const offset = -at.getTimezoneOffset()
  const local = new Date(at.getTime() + offset * 60_000).toISOString().slice(0, -1)
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  return `${local}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`
}

function wordsOf([key, value]: [string, unknown]): string[] {
  if (value === null) return []
  if (Array.isArray(value)) return value.length === 0 ? [] : [`${key}=${value.map(plain).join('<')}`]
  if (typeof value === 'object') return Object.entries(value).flatMap(wordsOf)
  return [`${key}=${plain(value)}`]
}

/** The types allow nothing else; this check still holds if somebody bypassed them with a cast. */
function plain(value: unknown): string {
  const text =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '?'
  const safe = text.replaceAll(/[^A-Za-z0-9_.:/#+ -]/g, '?').slice(0, 200)
  return safe.includes(' ') ? `"${safe}"` : safe
}
