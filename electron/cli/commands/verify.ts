import type { Command } from 'commander'
import { formatSize } from '../../shared/messages/format.ts'
import { listOf, render, t } from '../../shared/messages/translate.ts'
import { ok } from '../../shared/result.ts'
import type { Verification } from '../../shared/verification.ts'
import { alignColumns } from '../columns.ts'
import { createCommand, examples, remark, runCommand } from '../command.ts'
import { withProgress } from '../progress.ts'

/** `lanyard verify`: reads every file and reports damage. */
export function verifyCommand(onFailure: () => void): Command {
  const command = createCommand('verify', t('cli.verify.description'))
    .addHelpText('after', remark(t('cli.verify.remark')))
    .addHelpText(
      'after',
      examples('lanyard verify', 'lanyard verify --library "/media/stick/Lanyard backup"', 'lanyard verify --json'),
    )
  return command.action(() =>
    runCommand(command, onFailure, async ({ library }) => {
      const { verifyLibrary } = await import('../../journal/verify/verify-library.ts')
      const verified = await withProgress((signal, onProgress) =>
        verifyLibrary({ library: library.folder, signal, onProgress }),
      )
      if (!verified.ok) return verified
      const problems = verified.value.findings.filter(({ kind }) => kind === 'problem').length
      const findings = verified.value.findings.map((finding) => ({ ...finding, message: render(finding.message) }))
      const json = { ...verified.value, findings }
      return ok({ json, text: describe(verified.value, problems), isBad: problems > 0 })
    }),
  )
}

function describe(found: Verification, problems: number): string {
  const { trips, entries, pictures, versions, inTrash, bytes, findings, folder } = found
  const counts = listOf([
    t('cli.verify.trips', { count: trips }),
    t('cli.verify.entries', { count: entries }),
    t('cli.verify.pictures', { count: pictures }),
    t('cli.verify.versions', { count: versions }),
    ...(inTrash === 0 ? [] : [t('cli.verify.in-trash', { count: inTrash })]),
  ])
  // Problems come first, so that they are not overlooked among the notes.
  const ordered = findings.toSorted((a, b) => Number(a.kind === 'note') - Number(b.kind === 'note'))
  const rows = ordered.map(({ kind, place, message }) => [t(`cli.verify.kind.${kind}`), `${place}: ${render(message)}`])
  return [
    t('cli.verify.read', { counts, size: formatSize(bytes), folder }),
    ...alignColumns(rows),
    t('cli.verify.result', { problems }),
  ].join('\n')
}
