import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { BackedUp } from '../../journal/backup/back-up-library.ts'
import { render, t } from '../../shared/messages/translate.ts'
import { fail, ok } from '../../shared/result.ts'
import { createCommand, examples, remark, runCommand, usageError } from '../command.ts'
import { withProgress } from '../progress.ts'

/** `lanyard backup`: copies what has changed to a second place. */
export function backupCommand(onFailure: () => void): Command {
  const command = createCommand('backup', t('cli.backup.description'))
    .option('--to <dir>', t('cli.backup.to'))
    .addHelpText('after', remark(t('cli.backup.remark')))
    .addHelpText(
      'after',
      examples('lanyard backup', 'lanyard backup --to /media/stick', 'lanyard backup --to /media/stick --json'),
    )
  return command.action(({ to }: { to?: string }) => {
    if (to === '') usageError(command, t('cli.usage.folder-needed', { option: '--to' }))
    return runCommand(command, onFailure, async ({ backup }) => {
      const result = await withProgress((signal, onProgress) => {
        const options = { signal, onProgress }
        return to === undefined ? backup.runAll(options) : backup.runTo(resolve(to), options)
      })
      if (result === null) return fail('input.no-backup-folder')
      if (!result.ok) return result
      const { path, trips, copied, photos, versions } = result.value
      const notes = result.value.notes.map(render)
      const problems = result.value.problems.map(render)
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
  const done = t('cli.backup.copied', { trips: copied, pictures: photos })
  return problems.length > 0
    ? t('cli.backup.incomplete', { path, done })
    : t('cli.backup.complete', { path, done, trips: trips - left.size })
}
