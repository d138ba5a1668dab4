import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { createEngine, type Engine } from '../../electron/journal/engine.ts'
import { encodeTrip, readTrip } from '../../electron/journal/trip-file/trip-file.ts'
import { CACHE_FOLDER } from '../../electron/journal/trip-folder/library-folders.ts'
import { TRIP_FILE } from '../../electron/journal/trip-folder/trip-json.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import { root } from '../support/programs.ts'
import { type Desktop, openDesktop } from './desktop.ts'
import { inventTrip } from './invent-trip.ts'
import { inventSentences, inventWords, randomFrom } from './invent-words.ts'
import { startRecording, typeLetter } from './record-paints.ts'
import { compare, type Limit, type Measurement, quantile, type Skipped, takeTurns, timed } from './measurement.ts'

const SIZE = '100,000 entries in 1,000 trips'
const TRIPS = 1_000
const ENTRIES = 100
const TEXT_LENGTH = 300
const VOCABULARY = 40_000

/** Searching a large library, letter by letter, in the engine and in the window. */
export async function measureSearch(folder: string): Promise<(Measurement | Limit | Skipped)[]> {
  const [library, empty] = [join(folder, 'big'), join(folder, 'empty')]
  const words = inventWords(VOCABULARY, 1)
  await makeLibrary(library, words)
  await mkdir(empty)
  const queries = inventQueries(words)
  return [
    await measureFirstIndex(folder, library),
    await measureEngine(folder, library, queries),
    ...(await measureWindow(folder, library, empty, inventQueries(words.filter(isTypable)))),
  ]
}

async function makeLibrary(library: string, words: readonly string[]): Promise<void> {
  const random = randomFrom(2)
  for (let index = 0; index < TRIPS; index++) {
    const trip = inventTrip(`Trip ${index}`, ENTRIES, 1)
    const entries = trip.entries.map((entry) => ({
      ...entry,
      title: inventSentences(words, 30, random),
      text: inventSentences(words, TEXT_LENGTH, random),
      tags: [words[Math.floor(random() * 300)] ?? ''],
    }))
    const place = join(library, `2026-04-14-trip-${index}`)
    await mkdir(place, { recursive: true })
    await writeFile(join(place, TRIP_FILE), encodeTrip({ ...trip, entries }))
  }
}

/** Whether every keyboard has the keys for a word: Playwright presses none for the other letters. */
const isTypable = (word: string) => /^[a-z]+$/.test(word)

const pickWord = (words: readonly string[], random: () => number) =>
  words[Math.floor(words.length ** random()) - 1] ?? 'a'

/** What is in the field after each letter: words of all frequencies, and some pairs of words. */
function inventQueries(words: readonly string[]): string[][] {
  const random = randomFrom(3)
  return Array.from({ length: 30 }, (_, number) => {
    const typed = number % 3 === 2 ? `${pickWord(words, random)} ${pickWord(words, random)}` : pickWord(words, random)
    return Array.from(typed, (_letter, index) => typed.slice(0, index + 1))
  })
}

async function openEngine(folder: string, library: string): Promise<Engine> {
  const engine = await createEngine({
    settingsFile: join(folder, 'settings.json'),
    library,
    documents: folder,
    version: '0.0.0',
    shell: { kind: 'browser', chooseFolder: null, showInFolder: null, openLink: null },
  })
  await engine.handlers['library.list']({})
  return engine
}

async function find(engine: Engine, query: string, waits = false): Promise<number> {
  const found = await engine.handlers['search.find']({
    query,
    mode: 'words',
    tripId: null,
    filter: {},
    limit: 50,
    waits,
  })
  if (!found.ok) throw new Error(render(found.error))
  return found.value.total
}

/** Everything that a first search costs, compared to reading every trip once, as the list of trips does. */
async function measureFirstIndex(folder: string, library: string): Promise<Measurement> {
  const engine = await openEngine(folder, library)
  await engine.close()
  const files = (await readdir(library)).filter((name) => !name.startsWith('.'))
  const samples = await takeTurns(
    3,
    1,
    async () => {
      await rm(join(library, CACHE_FOLDER, 'search'), { force: true })
      const fresh = await openEngine(folder, library)
      const time = await timed(() => find(fresh, 'a', true))
      await fresh.close()
      return time
    },
    () =>
      timed(async () => {
        for (const name of files) {
          const read = readTrip(await readFile(join(library, name, TRIP_FILE)), name)
          if (!read.ok) throw new Error(render(read.error))
        }
      }),
  )
  const name = `first search in ${SIZE}`
  return compare({ name, against: 'reading the trips once', statistic: 'median', target: 3 }, samples)
}

