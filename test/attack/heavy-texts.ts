import type { Engine } from '../../electron/journal/engine.ts'
import type { Exporter } from '../../electron/journal/exporters/exporter.ts'
import { exporters } from '../../electron/journal/exporters/index.ts'
import type { Result } from '../../electron/shared/result.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { handMadeZip, tripFiles } from '../support/archives.ts'
import { records, tripWithReport } from '../support/composed-posts.ts'
import { ask } from '../support/engine.ts'
import { importFiles } from '../support/import-files.ts'
import { someNote, valueOf } from '../support/library.ts'
import { type Cost, watchBlocks } from './watch-blocks.ts'

/** What became of a text in one place. */
export interface HeavyAttempt extends Cost {
  place: string
  /** The code of the failure; `null` if there was an answer. */
  refused: string | null
}

const jobId = () => crypto.randomUUID()

type TryPlace = (engine: Engine, trip: Trip, text: string) => Promise<Result<unknown>>

/** Each place through which a text from elsewhere, or from the user, goes in the engine. */
const placesWith = (targets: readonly Exporter[]): Record<string, TryPlace> => ({
  save: (engine, trip, text) => {
    const entryId = trip.entries[0]?.id ?? ''
    return ask(engine, 'entries.save', { tripId: trip.id, entryId, changes: { kind: 'note', text: `${text}.` } })
  },
  preview: (engine, trip) => ask(engine, 'report.compose', { tripId: trip.id }),
  ...Object.fromEntries(
    targets.map(({ id }) => [
      `export to ${id}`,
      (engine: Engine, trip: Trip) =>
        ask(engine, 'exports.run', { tripId: trip.id, jobId: jobId(), target: id, replace: true }),
    ]),
  ),
  'import of a report': (engine, _, text) => {
    const files = [{ name: 'report.md', data: new TextEncoder().encode(`# Title\n\n![](a.png)\n\n${text}`) }]
    return importFiles(engine, files)
  },
  'import of a trip': async (engine, trip) => {
    const data = new Uint8Array(handMadeZip(tripFiles({ ...trip, id: crypto.randomUUID() })))
    const read = await ask(engine, 'archives.read', { jobId: jobId(), name: 'trip.lanyard', data })
    if (!read.ok) return read
    return await ask(engine, 'archives.take', { jobId: jobId(), archiveId: read.value.archiveId, way: 'new' })
  },
  history: async (engine, trip) => {
    const versions = await ask(engine, 'history.list', { tripId: trip.id })
    const versionId = versions.ok ? versions.value.at(-1)?.versionId : undefined
    if (versionId === undefined) return versions
    return await ask(engine, 'history.compare', { tripId: trip.id, versionId, entryId: null })
  },
  verification: (engine) => ask(engine, 'verify.run', { jobId: jobId(), what: 'library' }),
})

/**
 * Takes a text through all places of the engine, one after the other, as the text of a new trip's only entry.
 *
 * @param targets what it is exported to; default: every target
 */
export async function tryHeavyText(
  engine: Engine,
  text: string,
  targets: readonly Exporter[] = exporters,
): Promise<HeavyAttempt[]> {
  // Verification only looks at texts with pictures.
  const entry = someNote({ title: 'Heavy', text: `${text}\n\n![x](photo:${crypto.randomUUID()})` })
  const made = tripWithReport([entry], { entries: records([entry, {}]) })
  const { trip } = valueOf(await engine.context.library.create(made))
  const attempts: HeavyAttempt[] = []
  for (const [place, run] of Object.entries(placesWith(targets))) {
    const { value, ...cost } = await watchBlocks(() => run(engine, trip, text))
    attempts.push({ place, refused: value.ok ? null : value.error.code, ...cost })
  }
  return attempts
}
