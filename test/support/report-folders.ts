import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './programs.ts'

/** A finished report as a file, and its trip. */
export interface ReportFile {
  /** Without the extension: `.md`, or `.txt` for the same report as a browser saved it. */
  name: string
  folder: string
  /** Names of pictures beside it. */
  pictures: string[]
  trip: { title: string; firstDay: string; lastDay: string; city: string }
  /** When it was published, as a date; `null` if it does not say. */
  published: string | null
}

/** Our own reports, written for these tests: a conference and people that do not exist. */
const fixtures = join(root, 'test', 'fixtures', 'reports')

/** Published reports, on which our own are modelled. They are not part of the project. */
export const samples = join(root, '..', 'shared', 'samples', 'reports')
export const hasSamples = existsSync(samples)
if (!hasSamples) process.stdout.write('Skipped: the published reports are not beside this checkout.\n')

const ifThere = (report: ReportFile): ReportFile[] => (hasSamples ? [report] : [])

/** Reports with a heading for each of three days, and closing remarks. */
export const reportsByDay: readonly ReportFile[] = [
  {
    name: 'by-day',
    folder: fixtures,
    pictures: [],
    trip: { title: 'Lantern Conf 2026', firstDay: '2026-04-21', lastDay: '2026-04-23', city: 'Utrecht' },
    published: '2026-05-02',
  },
  ...ifThere({
    name: 'pycon-de-2026',
    folder: samples,
    pictures: [],
    trip: { title: 'PyCon DE 2026', firstDay: '2026-04-14', lastDay: '2026-04-16', city: 'Darmstadt' },
    published: '2026-04-21',
  }),
]

/** Reports with sections by theme, some of them with headings inside. */
export const reportsByTheme: readonly ReportFile[] = [
  {
    name: 'by-theme',
    folder: fixtures,
    pictures: ['snakefest-logo.png'],
    trip: { title: 'SnakeFest 2025', firstDay: '2025-06-09', lastDay: '2025-06-14', city: 'Porto' },
    published: null,
  },
  ...ifThere({
    name: 'pycon-us-2024',
    folder: samples,
    pictures: ['kafkai-logo.png'],
    trip: { title: 'PyCon US 2024', firstDay: '2024-05-15', lastDay: '2024-05-23', city: 'Pittsburgh' },
    published: null,
  }),
]
