import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { BackedUp } from '../../journal/backup/back-up-library.ts'
import { fail, ok } from '../../shared/result.ts'
import { runCommand, createCommand, examples, usageError } from '../command.ts'
import { count } from '../count.ts'
import { withProgress } from '../progress.ts'

/** `lanyard backup`: copies what is new to a second place. */
export function backupCommand(onFailure: () => void): Command {
  const command = createCommand('backup', 'Copy your trips to a second place: a stick, or another disk.')
    .option('--to <dir>', 'the folder that gets the copy (else the one in the settings)')
    .addHelpText(
      'after',
      `\nThe copy is a library of its own, in a folder "Lanyard backup". What was copied before is not copied again, and no trip
is ever removed from it. "lanyard verify --library" reads it to the last file, "lanyard restore --from" brings trips back.\n${examples(
        'lanyard backup',
        'lanyard backup --to /media/stick',
        'lanyard backup --to /media/stick --json',
      )}`,
    )
  return command.action(({ to }: { to?: string }) => {
    if (to === '') usageError(command, 'The option --to needs the name of a folder.')
    return runCommand(command, onFailure, async ({ backup }) => {
      const result = await withProgress((signal, tell) => {
        const asked = { signal, onProgress: tell }
        return to === undefined ? backup.runAll(asked) : backup.runTo(resolve(to), asked)
      })
      if (result === null) {
        return fail(
          'input.invalid',
          'No folder is chosen for the backup. Name one with --to, or choose it in the settings.',
        )
      }
      if (!result.ok) return result
      const { path, trips, copied, photos, versions, notes } = result.value
      const problems = result.value.problems.map(({ message }) => message)
      return ok({
        json: { path, trips, copied, photos, versions, notes, problems },
        text: describe(result.value),
        notes: [...notes, ...problems],
        isBad: problems.length > 0,
      })
    })
  })
}

function describe({ path, trips, copied, photos, problems, left }: BackedUp): string {
  const done =
    copied === 0
      ? 'Nothing was new.'
      : `${count(copied, 'trip was', 'trips were')} copied now${photos === 0 ? '' : `, with ${count(photos, 'picture', 'pictures')}`}.`
  if (problems.length > 0) return `Not everything could be copied to ${path}. ${done}`
  return `${count(trips - left.size, 'trip is', 'trips are')} in ${path}. ${done}`
}
