import { resolve } from 'node:path'
import type { Command } from 'commander'
import { t } from '../../shared/messages/translate.ts'
import { assertNever, fail, type Result } from '../../shared/result.ts'
import { type Answer, createCommand, examples, remark, runCommand, usageError } from '../command.ts'
import type { Journal } from '../journal.ts'
import type { RestoreOptions } from '../restore-options.ts'

/** `lanyard restore TRIP`: restores a trip, or one entry of it. */
export function restoreCommand(onFailure: () => void): Command {
  const command = createCommand('restore', t('cli.restore.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .option('--list', t('cli.restore.list'))
    .option('--version <version>', t('cli.restore.version'))
    .option('--entry <entry>', t('cli.restore.entry'))
    .option('--from <dir>', t('cli.restore.from'))
    .option('--keep-content', t('cli.restore.keep-content'))
    .addHelpText('after', remark(t('cli.restore.remark')))
    .addHelpText(
      'after',
      examples(
        'lanyard restore "PyCon DE 2026" --list',
        'lanyard restore "PyCon DE 2026" --version 20260414T101500123Z',
        'lanyard restore "PyCon DE 2026" --version 20260414T101500123Z --entry "Arrival"',
        'lanyard restore 2026-04-14-pycon-de-2026',
        'lanyard restore "PyCon DE 2026" --from /media/stick',
      ),
    )
  return command.action((wanted: string, options: RestoreOptions) => {
    if (options.from === '') usageError(command, t('cli.usage.folder-needed', { option: '--from' }))
    if (options.keepContent && (options.version ?? options.entry ?? options.from) !== undefined) {
      usageError(command, t('cli.usage.keep-content-alone'))
    }
    return runCommand(command, onFailure, (journal) => restore(journal, wanted, options))
  })
}

async function restore(journal: Journal, wanted: string, options: RestoreOptions): Promise<Result<Answer>> {
  // Every command would load these, but hardly any needs them.
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
        return fail('input.trip-in-trash', { title: value.title })
      }
      return await restoreFromTrash(journal, value.trashId)
    case 'versions':
      // The versions come from the library itself.
      return list
        ? await listVersions(journal, value.tripId)
        : await restoreFromElsewhere(journal, journal.library.folder, value.tripId, options)
    default:
      return assertNever(value)
  }
}
