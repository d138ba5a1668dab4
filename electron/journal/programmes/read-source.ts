import type { ProgrammeSource } from '../../shared/contract/programme.ts'
import { assertNever, ok, type Result } from '../../shared/result.ts'
import { dayAt, isTimeZone, now } from '../../shared/time.ts'
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

/** Where a programme was found. */
interface Origin {
  /** Empty if it was not an address. */
  address: string
  /** Empty if it was not a file. */
  fileName: string
}

/** Reads a programme from a file, a text or an address, and compares it with that of a trip. Changes nothing. */
export async function readSource(order: SourceOrder): Promise<Result<Understood & Origin>> {
  const { source, tripId, library, signal } = order
  const against = tripId === null ? ok(null) : await comparisonWith(library, tripId)
  if (!against.ok) return against
  const here = zoneHere()
  const read = (data: Uint8Array | string, name: string) =>
    askProgrammeWorker(
      'programme.understand',
      { data, name, here, today: dayAt(now(), here), against: against.value },
      signal,
    )
  const understood = await readFrom(source, order, read)
  return signal.aborted ? importCancelled() : understood
}

type Read = (data: Uint8Array | string, name: string) => Promise<Result<Understood>>

async function readFrom(
  source: ProgrammeSource,
  { signal, reportProgress }: SourceOrder,
  read: Read,
): Promise<Result<Understood & Origin>> {
  switch (source.from) {
    case 'file': {
      reportProgress(0.5, 'reading-programme')
      const name = source.name.split(/[/\\]/).at(-1) ?? ''
      const understood = await read(source.data, name)
      return understood.ok ? ok({ ...understood.value, address: '', fileName: name }) : understood
    }
    case 'text': {
      reportProgress(0.5, 'reading-programme')
      const understood = await read(source.text, '')
      return understood.ok ? ok({ ...understood.value, address: '', fileName: '' }) : understood
    }
    case 'address': {
      const { fetchProgramme } = await import('./fetch/fetch-programme.ts')
      const fetched = await fetchProgramme(source.address, {
        signal,
        reportProgress,
        read: ({ data, name }) => read(data, name),
      })
      return fetched.ok ? ok({ ...fetched.value.value, address: fetched.value.address, fileName: '' }) : fetched
    }
    default:
      return assertNever(source)
  }
}

async function comparisonWith(library: Library, tripId: string): Promise<Result<UnderstandOrder['against']>> {
  const all = await readAll(library, tripId)
  if (!all.ok) return all
  const { trip, programme, plan } = all.value
  return ok({ programme, timeZone: trip.timeZone, firstDay: trip.firstDay, yours: findYours(plan, trip) })
}

/** A computer set to a bare offset has no time zone that a trip could use. */
function zoneHere(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return isTimeZone(timeZone) ? timeZone : 'UTC'
}
