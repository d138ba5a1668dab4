import type { Facts } from './diagnostics.ts'
import { instantHere } from './log-events.ts'

export interface ReportParts {
  at: Date
  facts: Facts
  /** What is set and what there is, as names and values that name nobody and no place. */
  settings: Readonly<Record<string, string>>
  library: Readonly<Record<string, number>>
  log: string
}

/** The report about a problem, to be read by its owner first. Plain text, lines of any length. */
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
 * Replaces the places of a user in a text. There should be none in it; this is the second lock on that door.
 *
 * @param places absolute paths and what stands for them, as `~`
 */
export function hidePlaces(text: string, places: readonly { path: string; as: string }[]): string {
  const known = places.filter(({ path }) => path.length > 3).toSorted((a, b) => b.path.length - a.path.length)
  return known.reduce((hidden, { path, as }) => hidden.replaceAll(path, as), text)
}
