import { inMegabytes, MAX_PROGRAMME_BYTES } from '../../shared/import-limits.ts'
import { message } from '../../shared/messages/message.ts'
import { MAX_SESSIONS } from '../../shared/programme.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { dayAt, now } from '../../shared/time.ts'
import { weighJson } from '../trip-file/weigh-json.ts'
import { decodeProgramme } from './decode-programme.ts'
import { programmeFormats } from './formats/index.ts'
import type { ExpectedDays, ReadProgramme } from './read-programme.ts'

/** What may be a programme. */
export interface ProgrammeInput {
  /** The bytes of a file, or a text that was pasted. */
  readonly data: Uint8Array | string
  /** The file's name, or the last part of its address; empty if it was pasted. */
  readonly name: string
  /** For dates without a year, and numbers instead of dates. Without it, they are taken to be near to today. */
  readonly expected?: ExpectedDays
}

export interface RecognisedProgramme {
  /** The id of its format. */
  readonly format: string
  readonly read: ReadProgramme
}

/** Reads a programme in any of the known formats, which it recognises from the content alone. */
export function readProgrammeText({
  data,
  name,
  expected = { firstDay: null, today: dayAt(now(), 'UTC') },
}: ProgrammeInput): Result<RecognisedProgramme> {
  if (data.length > MAX_PROGRAMME_BYTES) {
    return fail('programme.too-large', { limit: inMegabytes(MAX_PROGRAMME_BYTES) })
  }
  const decoded = typeof data === 'string' ? { text: data, isGuessed: false, isWide: false } : decodeProgramme(data)
  if (decoded === null) return fail('programme.not-text')
  const text = decoded.text.replace(/^\ufeff/, '')
  if (text.trim() === '') return fail('programme.empty')
  const json = parseJson(text, typeof data === 'string' || decoded.isWide ? Buffer.from(text) : data)
  if (!json.ok) return json
  const input = { text, name, json: json.value, expected }
  const format = programmeFormats.find((one) => one.detect(input))
  if (format === undefined) return fail('programme.unknown-format')
  const parsed = format.parse(input)
  if (!parsed.ok) return parsed
  const { sessions, remarks } = parsed.value
  if (sessions.length === 0) return fail('programme.no-sessions')
  if (sessions.length > MAX_SESSIONS) {
    return fail('programme.too-many-sessions', { count: sessions.length, limit: MAX_SESSIONS })
  }
  const added = [
    ...(decoded.isGuessed ? [message('programme.remark-encoding')] : []),
    ...(sessions.every(({ start }) => start === null) ? [message('programme.remark-no-times')] : []),
  ]
  return ok({ format: format.id, read: { ...parsed.value, remarks: [...remarks, ...added] } })
}

/**
 * `undefined` if the text is not JSON at all; a failure if it begins as JSON, and does not go on as JSON, or is nested as
 * no programme is.
 *
 * @param bytes the text in an encoding in which ASCII is one byte each
 */
function parseJson(text: string, bytes: Uint8Array): Result<unknown> {
  if (!/^\s*[[{]/.test(text)) return ok(undefined)
  // A table may begin with a bracket, but nothing else that is not JSON has a name in quotation marks or another bracket
  // right behind it.
  const isJson = /^\s*(?:\{\s*["}]|\[\s*[[{])/.test(text)
  // Parsing brackets takes fifty times their memory, and nothing stops it halfway.
  if (weighJson(bytes, Infinity, Infinity) === 'hopeless') {
    return isJson ? fail('programme.unknown-format') : ok(undefined)
  }
  try {
    return ok(JSON.parse(text))
  } catch {
    return isJson ? fail('programme.json-damaged') : ok(undefined)
  }
}
