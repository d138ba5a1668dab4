import { isTimeZone } from '../../shared/time.ts'
import type { ImportDefaults } from '../importers/importer.ts'
import { buildInWorker, understandInWorker } from '../importers/read-in-worker.ts'
import { createImport, understandImport } from '../importers/run-import.ts'
import type { Context, HandlersOf } from './context.ts'

function defaults(): ImportDefaults {
  const { timeZone: here } = Intl.DateTimeFormat().resolvedOptions()
  // A computer set to a bare offset has no time zone that a trip could use.
  return { timeZone: isTimeZone(here) ? here : 'UTC', language: 'en' }
}

/** Handlers for creating a trip, or entries, from reports that were written elsewhere. */
export function importHandlers(context: Context): HandlersOf<'imports'> {
  return {
    'imports.understand': ({ files, tripId }, { signal, report }) =>
      understandImport(
        { files, tripId, library: context.library, defaults: defaults(), signal, reportProgress: report },
        understandInWorker,
      ),

    'imports.create': ({ files, tripId, plan }, { signal, report }) =>
      createImport(
        { files, tripId, library: context.library, defaults: defaults(), signal, reportProgress: report },
        plan,
        buildInWorker,
      ),
  }
}
