import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readProgrammeText } from '../../electron/journal/programmes/read-programme-text.ts'
import type { ExpectedDays, ReadProgramme } from '../../electron/journal/programmes/read-programme.ts'
import { resolveProgramme } from '../../electron/journal/programmes/resolve-programme.ts'
import { type Programme, programmeSchema, type Session } from '../../electron/shared/programme.ts'
import type { Result } from '../../electron/shared/result.ts'
import { inWords } from './in-words.ts'
import { valueOf } from './library.ts'
import { root } from './programs.ts'

/** Programmes of real conferences, which are not part of the project. */
export const sampleProgrammes = join(root, '..', 'shared', 'samples', 'schedules')
export const hasSampleProgrammes = existsSync(sampleProgrammes)

export const sampleProgramme = (name: string): Uint8Array => readFileSync(join(sampleProgrammes, name))

export const programmeFixture = (name: string): string =>
  readFileSync(join(root, 'test', 'fixtures', 'programmes', name), 'utf8')

/** Reads a text, bytes, or a value that is written as JSON. */
export function readAny(
  content: unknown,
  name = '',
  expected: ExpectedDays = { firstDay: null, today: '2026-06-01' },
): Result<{ format: string; read: ReadProgramme }> {
  const data = typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content)
  return readProgrammeText({ data, name, expected })
}

/** The programme of a trip, checked against its schema. */
export function programmeFrom(content: unknown, timeZone = 'Europe/Zurich'): Programme {
  const { format, read } = valueOf(readAny(content))
  const origin = { format, address: '', fileName: '', importedAt: '2026-06-01T12:00:00Z' }
  return programmeSchema.parse(resolveProgramme(read, read.timeZone ?? timeZone, origin))
}

/** The session of this title. Throws if there is none. */
export function titled(sessions: readonly Session[], title: string): Session {
  const found = sessions.find((session) => session.title === title)
  if (found === undefined) throw new Error(`There is no session ${title}.`)
  return found
}

/** The only session of a programme. Throws if there are others. */
export function oneSession(content: unknown): Session {
  const [only, ...others] = programmeFrom(content).sessions
  if (only === undefined || others.length > 0) throw new Error('There is not exactly one session.')
  return only
}

/** A schedule in the manner of frab with one event, as somebody writes it by hand. */
export const byHand = (event: object, day: object = {}, conference: object = {}) => ({
  schedule: {
    conference: {
      title: 'By hand',
      days: [{ date: '2026-06-12', rooms: { Hall: [event] }, ...day }],
      ...conference,
    },
  },
})

export const namesOf = ({ speakers }: Session) => speakers.map(({ name }) => name)

/** What a reader is told about a programme, in words. */
export const remarksOf = (content: unknown) => inWords(valueOf(readAny(content)).read.remarks)
