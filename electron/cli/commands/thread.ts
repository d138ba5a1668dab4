import { type Command, Option } from 'commander'
import { t } from '../../shared/messages/translate.ts'
import { formatThread } from '../../shared/report/format-thread.ts'
import { type NetworkId, networkIds } from '../../shared/report/networks.ts'
import { reportKindRows } from '../../shared/report/report-kinds.ts'
import { ok } from '../../shared/result.ts'
import { createCommand, examples, runCommand } from '../command.ts'
import { findReport } from '../find-report.ts'
import { findTrip, notesOn } from '../find-trip.ts'

interface ThreadOptions {
  report?: string
  network?: NetworkId
}

/** `lanyard thread TRIP`: prints a report as the messages of a thread. */
export function threadCommand(onFailure: () => void): Command {
  const command = createCommand('thread', t('cli.thread.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .option('--report <report>', t('cli.argument.report'))
    .addOption(new Option('--network <network>', t('cli.thread.network')).choices(networkIds))
    .addHelpText('after', examples('lanyard thread "PyCon DE 2026" --report bluesky > thread.txt'))
  return command.action((wanted: string, { report: named, network }: ThreadOptions) =>
    runCommand(command, onFailure, async (journal) => {
      const found = await findTrip(journal, wanted)
      if (!found.ok) return found
      const tripId = found.value.id
      const trip = await journal.call('trips.open', { tripId })
      if (!trip.ok) return trip
      const report = findReport(trip.value, named)
      if (!report.ok) return report
      const { id: reportId, kind = 'blog' } = report.value
      const chosen = network ?? reportKindRows[kind].network ?? 'mastodon'
      const thread = await journal.call('report.thread', { tripId, reportId, network: chosen })
      if (!thread.ok) return thread
      const { parts } = thread.value
      return ok({
        json: { trip: tripId, report: reportId, network: chosen, parts },
        text: formatThread(parts),
        notes: notesOn(found.value),
      })
    }),
  )
}
