import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureBigLibrary } from './big-library.ts'
import { measureCheck } from './check.ts'
import { measureColdStart } from './cold-start.ts'
import { measureFrames } from './frames.ts'
import { measureExport } from './export.ts'
import { measureDocuments } from './export-documents.ts'
import { measureImport } from './import-programme.ts'
import { measureLibrarySize } from './library-size.ts'
import type { Failed, Limit, Measurement, Skipped } from './measurement.ts'
import { measureMemory } from './memory.ts'
import { measurePictures } from './pictures.ts'
import { measureProgramme } from './programme.ts'
import { measureSave } from './save.ts'
import { measureSearch } from './search.ts'
import { measureTyping } from './typing.ts'

/*
 * How fast Lanyard is, each as a ratio to a baseline that was measured in the same run, so that the numbers of two
 * machines can be compared.
 *
 *   npm run bench                     all of it, as a table
 *   npm run bench -- --json           for programs
 *   npm run bench -- save export      some of it
 */

/** @param folder a new one, for whatever the measurement writes */
type Measure = (folder: string) => Promise<(Measurement | Limit | Skipped)[]>

const measures: Record<string, Measure> = {
  'cold-start': measureColdStart,
  save: measureSave,
  'library-size': measureLibrarySize,
  'big-library': measureBigLibrary,
  search: measureSearch,
  typing: measureTyping,
  frames: measureFrames,
  memory: measureMemory,
  programme: measureProgramme,
  export: measureExport,
  pictures: measurePictures,
  documents: measureDocuments,
  'import-programme': measureImport,
  check: measureCheck,
}

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
const unknown = positionals.filter((name) => !Object.hasOwn(measures, name))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no measurement ${unknown.join(', ')}. There are ${Object.keys(measures).join(', ')}.\n`,
  )
  process.exit(2)
}

const results: (Measurement | Limit | Skipped | Failed)[] = []
for (const [name, measure] of Object.entries(measures)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  process.stderr.write(`Measuring: ${name}\n`)
  const folder = await mkdtemp(join(tmpdir(), `lanyard-bench-${name}-`))
  try {
    results.push(...(await measure(folder)))
  } catch (error) {
    // The other measurements are still worth having.
    results.push({ name, failed: error instanceof Error ? error.message : String(error) })
    process.exitCode = 1
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
process.stdout.write(
  values.json === true ? `${JSON.stringify(results, null, 2)}\n` : `${results.map(describe).join('\n')}\n`,
)

function describe(result: Measurement | Limit | Skipped | Failed): string {
  if ('skipped' in result) return `${result.name}\n  not measured: ${result.skipped}`
  if ('failed' in result) return `${result.name}\n  failed: ${result.failed}`
  if ('limit' in result) {
    const { name, longest, limit, remark, unit = 'ms' } = result
    return `${name}\n  ${longest.toFixed(2)} ${unit} (${remark}); at most ${limit} ${unit}: ${longest <= limit ? 'holds' : 'MISSED'}`
  }
  const { name, against, statistic, ours, baseline, ratio, target, medians, samples, unit = 'ms', remark } = result
  const verdict = target === null ? 'no target' : `at most ${target}: ${ratio <= target ? 'holds' : 'MISSED'}`
  const rule =
    statistic === 'median' ? '' : `; medians ${medians.ours.toFixed(2)} / ${medians.baseline.toFixed(2)} ${unit}`
  return [
    `${name}, against ${against}`,
    `  ${ours.toFixed(2)} / ${baseline.toFixed(2)} ${unit} = ${ratio.toFixed(2)} (${statistic} of ${samples}${rule}); ${verdict}`,
    ...(remark === undefined ? [] : [`  ${remark}`]),
  ].join('\n')
}
