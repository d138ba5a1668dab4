import type { ProgrammeSource } from '../../shared/contract/programme.ts'
import { assertNever, fail, ok, type Result } from '../../shared/result.ts'
import { isTimeZone } from '../../shared/time.ts'
import type { ReportProgress } from '../jobs/report-progress.ts'
import type { Library } from '../library/library.ts'
import { importCancelled } from '../worker/import-stopped.ts'
import { findYours } from './find-yours.ts'
import { readAll } from './programme-store.ts'
import { askProgrammeWorker } from './read-in-worker.ts'
import type { UnderstandOrder, Understood } from './understand-programme.ts'

export interface SourceOrder {
  source: ProgrammeSource
  /** The trip to compare with; `null` for none. */
  tripId: string | null
  library: Library
  signal: AbortSignal
  reportProgress: ReportProgress
}

/** What may be a programme, and where it was found. */
interface Found {
  data: Uint8Array | string
  name: string
  /** Empty if it was not an address. */
  address: string
  /** Empty if it was not a file. */
  fileName: string
}

/** Reads a programme from wherever it is, and compares it with that of a trip. Changes nothing. */
export async function readSource(
  order: SourceOrder,
): Promise<Result<Understood & Pick<Found, 'address' | 'fileName'>>> {
  const { source, tripId, library, signal, reportProgress } = order
  const against = tripId === null ? ok(null) : await comparisonWith(library, tripId)
  if (!against.ok) return against
  const found = await findSource(source, order)
  if (!found.ok) return found
  const { data, name, address, fileName } = found.value
  reportProgress(0.5, 'reading-programme')
  const input = { data, name, here: zoneHere(), against: against.value }
  const understood = await askProgrammeWorker('programme.understand', input, signal)
  if (signal.aborted) return importCancelled()
  return understood.ok ? ok({ ...understood.value, address, fileName }) : understood
}

async function findSource(source: ProgrammeSource, _order: SourceOrder): Promise<Result<Found>> {
  switch (source.from) {
    case 'file': {
      const name = source.name.split(/[/\\]/).at(-1) ?? ''
      return ok({ data: source.data, name, address: '', fileName: name })
    }
    case 'text':
      return ok({ data: source.text, name: '', address: '', fileName: '' })
    case 'address':
      return fail('programme.draft-forgotten')
    default:
      return assertNever(source)
  }
}

async function comparisonWith(library: Library, tripId: string): Promise<Result<UnderstandOrder['against']>> {
  const all = await readAll(library, tripId)
  if (!all.ok) return all
  const { trip, programme, plan } = all.value
  return ok({ programme, timeZone: trip.timeZone, yours: findYours(plan, trip) })
}

/** A computer set to a bare offset has no time zone that a trip could use. */
function zoneHere(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return isTimeZone(timeZone) ? timeZone : 'UTC'
}
