import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringifyMarkdown } from '../../electron/journal/markdown/stringify-markdown.ts'
import { composePost } from '../../electron/journal/report/compose-post.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import { hasProgram, root } from '../support/programs.ts'
import { inventTrip } from './invent-trip.ts'
import { compare, type Measurement, type Skipped, takeTurns, timed } from './measurement.ts'

const ENTRIES = 1_000
const TEXT_LENGTH = 1_000
const TITLE = 'A thousand entries'
const targets = ['html', 'docx', 'epub'] as const

/**
 * Exports as scripts start them: a process that reads the trip, writes the file, reads it back and compares it, against a
 * process of pandoc that converts the same text from Markdown.
 */
export async function measureDocuments(folder: string): Promise<(Measurement | Skipped)[]> {
  if (!hasProgram('pandoc')) return [{ name: 'exports of 1,000 entries to documents', skipped: 'there is no pandoc' }]
  const trip = inventTrip(TITLE, ENTRIES, TEXT_LENGTH)
  const library = openLibrary({ folder: join(folder, 'library') })
  const created = await library.create(trip)
  if (!created.ok) throw new Error(render(created.error))
  await library.close()
  const markdown = join(folder, 'post.md')
  await writeFile(markdown, stringifyMarkdown(composePost(trip).post.tree))

  const results: Measurement[] = []
  for (const target of targets) {
    const ours = [join(root, 'electron/cli/bin.js'), 'export', TITLE, '--to', target, '--out', join(folder, 'exports')]
    const theirs = ['--from', 'gfm', '--standalone', '--metadata', `title=${TITLE}`, markdown]
    const samples = await takeTurns(
      3,
      1,
      () => timed(async () => run(process.execPath, [...ours, '--replace', '--library', library.folder])),
      () => timed(async () => run('pandoc', [...theirs, '--output', join(folder, `pandoc.${target}`)])),
    )
    const against = 'pandoc from the same Markdown, both from start to end'
    results.push(
      compare({ name: `export of 1,000 entries to ${target}`, against, statistic: 'median', target: 1 / 3 }, samples),
    )
  }
  return results
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}