async function measureEngine(folder: string, library: string, queries: readonly string[][]): Promise<Limit> {
  const engine = await openEngine(folder, library)
  const start = await timed(() => find(engine, 'a', true))
  const times: number[] = []
  let most = 0
  for (const round of [0, 1]) {
    for (const typed of queries) {
      for (const query of typed) {
        const time = await timed(async () => (most = Math.max(most, await find(engine, query))))
        // The first round is a warm-up.
        if (round === 1) times.push(time)
      }
    }
  }
  await engine.close()
  return {
    name: `a letter until the hits are there, in ${SIZE}`,
    longest: quantile(times, 0.95),
    limit: 16,
    remark: `p95 of ${times.length}, median ${quantile(times, 0.5).toFixed(1)} ms; at most ${most} hits; the index of the last run is ready after ${start.toFixed(0)} ms`,
  }
}

async function measureWindow(
  folder: string,
  library: string,
  empty: string,
  queries: readonly string[][],
): Promise<(Limit | Skipped)[]> {
  const name = `a letter until the hits are painted, in ${SIZE}`
  const desktop = await openDesktop()
  if (typeof desktop === 'string') return [{ name, skipped: desktop }]
  await mkdir(join(folder, 'home'))
  await desktop.give(folder)
  const open = (of: string) => openWindow(desktop, folder, of)
  try {
    const [nothing, big] = [await open(empty), await open(library)]
    const before = await memoryOf(nothing, [['a']])
    await big.page.locator('.search-hits').waitFor({ state: 'attached' })
    const after = await memoryOf(big, queries.slice(0, 3))
    const times: number[] = []
    for (const typed of queries) times.push(...(await typeWord(big.page, typed.at(-1) ?? '')))
    await Promise.all([nothing.app.close(), big.app.close()])
    return [
      {
        name,
        longest: quantile(times, 0.95),
        limit: 33,
        remark: `p95 of ${times.length}, median ${quantile(times, 0.5).toFixed(1)} ms`,
      },
      {
        name: `memory for searching ${SIZE}`,
        longest: after - before,
        limit: 150,
        unit: 'MB',
        remark: `all processes together ${after.toFixed(0)} MB, with an empty library ${before.toFixed(0)} MB`,
      },
    ]
  } finally {
    desktop.close()
  }
}

interface OpenWindow {
  app: ElectronApplication
  page: Page
}

async function openWindow(desktop: Desktop, folder: string, library: string): Promise<OpenWindow> {
  const app = await _electron.launch({
    executablePath: desktop.program,
    chromiumSandbox: desktop.hasSandbox,
    // Neither window may be throttled because it is behind the other.
    args: [
      ...desktop.flags,
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      root,
      `--user-data-dir=${library}-own`,
      '--library',
      library,
    ],
    env: {
      ...(process.env as Record<string, string>),
      HOME: join(folder, 'home'),
      XDG_CONFIG_HOME: join(folder, 'home'),
    },
  })
  const page = await app.firstWindow()
  await page.locator('#root > *').first().waitFor()
  await page.keyboard.press('ControlOrMeta+Shift+F')
  await page.getByRole('combobox').waitFor()
  await startRecording(page, '.search-hits')
  return { app, page }
}

/** @returns the milliseconds that each letter took */
async function typeWord(page: Page, word: string): Promise<number[]> {
  await page.getByRole('combobox').fill('')
  await page.waitForFunction(() => document.querySelector('.search-hits')?.getAttribute('aria-busy') === 'false')
  const taken: number[] = []
  for (const letter of word) taken.push(await typeLetter(page, letter))
  return taken
}

/** The memory of all processes after some searches, in megabytes. */
async function memoryOf({ app, page }: OpenWindow, queries: readonly string[][]): Promise<number> {
  for (const typed of queries) await typeWord(page, typed.at(-1) ?? '')
  await page.waitForFunction(() => !document.querySelector('.search-note')?.textContent.includes('Still reading'))
  await page.waitForTimeout(3_000)
  const kilobytes = await app.evaluate(({ app: running }) =>
    running.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  )
  return kilobytes / 1024
}
