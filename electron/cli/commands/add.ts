import { type Command, Option } from 'commander'
import type { TripSummary } from '../../shared/contract/library.ts'
import { entryName } from '../../shared/entries/entry-name.ts'
import { t } from '../../shared/messages/translate.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { addDays, dayAt, daySchema, now } from '../../shared/time.ts'
import { type EntryKind, entryKinds } from '../../shared/trip.ts'
import { type Answer, collect, createCommand, examples, runCommand, usageError } from '../command.ts'
import {
  addFieldOptions,
  addSharedFieldOptions,
  type FieldOptions,
  givenFields,
  kindOf,
  readFields,
  strayOptions,
} from '../entry-fields.ts'
import { findProgramme, findSession } from '../find-session.ts'
import { findTrip } from '../find-trip.ts'
import type { Journal } from '../journal.ts'
import { dayIn, readEnd, readMoment } from '../moment.ts'
import { readPipedText, readTextFile } from '../read-text.ts'

/** `lanyard add TRIP`: adds an entry. */
export function addCommand(onFailure: () => void): Command {
  const command = createCommand('add', t('cli.add.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .addOption(new Option('--kind <kind>', t('cli.add.kind')).choices(entryKinds))
    .option('--from <session>', t('cli.add.from'))
    .option('--day <date>', t('cli.add.day'))
    .option('--start <time>', t('cli.add.start'))
  addSharedFieldOptions(command)
  command
    .option('--tag <tag>', t('cli.option.tag'), collect)
    .option('--highlight', t('cli.add.highlight'))
    .option('--private', t('cli.add.private'))
  addFieldOptions(command)
  command
    .optionsGroup(t('cli.add.group.text'))
    .option('--text <markdown>', t('cli.add.text'))
    .addOption(new Option('--file <path>', t('cli.add.file')).conflicts('text'))
    .addHelpText(
      'after',
      examples(
        'lanyard add "PyCon DE 2026" --title Arrival --day 2026-04-13 --start 18:40 --text "Two trains and a tram."',
        'lanyard add 8a3f --title "State of In-Browser ML" --speaker "Oleh K." --speaker "Iryna K.; ; Data Lab" \\\n' +
          '      --day 2026-04-15 --start 10:45 --end 11:15 --room Europium --link "slides=https://example.org/s" < notes.md',
        'lanyard add 8a3f --who "Maris N." --role student --context "in the queue for coffee" --file maris.md',
      ),
    )
  return command.action((wanted: string, options: AddOptions) => {
    const given: FieldOptions = command.opts()
    const kind = options.from === undefined ? kindOf(options.kind, given) : 'talk'
    if (options.from !== undefined && options.kind !== undefined && options.kind !== kind) {
      usageError(command, t('cli.usage.conflict', { first: '--from', second: '--kind' }))
    }
    const strays = strayOptions(kind, given)
    if (strays.length > 0) usageError(command, t(`cli.add.stray.${kind}`, { options: strays }))
    if (options.from !== undefined) {
      return runCommand(command, onFailure, (journal) => addFromSession(journal, wanted, options, given))
    }
    return runCommand(command, onFailure, async (journal) => {
      const trip = await findTrip(journal, wanted)
      if (!trip.ok) return trip
      const when = readWhen(trip.value, options)
      if (!when.ok) return when
      const text = await readText(options)
      if (!text.ok) return text
      const { day, start, end } = when.value
      const fields = { kind, ...commonFields(options, text.value), ...readFields(kind, given, end) }
      const added = await journal.call('entries.add', { tripId: trip.value.id, kind, day, start, fields })
      if (!added.ok) return added
      const { entryId, savedAt } = added.value
      const entry = added.value.trip.entries.find(({ id }) => id === entryId)
      const name = entry === undefined ? '' : entryName(entry)
      return ok({
        json: { trip: trip.value.id, entry: entryId, kind, day, start, savedAt },
        text: t(`cli.add.done.${kind}`, { name, day, trip: trip.value.title }),
      })
    })
  })
}

/** The options of `lanyard add` besides those of {@link addSharedFieldOptions} and {@link addFieldOptions}. */
interface AddOptions {
  from?: string
  kind?: EntryKind
  day?: string
  start?: string
  end?: string
  tag?: string[]
  highlight?: true
  private?: true
  text?: string
  file?: string
}

/** Adds an entry about a session of the programme. Options that are given replace what the programme says. */
async function addFromSession(
  journal: Journal,
  wanted: string,
  options: AddOptions,
  given: FieldOptions,
): Promise<Result<Answer>> {
  const found = await findProgramme(journal, wanted)
  if (!found.ok) return found
  const { trip } = found.value
  const session = findSession(found.value, options.from ?? '')
  if (!session.ok) return session
  const { start, end } = options
  const when = start === undefined && end === undefined ? null : readWhen(trip, options)
  if (when?.ok === false) return when
  const text = await readText(options)
  if (!text.ok) return text
  const [tripId, sessionId] = [trip.id, session.value.id]
  const written = await journal.call('programme.write', { tripId, sessionId })
  if (!written.ok) return written
  const { entryId, isNew, savedAt } = written.value
  if (!isNew) return fail('programme.entry-exists', { title: session.value.title })
  const fields = givenFields('talk', given, when?.value.end ?? null)
  const changes = { kind: 'talk' as const, ...commonFields(options, text.value), ...fields }
  const saved = await journal.call('entries.save', { tripId, entryId, changes })
  if (!saved.ok) return saved
  const { entry } = saved.value
  const { day } = entry
  return ok({
    json: { trip: tripId, entry: entryId, kind: 'talk', day, start: entry.start, session: sessionId, savedAt },
    text: t('cli.add.done.talk', { name: entryName(entry), day, trip: trip.title }),
  })
}

function commonFields(options: AddOptions, text: string) {
  return {
    text,
    tags: options.tag ?? [],
    highlight: options.highlight === true,
    private: options.private === true,
  }
}

interface When {
  day: string
  start: string | null
  end: string | null
}

function readWhen(trip: TripSummary, { day: typedDay, start: typedStart, end: typedEnd }: AddOptions): Result<When> {
  const day = typedDay ?? dayOf(typedStart, trip)
  if (!daySchema.safeParse(day).success) return fail('input.not-a-date', { value: day, example: trip.firstDay })
  const start = typedStart === undefined ? ok(null) : readMoment(typedStart, day, trip.timeZone, '--start')
  if (!start.ok) return start
  const days: [string, string] = [day, addDays(day, 1)]
  const end = typedEnd === undefined ? ok(null) : readEnd(typedEnd, start.value, days, trip.timeZone)
  return end.ok ? ok({ day, start: start.value, end: end.value }) : end
}

/** The day in a typed start; without one, today or the day of the trip that is nearest to today. */
function dayOf(start: string | undefined, trip: TripSummary): string {
  const named = start === undefined ? null : dayIn(start)
  if (start !== undefined && named !== null) {
    const moment = readMoment(start, named, trip.timeZone, '--start')
    return moment.ok ? dayAt(moment.value, trip.timeZone) : named
  }
  const today = dayAt(now(), trip.timeZone)
  // The days of travel belong to the trip. What is written at home later goes under the last day.
  if (today < addDays(trip.firstDay, -1)) return trip.firstDay
  return today > addDays(trip.lastDay, 1) ? trip.lastDay : today
}

function readText({ text, file }: AddOptions): Promise<Result<string>> {
  if (text !== undefined) return Promise.resolve(ok(text))
  return file === undefined ? readPipedText() : readTextFile(file)
}
