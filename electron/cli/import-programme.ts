import { basename } from 'node:path'
import { diskFailure } from '../journal/disk/disk-failure.ts'
import { openRegularFile, readLimited } from '../journal/disk/open-file.ts'
import type { ProgrammeChange, ProgrammeSource, UnderstoodProgramme } from '../shared/contract/programme.ts'
import { inMegabytes, MAX_PROGRAMME_BYTES } from '../shared/import-limits.ts'
import { message } from '../shared/messages/message.ts'
import { formatDays } from '../shared/messages/format.ts'
import { render, t } from '../shared/messages/translate.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { addDays, daySchema, daysBetween, isTimeZone } from '../shared/time.ts'
import { alignColumns } from './columns.ts'
import type { Answer } from './command.ts'
import type { Journal } from './journal.ts'

/** The options of `lanyard import` for programmes. */
export interface ProgrammeOptions {
  dryRun?: true
  title?: string
  firstDay?: string
  lastDay?: string
  timeZone?: string
}

export function isAddress(typed: string): boolean {
  return /^https?:\/\//i.test(typed)
}

/** As much of a file as it takes to see what it is, in bytes. */
const BEGINNING = 4096

/** Whether a file begins as a programme does, and no report. The importer says whether it is one. */
export async function isProgramme(path: string): Promise<boolean> {
  try {
    const file = await openRegularFile(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0)
      return beginsAsProgramme(buffer.toString('utf8', 0, bytesRead)) || /\.(?:ics|csv|tsv|json|xml)$/i.test(path)
    } finally {
      await file.close()
    }
  } catch {
    // Importing the file fails in the same way, and reports the reason.
    return false
  }
}

function beginsAsProgramme(text: string): boolean {
  return /^\ufeff?\s*(?:\{\s*["}]|\[\s*[{\]]|<\?xml|<schedule|<iCalendar|BEGIN:VCALENDAR)/i.test(text)
}

/** Imports a programme into a trip, or makes a trip from it. */
export async function importProgramme(
  journal: Journal,
  typed: string,
  tripId: string | null,
  options: ProgrammeOptions,
): Promise<Result<Answer>> {
  const problem = problemOf(options)
  if (problem !== null) return problem
  const source = isAddress(typed) ? ok({ from: 'address' as const, address: typed }) : await readFile(typed)
  if (!source.ok) return source
  const understood = await journal.runJob('programme.understand', { source: source.value, tripId })
  if (!understood.ok) return understood
  const { draftId, details, guessedTimeZone, changes } = understood.value
  const remarks = understood.value.remarks.map(render)
  const summary = [describe(understood.value), ...describeChanges(changes)]
  const { title = details.title, firstDay = details.firstDay, lastDay = lastDayOf(understood.value, options) } = options
  if (firstDay !== null && lastDay !== null && lastDay < firstDay)
    return fail('input.days-reversed', { firstDay, lastDay })
  if (options.dryRun) {
    const days = firstDay === null || lastDay === null ? [] : [formatDays(firstDay, lastDay)]
    // Only a new trip gets a name and days.
    const trip = tripId === null ? [[title, ...days].filter((part) => part !== '').join(', ')] : []
    const text = [...trip, ...summary, ...remarks, t('cli.import.dry')].filter((line) => line !== '').join('\n')
    const json = { trip: tripId, title, ...(tripId === null && { firstDay, lastDay }), ...jsonOf(understood.value) }
    return ok({ json: { ...json, remarks }, text })
  }
  const timeZone = options.timeZone ?? details.timeZone ?? (tripId === null ? null : guessedTimeZone)
  if (timeZone === null) return fail('programme.no-time-zone', { option: '--time-zone', guess: guessedTimeZone })
  if (tripId === null && title.trim() === '') return fail('programme.no-title', { option: '--title' })
  const applied = await journal.call('programme.apply', {
    draftId,
    tripId,
    details: { ...details, title, firstDay, lastDay, timeZone },
  })
  if (!applied.ok) return applied
  const { trip, linked } = applied.value
  const { sessions } = understood.value
  const done =
    tripId === null
      ? t('cli.import.programme-created', { title: trip.title, sessions, id: trip.id })
      : t('cli.import.programme-added', { title: trip.title, sessions })
  return ok({
    json: { trip: trip.id, title: trip.title, ...jsonOf(understood.value), linked: linked.length, remarks },
    text: [
      done,
      ...(linked.length > 0 ? [t('cli.import.linked', { count: linked.length })] : []),
      ...summary,
      ...remarks,
    ].join('\n'),
  })
}

/** Where the days are only assumed, the last one is as long after the first as in the programme. */
function lastDayOf({ details, assumed }: UnderstoodProgramme, { firstDay }: ProgrammeOptions): string | null {
  if (assumed === null || firstDay === undefined || details.firstDay === null || details.lastDay === null) {
    return details.lastDay
  }
  return addDays(firstDay, daysBetween(details.firstDay, details.lastDay))
}

function problemOf({ firstDay, lastDay, timeZone }: ProgrammeOptions): Result<never> | null {
  for (const value of [firstDay, lastDay]) {
    if (value !== undefined && !daySchema.safeParse(value).success) {
      return fail('input.not-a-date', { value, example: '2026-04-14' })
    }
  }
  if (timeZone === undefined || isTimeZone(timeZone)) return null
  return fail('programme.not-a-time-zone', { value: timeZone, example: 'Europe/Berlin' })
}

async function readFile(path: string): Promise<Result<ProgrammeSource>> {
  try {
    const file = await openRegularFile(path)
    try {
      const { size } = await file.stat()
      if (size > MAX_PROGRAMME_BYTES) {
        return fail('input.file-too-large', { name: path, limit: inMegabytes(MAX_PROGRAMME_BYTES) })
      }
      const data = new Uint8Array(await readLimited(file, MAX_PROGRAMME_BYTES))
      return ok({ from: 'file', name: basename(path), data })
    } finally {
      await file.close()
    }
  } catch (error) {
    return diskFailure(error, message('attempt.read-file', { name: path }))
  }
}

function describe({ sessions, days, rooms, speakers }: UnderstoodProgramme): string {
  return t('cli.import.programme-size', { sessions, days, rooms, speakers })
}

/** What is rewritten is left out: nobody reads hundreds of lines about abstracts. */
function describeChanges(changes: readonly ProgrammeChange[]): string[] {
  const shown = changes.filter(({ kind, isYours }) => kind !== 'rewritten' || isYours)
  const rows = shown.map(({ kind, before, after, isYours, isGuessed }) => [
    t('cli.import.change', { kind }),
    (after ?? before)?.title ?? '',
    isYours ? t('cli.import.change-yours') : '',
    isGuessed ? t('cli.import.change-guessed') : '',
  ])
  return alignColumns(rows).map((row) => `  ${row}`)
}

function jsonOf({ format, address, sessions, days, rooms, speakers, changes }: UnderstoodProgramme) {
  return {
    format,
    address,
    sessions,
    days,
    rooms,
    speakers,
    changes: changes.map(({ kind, before, after, isYours, isGuessed }) => ({
      kind,
      session: (before ?? after)?.id ?? null,
      before: before?.title ?? null,
      after: after?.title ?? null,
      isYours,
      isGuessed,
    })),
  }
}
