import type { Command } from 'commander'
import { type CheckRemark, factCodes } from '../../shared/check/remark.ts'
import { entryName } from '../../shared/entries/entry-name.ts'
import { render, t } from '../../shared/messages/translate.ts'
import { ok } from '../../shared/result.ts'
import type { Trip } from '../../shared/trip.ts'
import { createCommand, examples, runCommand } from '../command.ts'
import { findReport } from '../find-report.ts'
import { findTrip, notesOn } from '../find-trip.ts'
import { safeLine } from '../terminal-text.ts'

/** `lanyard check TRIP`: says what is probably wrong or unfinished in a trip and its report. */
export function checkCommand(onFailure: () => void): Command {
  const command = createCommand('check', t('cli.check.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .option('--report <report>', t('cli.argument.report'))
    .option('--strict', t('cli.check.strict'))
    .option('--to <target>', t('cli.check.to'))
    .addHelpText(
      'after',
      examples('lanyard check "PyCon DE 2026"', 'lanyard check "PyCon DE 2026" --to devto --strict --json'),
    )
  return command.action(
    (wanted: string, { strict, to, report: named }: { strict?: true; to?: string; report?: string }) =>
      runCommand(command, onFailure, async (journal) => {
        const found = await findTrip(journal, wanted)
        if (!found.ok) return found
        const tripId = found.value.id
        const trip = await journal.call('trips.open', { tripId })
        if (!trip.ok) return trip
        const report = findReport(trip.value, named)
        if (!report.ok) return report
        const reportId = report.value.id
        const checked = await journal.call('check.run', { tripId, reportId, ...(to !== undefined && { target: to }) })
        if (!checked.ok) return checked
        const { remarks } = checked.value
        return ok({
          json: { remarks: remarks.map(valuesOf) },
          text: describe(remarks, trip.value),
          notes: notesOn(found.value),
          isBad: strict === true && remarks.length > 0,
        })
      }),
  )
}

/** What programs get of a remark: the words in question, or the sentence if it is about no words. */
function valuesOf({ code, entryId, text, suggestion, message }: CheckRemark) {
  return { code, entryId, text: text === '' ? render(message) : text, suggestion }
}

function describe(remarks: readonly CheckRemark[], { entries }: Trip): string {
  if (remarks.length === 0) return t('cli.check.none')
  const names = new Map(entries.map((entry) => [entry.id, entryName(entry)]))
  const facts: readonly string[] = factCodes
  const lines = remarks.map(({ code, entryId, message }) => {
    const name = entryId === null || !facts.includes(code) ? undefined : names.get(entryId)
    const sentence = safeLine(render(message))
    return name === undefined ? sentence : t('cli.check.in-entry', { sentence, name: safeLine(name) })
  })
  return [...lines, t('cli.check.count', { count: remarks.length })].join('\n')
}
