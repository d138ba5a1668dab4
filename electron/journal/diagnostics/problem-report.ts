import type { Facts } from './diagnostics.ts'
import { instantHere } from './log-events.ts'

export interface ReportParts {
  at: Date
  facts: Facts
  /** Settings and facts as names and values. None of them identifies a person or a place. */
  settings: Readonly<Record<string, string>>
  library: Readonly<Record<string, number>>
  log: string
}

/** Writes a problem report as plain text. The user reads it before sending it. */
export function writeReport({ at, facts, settings, library, log }: ReportParts): string {
  return [
    `Report about a problem with Lanyard, put together on ${instantHere(at)}`,
    'Nothing of it was sent. It holds no titles, texts, names, file names or folders of yours.',
    '',
    part('Versions', facts.versions),
    part('System', facts.system),
    part('Settings', settings),
    part('Library', library),
    'Log, the newest last',
    log.trimEnd() === '' ? '  Nothing is in it.' : log.trimEnd(),
    '',
  ].join('\n')
}

function part(title: string, values: Readonly<Record<string, string | number>>): string {
  const width = Math.max(...Object.keys(values).map((name) => name.length), 0)
  return [title, ...Object.entries(values).map(([name, value]) => `  ${name.padEnd(width)}  ${value}`), ''].join('\n')
}

/**
 * Replaces the user's paths in a text. None should be in it; this is a second line of defence.
 *
 * @param places absolute paths and what to replace them with, such as `~`
 */
export function hidePlaces(text: string, places: readonly { path: string; as: string }[]): string {
  const known = places.filter(({ path }) => path.length > 3).toSorted((a, b) => b.path.length - a.path.length)
  return known.reduce((hidden, { path, as }) => hidden.replaceAll(path, as), text)
}
