import type { Found, FoundName, NamesQuery } from '../../shared/search.ts'
import type { Result } from '../../shared/result.ts'
import type { IndexQuery } from './find-documents.ts'
import type { ListedTrip } from './search-index.ts'

/** The file of a trip. */
export interface GivenFile extends ListedTrip {
  /** What failures call it. */
  name: string
  /** `null` if it cannot be read. */
  bytes: Uint8Array | null
}

/** The tasks of the thread that searches. */
export interface SearchTasks {
  /** Begins with the index that was kept last time. */
  'search.load': { input: { library: string }; output: Result<null> }
  /** Begins to write the index to the disk, for the next start. Searches go on meanwhile. */
  'search.keep': { input: { library: string }; output: Result<null> }
  /** Waits until it has been written. */
  'search.kept': { input: null; output: Result<null> }
  /** Sets the trips that are searched, newest first. Returns those whose files have to be read. */
  'search.list': { input: readonly ListedTrip[]; output: Result<string[]> }
  /** Indexes the files of some trips. Those that cannot be read are skipped. */
  'search.put': { input: readonly GivenFile[]; output: Result<null> }
  'search.find': { input: IndexQuery; output: Result<Omit<Found, 'progress'>> }
  'search.names': { input: NamesQuery; output: Result<FoundName[]> }
}
