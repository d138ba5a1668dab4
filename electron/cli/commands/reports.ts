import { type Command, Option } from 'commander'
import { render, t } from '../../shared/messages/translate.ts'
import { arrangePost } from '../../shared/report/arrange-report.ts'
import { reportsOf } from '../../shared/report/in-report.ts'
import { reportKindRows, makeReport } from '../../shared/report/report-kinds.ts'
import { uniqueName } from '../../shared/report/unique-name.ts'
import { reportName } from '../../shared/report/report-name.ts'
import { ok, type Result } from '../../shared/result.ts'
import { daySchema } from '../../shared/time.ts'
import { type OtherReport, type ReportKind, reportKinds, type Trip } from '../../shared/trip.ts'
import { columns } from '../columns.ts'
import { type Answer, createCommand, examples, runCommand, usageError } from '../command.ts'
import { nameOf, seenIn } from '../find-report.ts'
import { findTrip, notesOn } from '../find-trip.ts'
import type { Journal } from '../journal.ts'

interface ReportsOptions {
  add?: ReportKind
  name?: string
  day?: string
}

/** `lanyard reports TRIP`: lists the reports of a trip, or adds one. */
export function reportsCommand(onFailure: () => void): Command {
  const command = createCommand('reports', t('cli.reports.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .addOption(new Option('--add <kind>', t('cli.reports.add')).choices(reportKinds))
    .option('--name <name>', t('cli.reports.name'))
    .option('--day <date>', t('cli.reports.day'))
    .addHelpText(
      'after',
      examples(
        'lanyard reports "PyCon DE 2026"',
        'lanyard reports "PyCon DE 2026" --add memo',
        'lanyard reports "PyCon DE 2026" --add day --day 2026-04-15',
      ),
    )
  return command.action((wanted: string, { add, name, day }: ReportsOptions) => {
    if (add === undefined && (name ?? day) !== undefined) usageError(command, t('cli.reports.add-needed'))
    const isOfDay = add !== undefined && reportKindRows[add].isOfDay === true
    if (isOfDay !== (day !== undefined)) usageError(command, t('cli.reports.day-needed'))
    if (day !== undefined && !daySchema.safeParse(day).success) usageError(command, t('cli.search.not-a-day', { day }))
    return runCommand(command, onFailure, async (journal) => {
      const found = await findTrip(journal, wanted)
      if (!found.ok) return found
      const trip = await journal.call('trips.open', { tripId: found.value.id })
      if (!trip.ok) return trip
      if (add !== undefined) return await addReport(journal, trip.value, add, { name, day })
      const reports = reportsOf(trip.value)
      return ok({
        json: { reports: reports.map((report) => valuesOf(report, trip.value)) },
        text: describe(reports, trip.value),
        notes: notesOn(found.value),
      })
    })
  })
}

async function addReport(
  journal: Journal,
  trip: Trip,
  kind: ReportKind,
  { name = '', day = trip.firstDay }: Pick<ReportsOptions, 'name' | 'day'>,
): Promise<Result<Answer>> {
  const programme = await journal.call('programme.read', { tripId: trip.id })
  const plan = programme.ok ? programme.value.plan : null
  const made = makeReport(kind, name.trim(), { trip, plan, day, newId: () => crypto.randomUUID() })
  const others = reportsOf(trip).map(nameOf)
  const unique = uniqueName(render(reportName(made)), others)
  const report = unique === render(reportName(made)) ? made : { ...made, name: unique }
  const saved = await journal.call('report.put', { tripId: trip.id, report, at: null })
  if (!saved.ok) return saved
  return ok({
    json: { trip: trip.id, report: valuesOf(report, saved.value.trip), savedAt: saved.value.savedAt },
    text: t('cli.reports.added', { name: nameOf(report), id: report.id, entries: entriesIn(report, saved.value.trip) }),
  })
}

/** The number of entries that the post of a report has. */
function entriesIn(report: OtherReport, trip: Trip): number {
  return arrangePost(seenIn(trip, report)).parts.reduce((sum, { entries }) => sum + entries.length, 0)
}

function valuesOf(report: OtherReport, trip: Trip) {
  const { id, kind = 'blog', title } = report
  return { id, name: nameOf(report), kind, title, entries: entriesIn(report, trip) }
}

function describe(reports: readonly OtherReport[], trip: Trip): string {
  return columns(
    [t('cli.column.id'), t('cli.column.name'), t('cli.column.title'), t('cli.column.entries')],
    reports.map((report) => [report.id.slice(0, 8), nameOf(report), report.title, entriesIn(report, trip)]),
  )
}
