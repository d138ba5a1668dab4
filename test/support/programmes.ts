import { blankProgramme, changeProgramme } from '../../electron/journal/programmes/programme-store.ts'
import type { Library } from '../../electron/journal/library/library.ts'
import type { Programme, Session } from '../../electron/shared/programme.ts'
import { ok } from '../../electron/shared/result.ts'
import { valueOf } from './library.ts'

/** A session with the fields that the test is about. */
export function someSession(changes: Partial<Session> = {}): Session {
  return {
    id: crypto.randomUUID(),
    source: 'code-1',
    title: 'State of In-Browser ML',
    subtitle: '',
    type: 'Talk',
    track: 'Machine learning',
    room: 'Europium',
    language: 'en',
    start: '2026-04-15T10:45:00+02:00',
    end: '2026-04-15T11:15:00+02:00',
    day: '2026-04-15',
    speakers: [{ name: 'Oleh Kostromin', role: '', affiliation: '' }],
    abstract: 'What a browser can compute.',
    links: [{ label: 'slides', url: 'https://example.org/slides' }],
    feedbackUrl: '',
    isCancelled: false,
    isDropped: false,
    ...changes,
  }
}

/** A programme with these sessions. */
export function someProgramme(sessions: readonly Session[], changes: Partial<Programme> = {}): Programme {
  return {
    ...blankProgramme('2026-04-01T09:00:00Z', 'Europe/Berlin'),
    title: 'Lantern Conf 2026',
    format: 'example',
    sessions: [...sessions],
    ...changes,
  }
}

/** Stores a programme with these sessions in a trip. */
export async function giveProgramme(
  library: Library,
  tripId: string,
  sessions: readonly Session[],
  changes: Partial<Programme> = {},
): Promise<Programme> {
  return valueOf(await changeProgramme(library, tripId, () => ok(someProgramme(sessions, changes))))
}
