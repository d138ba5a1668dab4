import { readProgrammeText } from '../../electron/journal/programmes/read-programme-text.ts'
import { resolveProgramme } from '../../electron/journal/programmes/resolve-programme.ts'
import { valueOf } from '../support/library.ts'
import { hasSampleProgrammes, sampleProgramme } from '../support/read-programmes.ts'
import { compare, type Measurement, type Skipped, takeTurns, timed } from './measurement.ts'

/** The largest programme among the samples: 661 sessions in 800 kB. */
const LARGEST = 'frab/34c3.json'

/** The import of a programme: recognised, read, and resolved in the zone of its conference. */
export async function measureImport(): Promise<(Measurement | Skipped)[]> {
  const name = 'import of a programme with 661 sessions'
  if (!hasSampleProgrammes) return [{ name, skipped: 'there is no ../shared/samples' }]
  const data = sampleProgramme(LARGEST)
  const samples = await takeTurns(
    30,
    10,
    () => timed(async () => importProgramme(data)),
    () => timed(async () => JSON.parse(new TextDecoder().decode(data)) as unknown),
  )
  return [compare({ name, against: 'JSON.parse of the same file', statistic: 'median', target: 10 }, samples)]
}

function importProgramme(data: Uint8Array): void {
  const { format, read } = valueOf(readProgrammeText({ data, name: LARGEST }))
  const origin = { format, address: '', fileName: LARGEST, importedAt: '2026-06-01T12:00:00Z' }
  resolveProgramme(read, 'Europe/Berlin', origin)
}
