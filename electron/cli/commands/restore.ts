import { resolve } from 'node:path'
import type { Command } from 'commander'
import { assertNever, fail, type Result } from '../../shared/result.ts'
import { type Answer, runCommand, createCommand, examples, usageError } from '../command.ts'
import { tripArgument } from '../find-trip.ts'
import type { Journal } from '../journal.ts'
import type { RestoreOptions } from '../restore-options.ts'

/** `lanyard restore TRIP`: goes back to what was. */
export function restoreCommand(onFailure: () => void): Command {
  const command = createCommand('restore', 'Bring a trip, or one entry of it, back to what it was.')
    .argument('<trip>', tripArgument)
    .option('--list', 'list the versions that are kept, and change nothing')
    .option('--version <version>', 'the version to go back to')
    .option('--entry <entry>', 'this entry alone: its id, the first characters of it, or its exact title')
    .option('--from <dir>', 'a backup, or another library, to restore from')
    .option('--keep-content', 'take over what a damaged file says where only its checksum is wrong')
    .addHelpText(
      'after',
      `\nA trip that cannot be read gets the newest version that can, and its damaged file is kept. A trip in the trash comes out of it.
What was there before is kept as a version first, and how to go back to it is said.\n${examples(
        'lanyard restore "PyCon DE 2026" --list',
        'lanyard restore "PyCon DE 2026" --version 20260414T101500123Z',
        'lanyard restore "PyCon DE 2026" --version 20260414T101500123Z --entry "Arrival"',
        'lanyard restore 2026-04-14-pycon-de-2026',
        'lanyard restore "PyCon DE 2026" --from /media/stick',
      )}`,
    )
  return command.action((wanted: string, options: RestoreOptions) => {
    if (options.from === '') usageError(command, 'The option --from needs the name of a folder.')
    if (options.keepContent && (options.version ?? options.entry ?? options.from) !== undefined) {
      usageError(command, 'The option --keep-content stands alone: it takes what is in the file, and nothing else.')
    }
    return runCommand(command, onFailure, (journal) => restore(journal, wanted, options))
  })
}

async function restore(journal: Journal, wanted: string, options: RestoreOptions): Promise<Result<Answer>> {
  // What every command would load, and hardly any needs.
  const { findRestorable } = await import('../find-restorable.ts')
  const { listFrom, restoreFromElsewhere } = await import('../restore-from-elsewhere.ts')
  const { listVersions, restoreReadable, restoreUnreadable, restoreFromTrash } = await import('../restore-here.ts')
  const { from, list, version } = options
  if (from !== undefined) {
    const place = resolve(from)
    return list ? await listFrom(journal, place, wanted) : await restoreFromElsewhere(journal, place, wanted, options)
  }
  const found = await findRestorable(journal, wanted)
  if (!found.ok) return found
  const { value } = found
  switch (value.kind) {
    case 'readable':
      return list ? await listVersions(journal, value.tripId) : await restoreReadable(journal, value, options)
    case 'unreadable':
      return await restoreUnreadable(journal, value.folder, options)
    case 'trash':
      if (list || version !== undefined) {
        return fail(
          'input.invalid',
          `"${value.title}" is in the trash. Take it out first: "lanyard restore" and its name alone.`,
        )
      }
      return await restoreFromTrash(journal, value.trashId)
    case 'versions':
      // The library itself is where it is restored from.
      return list
        ? await listVersions(journal, value.tripId)
        : await restoreFromElsewhere(journal, journal.library.folder, value.tripId, options)
    default:
      return assertNever(value)
  }
}
