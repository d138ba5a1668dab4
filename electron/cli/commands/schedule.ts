import type { Command } from 'commander'
import { formatFullDate } from '../../shared/messages/format.ts'
import { listOf, t } from '../../shared/messages/translate.ts'
import { noMark, type Session } from '../../shared/programme.ts'
import { fail, ok } from '../../shared/result.ts'
import { clockAt, daySchema } from '../../shared/time.ts'
import { alignColumns } from '../columns.ts'
import { createCommand, examples, runCommand } from '../command.ts'
import { findProgramme, type TripProgramme } from '../find-session.ts'

/** `lanyard schedule TRIP`: shows the programme of a trip, by day. */
export function scheduleCommand(onFailure: () => void): Command {
  const command = createCommand('schedule', t('cli.schedule.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .option('--day <date>', t('cli.schedule.day'))
    .option('--starred', t('cli.schedule.starred'))
    .addHelpText(
      'after',
      examples('lanyard schedule "PyCon DE 2026" --starred', 'lanyard schedule 8a3f --day 2026-04-15 --json'),
    )
  return command.action((wanted: string, { day, starred }: { day?: string; starred?: true }) =>
    runCommand(command, onFailure, async (journal) => {
      if (day !== undefined && !daySchema.safeParse(day).success) {
        return fail('input.not-a-date', { value: day, example: '2026-04-14' })
      }
      const found = await findProgramme(journal, wanted)
      if (!found.ok) return found
      const { trip, state } = found.value
      const { marks } = state.plan
      const sessions = found.value.sessions.filter(
        (session) =>
          (day === undefined || session.day === day) && (!starred || (marks[session.id] ?? noMark).star !== null),
      )
      const shown = { ...found.value, sessions }
      return ok({
        json: { sessions: sessions.map((session) => jsonOf(session, shown)) },
        text: sessions.length === 0 ? t('cli.schedule.none', { trip: trip.title }) : describe(shown),
      })
    }),
  )
}

function jsonOf(session: Session, { state }: TripProgramme) {
  const { id, title, start, end, day, room, track, type, language, speakers } = session
  const { star, attendance } = state.plan.marks[id] ?? noMark
  return {
    id,
    title,
    start,
    end,
    day,
    room,
    track,
    type,
    language,
    speakers: speakers.map(({ name }) => name),
    starred: star !== null,
    attendance,
  }
}

/** All sessions are rows of one table, so that the columns are aligned across days. */
function describe({ trip, state, sessions }: TripProgramme): string {
  const rows = alignColumns(
    sessions.map((session) => [formatTimes(session, trip.timeZone), session.room, formatSession(session, state.plan)]),
  )
  const lines = rows.flatMap((row, index) => {
    const day = sessions[index]?.day ?? null
    const isFirst = index === 0 || day !== (sessions[index - 1]?.day ?? null)
    const heading = day === null ? t('cli.schedule.no-time') : formatFullDate(day)
    return [...(isFirst ? ['', heading] : []), `  ${row}`]
  })
  return lines.slice(1).join('\n')
}

/** `10:45–11:15`, in the venue's zone. */
export function formatTimes({ start, end }: Pick<Session, 'start' | 'end'>, timeZone: string): string {
  if (start === null) return ''
  return end === null ? clockAt(start, timeZone) : `${clockAt(start, timeZone)}–${clockAt(end, timeZone)}`
}

function formatSession(session: Session, { marks }: TripProgramme['state']['plan']): string {
  const { star, attendance } = marks[session.id] ?? noMark
  const notes = [
    ...(session.isCancelled ? [t('cli.schedule.cancelled')] : []),
    ...(session.isDropped ? [t('cli.schedule.dropped')] : []),
    ...(star === null ? [] : [t('cli.schedule.star', { star })]),
    ...(attendance === null ? [] : [t(`cli.attendance.${attendance}`)]),
  ]
  return `${titleWithSpeakers(session)}${notes.length === 0 ? '' : ` (${listOf(notes, 'unit')})`}`
}

/** `State of In-Browser ML – Oleh Kostromin` */
export function titleWithSpeakers({ title, speakers }: Pick<Session, 'title' | 'speakers'>): string {
  const names = speakers.map(({ name }) => name).join(', ')
  return `${title}${names && ` – ${names}`}`
}
