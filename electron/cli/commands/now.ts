import type { Command } from 'commander'
import { formatFullDate } from '../../shared/messages/format.ts'
import { t } from '../../shared/messages/translate.ts'
import { type Now, nowAt, type Timed } from '../../shared/programme/now-at.ts'
import { ok } from '../../shared/result.ts'
import { clockAt, dayAt, now } from '../../shared/time.ts'
import { alignColumns } from '../columns.ts'
import { createCommand, examples, runCommand } from '../command.ts'
import { findProgramme } from '../find-session.ts'
import { readMoment } from '../moment.ts'
import { formatTimes, titleWithSpeakers } from './schedule.ts'

/** `lanyard now TRIP`: shows what is on and what comes next. */
export function nowCommand(onFailure: () => void): Command {
  const command = createCommand('now', t('cli.now.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .option('--at <time>', t('cli.now.at'))
    .addHelpText(
      'after',
      examples('lanyard now "PyCon DE 2026"', 'lanyard now 8a3f --at 2026-04-15T10:50:00+02:00 --json'),
    )
  return command.action((wanted: string, { at: typed }: { at?: string }) =>
    runCommand(command, onFailure, async (journal) => {
      const found = await findProgramme(journal, wanted)
      if (!found.ok) return found
      const { id, timeZone, firstDay, lastDay } = found.value.trip
      const trip = await journal.call('trips.open', { tripId: id })
      if (!trip.ok) return trip
      const at = typed === undefined ? ok(now()) : readMoment(typed, dayAt(now(), timeZone), timeZone, '--at')
      if (!at.ok) return at
      const { entries } = trip.value
      const moment = nowAt({ ...found.value.state, entries, firstDay, lastDay, timeZone, at: at.value })
      return ok({ json: jsonOf(moment), text: describe(moment, timeZone) })
    }),
  )
}

const started = (one: Timed) => ({ ...jsonOfTimed(one), minutesLeft: one.minutes })
const toCome = (one: Timed) => ({ ...jsonOfTimed(one), minutesUntil: one.minutes })

function jsonOf({ at, day, isConferenceDay, on, current, next, nextStarred, nextDay }: Now) {
  return {
    at,
    day,
    isConferenceDay,
    on: on.map(started),
    current: current === null ? null : started(current),
    next: next.map(toCome),
    nextStarred: nextStarred === null ? null : toCome(nextStarred),
    nextDay: nextDay === null ? null : toCome(nextDay),
  }
}

function jsonOfTimed({ session, entry, title, room, day, start, end, speakers, star, attendance }: Timed) {
  return {
    id: session?.id ?? null,
    entry: entry?.id ?? null,
    title,
    room,
    day,
    start,
    end,
    speakers: speakers.map(({ name }) => name),
    starred: star !== null,
    attendance,
  }
}

function describe({ at, day, on, next, nextDay }: Now, timeZone: string): string {
  const rows = alignColumns([...on, ...next].map((one, index) => rowOf(one, index < on.length, timeZone)))
  const [running, coming] = [rows.slice(0, on.length), rows.slice(on.length)].map((lines) =>
    lines.map((line) => `  ${line}`),
  )
  const tomorrow =
    nextDay === null
      ? []
      : [
          t('cli.now.next-day', {
            day: formatFullDate(nextDay.day),
            time: clockAt(nextDay.start, timeZone),
            title: nextDay.title,
          }),
        ]
  return [
    t('cli.now.moment', { day: formatFullDate(day), time: clockAt(at, timeZone) }),
    ...(on.length === 0 ? [t('cli.now.nothing')] : [t('cli.now.on'), ...(running ?? [])]),
    ...(next.length === 0 ? [] : [t('cli.now.next'), ...(coming ?? [])]),
    ...tomorrow,
  ].join('\n')
}

function rowOf(one: Timed, isOn: boolean, timeZone: string): string[] {
  const { minutes } = one
  return [
    formatTimes(one, timeZone),
    isOn ? t('cli.now.left', { minutes }) : t('cli.now.until', { minutes }),
    one.room,
    titleWithSpeakers({ title: one.title, speakers: [...one.speakers] }),
  ]
}
