import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CACHE_FOLDER } from '../../electron/journal/trip-folder/library-folders.ts'
import { encodeTrip } from '../../electron/journal/trip-file/trip-file.ts'
import { root } from '../support/programs.ts'
import { openDesktop } from './desktop.ts'
import { inventTrip } from './invent-trip.ts'
import { compare, type Measurement, quantile, type Skipped, takeTurns, timed } from './measurement.ts'
import { type Start, startDesktop } from '../support/start-desktop.ts'
import { TRIP_FILE } from '../../electron/journal/trip-folder/trip-json.ts'

const NAME = 'opening a library of 1,000 trips and 100,000 entries'
const TRIPS = 1_000
const ENTRIES = 100
const TEXT_LENGTH = 300
/** How long a start goes on, in milliseconds, to keep what the next ones begin with. */
const STAYS = 5_000
/** How many files are read at once, as when a library is listed. */
const MAX_PARALLEL = 8

/** Time from the start of the process until the list of trips is visible, compared to an empty library. */
export async function measureBigLibrary(folder: string): Promise<(Measurement | Skipped)[]> {
  const desktop = await openDesktop()
  if (typeof desktop === 'string') return [{ name: NAME, skipped: desktop }]
  const [big, empty, home] = [join(folder, 'big'), join(folder, 'empty'), join(folder, 'home')]
  for (let index = 0; index < TRIPS; index++) {
    const place = join(big, `2026-04-14-trip-${index}`)
    await mkdir(place, { recursive: true })
    await writeFile(join(place, TRIP_FILE), encodeTrip(inventTrip(`Trip ${index}`, ENTRIES, TEXT_LENGTH)))
  }
  await Promise.all([mkdir(empty), mkdir(home)])
  await desktop.give(folder)

  // Each has a folder of its own for the program, as for a user who has only one library.
  const open = (library: string, shown: string, stays = 0): Promise<Start> => {
    const args = [...desktop.flags, root, `--user-data-dir=${library}-own`, '--library', library]
    return startDesktop({ program: desktop.program, args, environment: desktop.environment(home), shown, stays })
  }
  const starts = { big: [] as Start[], empty: [] as Start[], first: [] as Start[] }
  const openEmpty = () => noted(starts.empty, open(empty, '.welcome'))
  /** Without a cache, the least that an opening can do is to read the files. */
  const readings: number[] = []
  const openEmptyAndRead = async () => {
    const reading = await timed(() => readFiles(big))
    readings.push(reading)
    return (await openEmpty()) + reading
  }
  try {
    await open(empty, '.welcome', STAYS)
    const first = await takeTurns(
      5,
      1,
      async () => {
        await rm(join(big, CACHE_FOLDER), { recursive: true, force: true })
        return await noted(starts.first, open(big, '.trip-card'))
      },
      openEmptyAndRead,
    )
    await open(big, '.trip-card', STAYS)
    const samples = await takeTurns(7, 1, () => noted(starts.big, open(big, '.trip-card')), openEmpty)
    const against = 'an empty library'
    return [
      {
        ...compare({ name: NAME, against, statistic: 'median', target: 1.1 }, samples),
        remark: `${sayMemory(starts.big)}; with the empty one ${sayMemory(starts.empty)}`,
      },
      {
        ...compare(
          {
            name: `${NAME}, for the first time`,
            against: `${against}, and reading the files`,
            statistic: 'median',
            target: 2,
          },
          first,
        ),
        remark: `reading the files takes ${quantile(readings, 0.5).toFixed(0)} ms; ${sayMemory(starts.first)}`,
      },
    ]
  } finally {
    desktop.close()
  }
}

function sayMemory(starts: readonly Start[]): string {
  const median = (of: 'main' | 'page') =>
    Math.round(
      quantile(
        starts.map(({ memory }) => memory[of]),
        0.5,
      ),
    )
  return `main process ${median('main')} MB, page ${median('page')} MB`
}

async function readFiles(library: string): Promise<void> {
  const names = (await readdir(library)).filter((name) => !name.startsWith('.')).values()
  const read = async () => {
    for (const name of names) await readFile(join(library, name, TRIP_FILE))
  }
  await Promise.all(Array.from({ length: MAX_PARALLEL }, read))
}

/** Runs a start, keeps its memory usage, and returns its time. */
async function noted(into: Start[], starting: Promise<Start>): Promise<number> {
  const start = await starting
  into.push(start)
  return start.ms
}
