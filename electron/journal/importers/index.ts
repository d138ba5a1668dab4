import type { Bundle, Importer } from './importer.ts'
import { dayOne } from './journals/day-one/index.ts'
import { joplin } from './journals/joplin/index.ts'
import { journey } from './journals/journey/index.ts'
import { jrnl } from './journals/jrnl/index.ts'
import { markdownFolder } from './journals/markdown-folder/index.ts'
import { miniDiary } from './journals/mini-diary/index.ts'
import { redNotebook } from './journals/red-notebook/index.ts'
import { journalImporter } from './journals/read-journal.ts'
import { wordPress } from './journals/wordpress/index.ts'
import { markdownReport } from './markdown-report.ts'

/** All formats that can be imported; the first that recognizes the files reads them. */
export const importers: readonly Importer[] = [
  journalImporter(dayOne),
  journalImporter(journey),
  journalImporter(miniDiary),
  journalImporter(jrnl),
  journalImporter(joplin),
  journalImporter(redNotebook),
  journalImporter(wordPress),
  journalImporter(markdownFolder),
  markdownReport,
]

export function findImporter(bundle: Bundle): Importer | undefined {
  return importers.find((importer) => importer.detect(bundle))
}
