import { dayAt, isTimeZone, now } from '../../shared/time.ts'
import { readInWorker } from '../importers/read-in-worker.ts'
import { runImport } from '../importers/run-import.ts'
import type { Context, HandlersOf } from './context.ts'

/** Handlers for creating a trip, or entries, from a report that was written elsewhere. */
export function importHandlers(context: Context): HandlersOf<'imports'> {
  return {
    'imports.run': ({ files, tripId }, { signal, report }) => {
      const { timeZone: here } = Intl.DateTimeFormat().resolvedOptions()
      // A computer set to a bare offset has no time zone that a trip could use.
      const timeZone = isTimeZone(here) ? here : 'UTC'
      const defaults = { timeZone, language: 'en', today: dayAt(now(), timeZone) }
      const { library } = context
      return runImport({ files, tripId, library, defaults, read: readInWorker, signal, reportProgress: report })
    },
  }
}
