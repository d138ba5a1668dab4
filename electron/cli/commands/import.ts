import type { Command } from 'commander'
import { ok, type Result } from '../../shared/result.ts'
import { carryOut, createCommand, examples } from '../command.ts'
import { findTrip, tripArgument } from '../find-trip.ts'
import { gatherFiles } from '../gather-files.ts'
import type { Journal } from '../journal.ts'

/** `lanyard import FILE…`: a report that was written elsewhere becomes a trip, or part of one. */
export function importCommand(onRefused: () => void): Command {
  const command = createCommand('import', 'Make a trip of a report in Markdown, or add its entries to one.')
    .argument('<file...>', 'Markdown files, and folders with a post and its pictures')
    .option('--trip <trip>', `the trip that gets the entries (else a new one) – ${tripArgument}`)
    .addHelpText(
      'after',
      `\nWhat a file is, is found from what is in it. Pictures that a text shows come along where they lie beside it.\n${examples(
        'lanyard import pycon-us-2024.md',
        'lanyard import ~/blog/content/posts/2026-02-01-fosdem',
        'lanyard import day-2.md --trip "FOSDEM 2026" --json',
      )}`,
    )
  return command.action((paths: string[], options: { trip?: string }) =>
    carryOut(command, onRefused, async (journal) => {
      const into = await findWanted(journal, options.trip)
      if (!into.ok) return into
      const files = await gatherFiles(paths)
      if (!files.ok) return files
      const imported = await journal.call('imports.run', { files: files.value, tripId: into.value })
      if (!imported.ok) return imported
      const { trip, entries, photos, remarks } = imported.value
      const what = `${entries} ${entries === 1 ? 'entry' : 'entries'} and ${photos} ${photos === 1 ? 'picture' : 'pictures'}`
      return ok({
        json: { trip: trip.id, title: trip.title, entries, photos, remarks },
        text:
          into.value === null
            ? `Made the trip "${trip.title}" with ${what}. Its id is ${trip.id}.`
            : `Added ${what} to "${trip.title}".`,
        notes: remarks,
      })
    }),
  )
}

/** The identifier of the trip that is named; `null` where none is. */
async function findWanted(journal: Journal, wanted: string | undefined): Promise<Result<string | null>> {
  if (wanted === undefined) return ok(null)
  const found = await findTrip(journal, wanted)
  return found.ok ? ok(found.value.id) : found
}
