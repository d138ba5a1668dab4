import type { Command } from 'commander'
import { ok } from '../../shared/result.ts'
import type { Verification } from '../../shared/verification.ts'
import { runCommand, createCommand, examples } from '../command.ts'
import { count } from '../count.ts'
import { withProgress } from '../progress.ts'

/** `lanyard verify`: reads every file, and says what is wrong. */
export function verifyCommand(onFailure: () => void): Command {
  const command = createCommand(
    'verify',
    'Read every file of your trips, and say what is wrong with them.',
  ).addHelpText(
    'after',
    `\nChecked are the trips with their checksums, their pictures with theirs, the pictures that texts show, the earlier
versions, and what is in the trash. Nothing is changed. It ends with 1 where a problem was found. A backup is checked in the same way:
name its folder with --library.\n${examples(
      'lanyard verify',
      'lanyard verify --library "/media/stick/Lanyard backup"',
      'lanyard verify --json',
    )}`,
  )
  return command.action(() =>
    runCommand(command, onFailure, async ({ library }) => {
      const { verifyLibrary } = await import('../../journal/verify/verify-library.ts')
      const verified = await withProgress((signal, tell) =>
        verifyLibrary({ library: library.folder, signal, onProgress: tell }),
      )
      if (!verified.ok) return verified
      const problems = verified.value.findings.filter(({ kind }) => kind === 'problem').length
      return ok({ json: verified.value, text: describe(verified.value, problems), isBad: problems > 0 })
    }),
  )
}

function describe(found: Verification, problems: number): string {
  const { trips, entries, pictures, versions, inTrash, bytes, findings } = found
  const read = [
    count(trips, 'trip', 'trips'),
    count(entries, 'entry', 'entries'),
    count(pictures, 'picture', 'pictures'),
    count(versions, 'earlier version', 'earlier versions'),
    ...(inTrash === 0 ? [] : [`${count(inTrash, 'trip', 'trips')} in the trash`]),
  ]
  // What is wrong comes first, and where it cannot be overlooked.
  const ordered = findings.toSorted((a, b) => Number(a.kind === 'note') - Number(b.kind === 'note'))
  return [
    `Read ${read.join(', ')}: ${(bytes / 1_000_000).toFixed(1)} MB in ${found.folder}.`,
    ...ordered.map(({ kind, place, message }) => `${kind === 'problem' ? 'PROBLEM' : 'note   '}  ${place}: ${message}`),
    problems === 0 ? 'Everything is as it should be.' : `${count(problems, 'problem was', 'problems were')} found.`,
  ].join('\n')
}
