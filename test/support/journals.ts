import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Imported, ImportFile } from '../../electron/journal/importers/importer.ts'
import { findImporter } from '../../electron/journal/importers/index.ts'
import { openBundle } from '../../electron/journal/importers/open-bundle.ts'
import { unpackArchives } from '../../electron/journal/importers/unpack-archives.ts'
import type { Message } from '../../electron/shared/messages/message.ts'
import { fail, ok, type Result } from '../../electron/shared/result.ts'
import { joplin, obsidian, redNotebook, wordPress } from './journals/marked-up-journals.ts'
import { dayOne, dayOneText, journey, jrnlJson, jrnlText, miniDiary } from './journals/plain-journals.ts'
import type { WrittenJournal } from './journals/written-journal.ts'
import { importDefaults } from './reports.ts'

/** Third-party journals, which are not part of the project. Tests that need them are skipped without them. */
export const journalSamples = join(import.meta.dirname, '..', '..', '..', 'shared', 'samples', 'journals')

export const hasJournalSamples = existsSync(journalSamples)

/** Which importer recognized some files, what it read, and what was left out of archives. */
export interface ReadJournal extends Imported {
  format: string
  remarks: readonly Message[]
}

/** Read the files of a journal as an import does, archives included. */
export async function readJournal(
  files: readonly ImportFile[],
  defaults = importDefaults,
): Promise<Result<ReadJournal>> {
  const unpacked = await unpackArchives(files)
  if (!unpacked.ok) return unpacked
  const bundle = openBundle(unpacked.value.files)
  if (!bundle.ok) return bundle
  const importer = findImporter(bundle.value)
  if (importer === undefined) return fail('import.unknown', { known: [] })
  const read = importer.read(bundle.value, defaults, () => {})
  if (!read.ok) return read
  const remarks = [...read.value.draft.remarks, ...unpacked.value.remarks]
  return ok({ ...read.value, format: importer.id, remarks })
}

/** One journal in the shape of each format. */
export const writtenJournals: readonly WrittenJournal[] = [
  dayOne,
  dayOneText,
  journey,
  miniDiary,
  jrnlJson,
  jrnlText,
  joplin,
  redNotebook,
  wordPress,
  obsidian,
]

const wordsIn = (written: string): string[] => (written.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted()

/** The words of one text that another does not have, or has fewer times. */
export function lostWords(before: string, after: string): string[] {
  const counts = new Map<string, number>()
  for (const word of wordsIn(after)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return wordsIn(before).filter((word) => {
    const count = counts.get(word) ?? 0
    counts.set(word, count - 1)
    return count <= 0
  })
}
